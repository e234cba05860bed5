import { maskLongNumbers } from '../app/domain/phone.ts';

/** Long runs of token characters with a digit and a letter in them: JSON web tokens, keys, customer tokens. UUIDs stay. */
const TOKEN =
  /(?<![\w.-])(?!(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b)(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])[\w.-]{24,}/g;

const secrets = new Set<string>();

/** From now on this text stands in no line, whatever it looks like: a shop's token may be a word or a UUID. */
export function conceal(secret: string | undefined): void {
  if (secret === undefined || secret.length < SHORTEST_SECRET) return;
  for (const spelling of spellings(secret)) secrets.add(spelling);
}

/** As it is, and as it stands in JSON, in an address, in a form and in a header for authorisation. */
function spellings(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const inForm = new URLSearchParams({ secret }).toString().slice('secret='.length);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), inForm, base64];
}

/** Anything shorter would take words out of every line. */
const SHORTEST_SECRET = 6;

/** A line for the log with everything personal or secret taken out: `***2249`, `<secret>`. */
export function masked(text: string): string {
  return maskLongNumbers(withoutSecrets(text).replace(TOKEN, '<secret>'));
}

/** In one pass, the longest first: one spelling may hold another, and a secret may be a part of `<secret>`. */
function withoutSecrets(text: string): string {
  if (secrets.size === 0) return text;
  const longestFirst = [...secrets].sort((one, other) => other.length - one.length);
  const quoted = longestFirst.map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.replace(new RegExp(quoted.join('|'), 'g'), '<secret>');
}
