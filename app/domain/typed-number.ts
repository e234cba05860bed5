import { fail, ok, type Result } from './result.ts';

/** Why what a person typed is not the number that is asked for. */
export type NumberFault = 'empty' | 'no-number' | 'negative' | 'too-precise' | 'too-large';

/** Ordinary, no-break, thin and narrow blanks: what spreadsheets and messengers put between thousands. */
const BLANKS = /[\s\u00a0\u2007\u2009\u202f]+/g;
/** Keyboards and documents have several signs for one minus. */
const MINUS = /^[-\u2010-\u2015\u2212]/;
/** Thousands may be set apart; the fraction may lack its nought, the separator its fraction. */
const NUMBER = /^(\d{1,3}(?: \d{3})+|\d*)(?:[.,](\d*))?$/;

/**
 * Reads a number as a person types or pastes it — "300", "1 290,5", ",5", "1," — in units of its last place: with two `places`
 * "12,5" is 1250. What is not just a number is refused, never mended: a sign left out would make another sum of it.
 */
export function readNumber(text: string, places: number, largest: number): Result<number, NumberFault> {
  const typed = halfWidth(text).replace(BLANKS, ' ').trim();
  if (typed === '') return fail('empty');
  const isNegative = MINUS.test(typed);
  const [, whole = '', fraction = ''] = NUMBER.exec(typed.replace(MINUS, '').trimStart()) ?? [];
  if (whole === '' && fraction === '') return fail('no-number');
  if (isNegative) return fail('negative');
  if (fraction.length > places) return fail('too-precise');
  const value = Number(whole.replaceAll(' ', '') + fraction.padEnd(places, '0'));
  return value > largest ? fail('too-large') : ok(value);
}

/** Input methods of East Asia type digits and signs as wide as their characters. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
