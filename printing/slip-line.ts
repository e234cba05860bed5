import type { SlipBlock } from '../app/domain/slip.ts';
import type { PrinterTraits } from '../app/settings/printer-traits.ts';

export type Columns = PrinterTraits['columns'];

/** Printable signs, at most as many as the printer has columns, or half of that when `large`. */
export type TextLine = {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly large: boolean;
  /** Code table in place of the printer's own. */
  readonly table: number | null;
};

type Code = {
  /** Stands for the code where only text can be shown. */
  readonly text: string;
  readonly data: string;
  /** Width of one module, dots. */
  readonly dot: number;
};

/** `modules`: rows of the symbol, true for black, with its quiet zone. */
export type QrLine = Code & { readonly kind: 'qr'; readonly modules: readonly (readonly boolean[])[] };

export type BarcodeLine = Code & {
  readonly kind: 'barcode';
  readonly symbology: Extract<SlipBlock, { kind: 'barcode' }>['symbology'];
};

/** One line of paper, or a code across it. */
export type SlipLine = TextLine | QrLine | BarcodeLine;

export function textLine(text: string, style: Partial<Omit<TextLine, 'kind' | 'text'>> = {}): TextLine {
  return { kind: 'text', text, bold: false, large: false, table: null, ...style };
}
