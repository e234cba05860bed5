/** One command of ESC/POS: its name, the bytes it begins with, and how many bytes of parameters follow. */
type Known = {
  readonly name: string;
  readonly prefix: readonly number[];
  readonly parameters: number | ((bytes: Uint8Array, from: number) => number);
};

const DLE = 0x10;
const EOT = 0x04;
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;

const code = (letter: string) => letter.charCodeAt(0);
const esc = (letter: string, parameters: number): Known => ({
  name: `ESC ${letter}`,
  prefix: [ESC, code(letter)],
  parameters,
});
const gs = (letter: string, parameters: Known['parameters']): Known => ({
  name: `GS ${letter}`,
  prefix: [GS, code(letter)],
  parameters,
});

/** The commands that receipt printers share, by Epson's command reference. */
const KNOWN: readonly Known[] = [
  esc('@', 0),
  esc(' ', 1),
  esc('!', 1),
  esc('-', 1),
  esc('2', 0),
  esc('3', 1),
  esc('E', 1),
  esc('G', 1),
  esc('J', 1),
  esc('M', 1),
  esc('R', 1),
  esc('a', 1),
  esc('d', 1),
  esc('p', 3),
  esc('t', 1),
  esc('{', 1),
  gs('!', 1),
  gs('B', 1),
  gs('H', 1),
  gs('a', 1),
  gs('f', 1),
  gs('h', 1),
  gs('r', 1),
  gs('w', 1),
  // A symbology up to 6 has its data end with NUL, the others have their number before them.
  gs('k', (bytes, from) => ((bytes[from] ?? 0) <= 6 ? untilNul(bytes, from + 1) - from : 2 + (bytes[from + 1] ?? 0))),
  // "0", mode, bytes a row and rows, each low byte first, then the rows.
  gs('v', (bytes, from) => 6 + word(bytes, from + 2) * word(bytes, from + 4)),
  // Functions 65 and 66 carry the feed before the cut as well.
  gs('V', (bytes, from) => ((bytes[from] ?? 0) >= 65 ? 2 : 1)),
  // The parameters begin with their own length: pL pH.
  gs('(', (bytes, from) => 3 + word(bytes, from + 1)),
  { name: 'FS .', prefix: [FS, code('.')], parameters: 0 },
  { name: 'FS &', prefix: [FS, code('&')], parameters: 0 },
  { name: 'DLE EOT', prefix: [DLE, EOT], parameters: 1 },
];

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
}

/** Where the bytes after the next NUL begin; beyond the end where there is none. */
function untilNul(bytes: Uint8Array, from: number): number {
  const nul = bytes.indexOf(0, from);
  return nul < 0 ? bytes.length + 1 : nul + 1;
}

export type Command = {
  readonly name: string;
  readonly parameters: readonly number[];
  /** Where it stands in the job, in bytes. */
  readonly offset: number;
};

/** The command at `offset` and where the bytes after it begin; `null` when none is known there or it is cut short. */
export function commandAt(bytes: Uint8Array, offset: number): { command: Command; next: number } | null {
  const known = KNOWN.find(({ prefix }) => prefix.every((byte, place) => bytes[offset + place] === byte));
  if (!known) return null;
  const from = offset + known.prefix.length;
  const count = typeof known.parameters === 'number' ? known.parameters : known.parameters(bytes, from);
  const next = from + count;
  if (next > bytes.length) return null;
  return { command: { name: known.name, parameters: [...bytes.subarray(from, next)], offset }, next };
}
