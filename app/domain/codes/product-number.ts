import { isGtin, withCheckDigit } from '../gtin.ts';

/** The UPC-A number that a UPC-E of eight digits stands for (GS1 General Specifications, 5.2.2.4); `null` when it is none. */
export function expandUpcE(text: string): string | null {
  const match = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)\d$/.exec(text);
  if (!match) return null;
  const [, system = '', a = '', b = '', c = '', d = '', e = '', last = ''] = match;
  const number = `${system}${upcEBody([a, b, c, d, e], Number(last))}${text.at(-1)}`;
  return isGtin(number) ? number : null;
}

/** The ten digits between number system and check digit: the last of the six says where the noughts were left out. */
function upcEBody([a, b, c, d, e]: readonly [string, string, string, string, string], last: number): string {
  if (last <= 2) return `${a}${b}${last}0000${c}${d}${e}`;
  if (last === 3) return `${a}${b}${c}00000${d}${e}`;
  if (last === 4) return `${a}${b}${c}${d}00000${e}`;
  return `${a}${b}${c}${d}${e}0000${last}`;
}

/**
 * A number in every spelling that a catalogue may hold it in, its own first: scanners and price lists add or leave out leading
 * noughts (UPC-A as EAN-13, EAN-13 as GTIN-14). A GTIN-14 beginning with 9 is a variable measure; its goods are also known by
 * the number without that digit (GS1 General Specifications, 2.1.11).
 */
export function spellings(gtin: string): readonly string[] {
  const whole = gtin.padStart(14, '0');
  const short = [13, 12, 8].filter((length) => /^0*$/.test(whole.slice(0, 14 - length)));
  const base = whole.startsWith('9') ? withCheckDigit(whole.slice(1, -1)) : null;
  const all = [gtin, ...short.map((length) => whole.slice(-length)), whole, ...(base === null ? [] : [base])];
  return [...new Set(all)];
}
