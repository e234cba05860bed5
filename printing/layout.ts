import type { SlipBlock, SlipDocument } from '../app/domain/slip.ts';
import { barcodeLine, qrLine } from './codes.ts';
import { type Columns, type SlipLine, type TextLine, textLine } from './slip-line.ts';
import { toPrintable } from './text-rule.ts';
import { centre, pair, wrap } from './wrap.ts';

/** A longer text is cut: no name of a customer or a product is, but what a service sends may be. */
const MOST_SIGNS = 1_000;

/** Lays a slip out. The preview shows just these lines, and the encoder sends them: what is shown is what is printed. */
export function layOut(slip: SlipDocument, columns: Columns): SlipLine[] {
  return slip.blocks.flatMap((block) => linesOf(block, columns));
}

function linesOf(block: SlipBlock, columns: Columns): readonly SlipLine[] {
  switch (block.kind) {
    case 'text':
      return textLines(block, columns);
    case 'pair':
      return pair(printable(block.label), printable(block.value).trim(), columns).map((text) =>
        textLine(text, { bold: block.bold === true }),
      );
    case 'rule':
      return [textLine('-'.repeat(columns))];
    case 'space':
      return [textLine('')];
    case 'qr':
      return code(qrLine(block.data, columns), block.data, columns);
    case 'barcode':
      return code(barcodeLine(block.symbology, block.data, columns), block.data, columns);
  }
}

function textLines(block: Extract<SlipBlock, { kind: 'text' }>, columns: Columns): TextLine[] {
  const { align, bold = false, large = false, table = null } = block;
  const width = large ? Math.floor(columns / 2) : columns;
  return wrap(printable(block.text), width).map((line) =>
    textLine(align === 'center' ? centre(line, width) : line, { bold, large, table }),
  );
}

/** What makes no code stands there as text, for a person to read. */
function code(line: SlipLine | null, data: string, columns: Columns): readonly SlipLine[] {
  return line ? [line] : textLines({ kind: 'text', text: data, align: 'center' }, columns);
}

function printable(text: string): string {
  const signs = toPrintable(text);
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS - 3)}...` : signs;
}
