import type { PrinterTraits } from '../../app/settings/printer-traits.ts';
import type { SlipLine } from '../slip-line.ts';

/** Makes the bytes that a printer obeys (ESC/POS). Whoever made the lines: no text of theirs becomes a command. */
export interface ReceiptEncoder {
  /** A whole job: reset, code table, the lines, feed and cut. */
  slip(lines: readonly SlipLine[], printer: PrinterTraits): Uint8Array<ArrayBuffer>;
  /** Opens the cash drawer that hangs on this pin of the printer's plug. */
  pulse(pin: 2 | 5): Uint8Array<ArrayBuffer>;
}

/** Height of a barcode, dots; its data stand below it in plain signs. */
export const BARCODE_HEIGHT = 80;
