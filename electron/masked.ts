import { maskLongNumbers } from '../app/domain/phone.ts';

/** Long runs of token characters with a digit and a letter in them: JSON web tokens, keys, customer tokens. UUIDs stay. */
const TOKEN = /\b(?!(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b)(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])[\w.-]{24,}/g;

/** A line for the log with everything personal or secret taken out: `***2249`, `<secret>`. */
export function masked(text: string): string {
  return maskLongNumbers(text.replace(TOKEN, '<secret>'));
}
