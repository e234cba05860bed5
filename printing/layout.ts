import type { SlipBlock, SlipDocument } from '../app/domain/slip.ts';
import type { PrinterSettings } from '../app/settings/printers.ts';
import { toPrintable } from './text-rule.ts';

/** One line of paper: printable characters, at most as many as the printer has columns. */
export type SlipLine = { readonly text: string; readonly bold: boolean };

export type Columns = PrinterSettings['columns'];

/** Lays a slip out. The preview shows just these lines, and the encoder sends them: what is shown is what is printed. */
export function layOut(slip: SlipDocument, columns: Columns): SlipLine[] {
  return slip.blocks.flatMap((block) => {
    const bold = 'bold' in block && block.bold === true;
    return linesOf(block, columns).map((text) => ({ text, bold }));
  });
}

function linesOf(block: SlipBlock, columns: Columns): string[] {
  switch (block.kind) {
    case 'text': {
      const lines = wrap(toPrintable(block.text), columns);
      return block.align === 'center' ? lines.map((line) => centre(line, columns)) : lines;
    }
    case 'pair':
      return pair(toPrintable(block.label), toPrintable(block.value).trim(), columns);
    case 'rule':
      return ['-'.repeat(columns)];
    case 'space':
      return [''];
  }
}

/**
 * Breaks text at spaces; a word longer than the paper is wide is cut. Spaces inside a line stay, those at its end go.
 */
function wrap(text: string, columns: Columns): string[] {
  const lines: string[] = [];
  let rest = text.trimEnd();
  while (rest.length > columns) {
    const space = rest.lastIndexOf(' ', columns);
    const head = rest.slice(0, space).trimEnd();
    const cut = space < 0 || head === '' ? columns : space;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}

function centre(line: string, columns: Columns): string {
  const text = line.trim();
  return ' '.repeat(Math.floor((columns - text.length) / 2)) + text;
}

/** The label on the left, the value on the right: of the label's last line, else of lines of its own. Both are whole. */
function pair(label: string, value: string, columns: Columns): string[] {
  const labels = wrap(label, columns);
  const values = wrap(value, columns);
  const last = labels.at(-1) ?? '';
  if (values.length === 1 && last.length + 1 + value.length <= columns) {
    return [...labels.slice(0, -1), (last + value.padStart(columns - last.length)).trimEnd()];
  }
  return [...labels, ...values.map((line) => line.padStart(columns))];
}
