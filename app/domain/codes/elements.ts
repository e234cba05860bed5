/** FNC1 as a scanner sends it within a code: the ASCII group separator. */
export const GS = '\u001d';

/** The text without the FNC1 at its start, which some scanners send and others keep to themselves. */
export function afterFnc1(text: string): string {
  return text.startsWith(GS) ? text.slice(1) : text;
}

/** Digits in an application identifier, by its first two (GS1 General Specifications, 3.2); others have two. */
const AI_LENGTHS: ReadonlyMap<string, number> = new Map([
  ...['23', '24', '25', '40', '41', '42', '71'].map((start) => [start, 3] as const),
  ...['31', '32', '33', '34', '35', '36', '39', '43', '70', '72', '80', '81', '82'].map((start) => [start, 4] as const),
]);

/** How many digits the identifier at the beginning of this text has. */
export function lengthOfIdentifier(text: string): number {
  return AI_LENGTHS.get(text.slice(0, 2)) ?? 2;
}

/** Characters in an element that no separator need end, identifier included, by the same (ibid., 7.8.5). */
const FIXED_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['00', 20],
  ['01', 16],
  ['02', 16],
  ['03', 16],
  ['04', 18],
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((start) => [start, 8] as const),
  ['20', 4],
  ...['31', '32', '33', '34', '35', '36'].map((start) => [start, 10] as const),
  ['41', 16],
]);

/** The longest element that a separator ends, without its identifier. */
const LONGEST_VALUE = 90;

/** Application identifiers and what stands for each, the first where one comes twice. */
export type Elements = ReadonlyMap<string, string>;

/**
 * Reads a GS1 element string, separators as GS; one at the start, where a scanner sends the leading FNC1, counts for nothing.
 * `null` when it does not add up: an identifier that is no number, an element that is cut off, empty or too long.
 */
export function parseElements(text: string): Elements | null {
  const elements = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    if (text[at] === GS) {
      at += 1;
      continue;
    }
    const start = text.slice(at, at + 2);
    const ai = text.slice(at, at + lengthOfIdentifier(start));
    const end = endOf(text, at, start);
    const value = text.slice(at + ai.length, end);
    if (!/^\d{2,4}$/.test(ai) || end > text.length || value === '' || value.length > LONGEST_VALUE) return null;
    if (!elements.has(ai)) elements.set(ai, value);
    at = end;
  }
  return elements.size > 0 ? elements : null;
}

function endOf(text: string, at: number, start: string): number {
  const fixed = FIXED_LENGTHS.get(start);
  if (fixed !== undefined) return at + fixed;
  const separator = text.indexOf(GS, at);
  return separator < 0 ? text.length : separator;
}
