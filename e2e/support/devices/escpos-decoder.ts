import { type Command, commandAt } from './escpos-commands.ts';

export type PrintedLine = {
  readonly text: string;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right';
};

/** What a printer would do with a job. */
export type PrintedSlip = {
  readonly lines: readonly PrintedLine[];
  /** For each cut, how many lines stand above it. */
  readonly cuts: readonly number[];
  readonly commands: readonly Command[];
  /** Control bytes that belong to no known command. */
  readonly unknown: readonly { readonly offset: number; readonly byte: number }[];
};

const LF = 0x0a;
const CR = 0x0d;
const ALIGNMENTS = ['left', 'center', 'right'] as const;

/**
 * Reads a job as a printer does that has CP866 as its code table number `cp866Table`, and another table selected at the
 * start: letters sent without selecting that table come out as "?". Written from Epson's command reference and not from
 * our encoder, so that it can judge the encoder.
 */
export function decodeEscPos(bytes: Uint8Array, cp866Table = 17): PrintedSlip {
  const cp866 = new TextDecoder('ibm866');
  const lines: PrintedLine[] = [];
  const cuts: number[] = [];
  const commands: Command[] = [];
  const unknown: { offset: number; byte: number }[] = [];
  let text = '';
  let boldLine = false;
  let style = reset();

  function endLine(): void {
    lines.push({ text, bold: boldLine, align: style.align });
    text = '';
    boldLine = false;
  }

  function obey({ name, parameters: [first = 0] }: Command): void {
    if (name === 'ESC @') style = reset();
    else if (name === 'ESC E') style.bold = (first & 1) === 1;
    else if (name === 'ESC !') style.bold = (first & 8) === 8;
    else if (name === 'ESC t') style.table = first;
    else if (name === 'ESC a') style.align = ALIGNMENTS[first % 48] ?? style.align;
    else if (name === 'GS V') cuts.push(lines.length);
    else if (name === 'ESC d') for (let fed = 0; fed < first; fed++) endLine();
  }

  let offset = 0;
  while (offset < bytes.length) {
    const byte = bytes[offset] ?? 0;
    const found = commandAt(bytes, offset);
    if (found) {
      commands.push(found.command);
      obey(found.command);
      offset = found.next;
      continue;
    }
    if (byte === LF) {
      endLine();
    } else if (byte >= 0x20 && byte !== 0x7f) {
      text += byte < 0x80 || style.table === cp866Table ? cp866.decode(Uint8Array.of(byte)) : '?';
      boldLine ||= style.bold;
    } else if (byte !== CR) {
      unknown.push({ offset, byte });
    }
    offset++;
  }
  if (text !== '') endLine();
  return { lines, cuts, commands, unknown };
}

function reset(): { bold: boolean; align: PrintedLine['align']; table: number } {
  return { bold: false, align: 'left', table: 0 };
}
