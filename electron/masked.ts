import { lastDigits } from '../app/domain/phone.ts';

/** Ten digits or more, spelt with or without separators: phones, but cards and barcodes too, which nobody misses in a log. */
const LONG_NUMBER = /\+?\d(?:[\s()-]{0,2}\d){9,}/g;
/** Long runs of token characters with a digit and a letter in them: JSON web tokens, keys, customer tokens. UUIDs stay. */
const TOKEN = /\b(?!(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b)(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])[\w.-]{24,}/g;

/** A line for the log with everything personal or secret taken out: `***2249`, `<secret>`. */
export function masked(text: string): string {
  return text.replace(TOKEN, '<secret>').replace(LONG_NUMBER, (number) => `***${lastDigits(number)}`);
}
