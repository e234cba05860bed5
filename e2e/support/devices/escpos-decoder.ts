import { type Command, commandAt } from './escpos-commands.ts';
import { CodeDrawer, type PrintedCode } from './printed-codes.ts';

export type PrintedLine = {
  readonly text: string;
  readonly bold: boolean;
  /** Twice as wide and as high. */
  readonly large: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** What is drawn in place of text. */
  readonly code: PrintedCode | null;
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

type Style = { bold: boolean; large: boolean; align: PrintedLine['align']; table: number };

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
  const drawer = new CodeDrawer();
  const lines: PrintedLine[] = [];
  const cuts: number[] = [];
  const commands: Command[] = [];
  const unknown: { offset: number; byte: number }[] = [];
  let style = reset();
  let text = '';
  let shown = { bold: false, large: false };

  function endLine(): void {
    lines.push({ text, ...shown, align: style.align, code: null });
    text = '';
    shown = { bold: false, large: false };
  }

  function draw(code: PrintedCode): void {
    if (text !== '') endLine();
    const last = lines.at(-1)?.code;
    const joined = joinedRasters(last, code);
    if (joined) lines.pop();
    lines.push({ text: '', bold: false, large: false, align: style.align, code: joined ?? code });
  }

  function obey(command: Command): void {
    const { name, parameters } = command;
    const [first = 0] = parameters;
    if (name === 'ESC @') style = reset();
    else if (name === 'GS V') cuts.push(lines.length);
    else if (name === 'ESC d') for (let fed = 0; fed < first; fed++) endLine();
    else restyle(style, command);
    const code = drawer.obey(command);
    if (code) draw(code);
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
      shown = { bold: shown.bold || style.bold, large: shown.large || style.large };
    } else if (byte !== CR) {
      unknown.push({ offset, byte });
    }
    offset++;
  }
  if (text !== '') endLine();
  return { lines, cuts, commands, unknown };
}

function reset(): Style {
  return { bold: false, large: false, align: 'left', table: 0 };
}

function restyle(style: Style, { name, parameters: [first = 0] }: Command): void {
  if (name === 'ESC E') style.bold = (first & 1) === 1;
  else if (name === 'ESC t') style.table = first;
  else if (name === 'ESC a') style.align = ALIGNMENTS[first % 48] ?? style.align;
  else if (name === 'GS !') style.large = first === 0x11;
  else if (name === 'ESC !') {
    style.bold = (first & 0x08) !== 0;
    style.large = (first & 0x30) === 0x30;
  }
}

/** A picture that comes in several commands joins without a seam. */
function joinedRasters(above: PrintedCode | null | undefined, below: PrintedCode): PrintedCode | null {
  if (above?.kind !== 'raster' || below.kind !== 'raster' || above.bytesARow !== below.bytesARow) return null;
  return { ...above, rows: [...above.rows, ...below.rows] };
}
