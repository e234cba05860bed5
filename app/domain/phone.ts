declare const phoneBrand: unique symbol;

/** A whole phone number: country code and subscriber, digits only ("79141234567"). Personal: never shown, logged or stored. */
export type Phone = string & { readonly [phoneBrand]: true };

/** A digit as keyboards and web pages have it: ASCII, or in full width. */
const DIGIT = '[0-9\uff10-\uff19]';
/** What people and programs set between the digits of a phone, the invisible signs of copied text among it. */
const GAP = String.raw`[\p{Pd}\p{Zs}\p{Cf}()\uff08\uff09./_·•\u2212\uff0e\uff0f\uff3f]`;
const PLUS = '[+\uff0b]';
/** With a country's code; the longest that may be dialled, 0 or 810 before it included. */
export const FEWEST_DIGITS = 10;
export const MOST_DIGITS = 18;

const START = `(?:${PLUS}${GAP}{0,4}|[(\uff08]{0,2})${DIGIT}`;
const NEXT = `(?:${GAP}{0,4}${DIGIT})`;

const WHOLE = new RegExp(`^(?:tel:)?${GAP}*${START}${NEXT}{${FEWEST_DIGITS - 1},${MOST_DIGITS - 1}}${GAP}*$`, 'iu');
const WITH_PLUS = new RegExp(`^(?:tel:)?${GAP}*${PLUS}`, 'iu');
/** Phones, and cards and barcodes too. */
const LONG_NUMBER = new RegExp(`${START}${NEXT}{${FEWEST_DIGITS - 1},}`, 'gu');

/** True when the text has the form of a phone in some spelling, whether there is such a number or not. */
export function looksLikePhone(text: string): boolean {
  return WHOLE.test(text.trim());
}

/** The ASCII digits of a spelling, full-width ones among them. */
export function digitsOf(text: string): string {
  return text.replace(/[\uff10-\uff19]/g, (wide) => String(wide.charCodeAt(0) - 0xff10)).replace(/\D/g, '');
}

/** True when the spelling says that a country's code comes first. */
export function hasPlus(text: string): boolean {
  return WITH_PLUS.test(text.trim());
}

/** The last four digits, all that may be kept, printed or shown of a phone; shorter input gives what there is. */
export function lastDigits(phone: string): string {
  return digitsOf(phone).slice(-4);
}

/** The text with only the last four digits left of every number as long as a phone, however it is grouped: `***2249`. */
export function maskLongNumbers(text: string): string {
  return replaceLongNumbers(text, (number) => `***${lastDigits(number)}`);
}

/** The text with every run of ten digits or more, grouped as people group phones, given another form. */
export function replaceLongNumbers(text: string, replaced: (number: string) => string): string {
  return text.replace(LONG_NUMBER, replaced);
}
