import { maskLongNumbers } from '../app/domain/phone.ts';

/** Long runs of token characters with a digit and a letter in them: JSON web tokens, keys, customer tokens. UUIDs stay. */
const TOKEN =
  /(?<![\w.-])(?!(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b)(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])[\w.-]{24,}/g;

const secrets = new Set<string>();

/** From now on this text stands in no line, whatever it looks like: a shop's token may be a word or a UUID. */
export function conceal(secret: string | undefined): void {
  if (secret !== undefined && secret.length >= SHORTEST_SECRET) secrets.add(secret);
}

/** Anything shorter would take words out of every line. */
const SHORTEST_SECRET = 6;

/** A line for the log with everything personal or secret taken out: `***2249`, `<secret>`. */
export function masked(text: string): string {
  const open = [...secrets].reduce((line, secret) => line.replaceAll(secret, '<secret>'), text);
  return maskLongNumbers(open.replace(TOKEN, '<secret>'));
}
