import { cleanMessage } from './service-text.ts';

/** What a service says of an error: its number or code, and its sentence for the cashier; either may be missing. */
export type ServiceError = { readonly number: string | null; readonly sentence: string };

type Fields = Readonly<Record<string, unknown>>;

/** Where services put the sentence of an error, the likeliest first. */
const SENTENCES = [
  'message',
  'error',
  'errorMessage',
  'error_message',
  'errorText',
  'error_text',
  'error_description',
  'detail',
  'description',
  'resultMessage',
] as const;

/** Fields whose list, or object of lists, names each thing that is wrong. */
const DETAILS = ['errors', 'details'] as const;

const MOST_DETAILS = 5;

/**
 * What is said of an error in the body of an answer, in its `data` or in its `error`: the innermost knows best.
 * @param numbers fields that may hold the number, the likeliest first
 */
export function errorOf(body: unknown, numbers: readonly string[]): ServiceError {
  const outer = fieldsOf(body);
  const parts = [outer?.['data'], outer?.['error'], outer].map(fieldsOf).filter((part) => part !== null);
  const own = [...parts.map(ownSentence), text(outer?.['data']), text(body)].find((said) => said !== '');
  const details = parts.flatMap(detailsOf);
  const [sentence = '', ...more] = own === undefined ? details : [own, ...details];
  const number = [...parts, ...parts.flatMap(detailFields)].map((part) => numberIn(part, numbers)).find(Boolean);
  return { number: number ?? null, sentence: withDetails(sentence, more) };
}

/** The number of an error in these fields: a whole number or a short code such as `E-17`; zero is none. */
export function numberIn(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    const said = typeof value === 'number' ? String(value) : text(value);
    if (/^[\w.-]{1,32}$/.test(said) && !/^[-+]?0+$/.test(said)) return said;
  }
  return null;
}

/** The sentence with the number before it, as people quote it to whoever can help: «№ 1005: Недостаточно бонусов». */
export function numbered({ number, sentence }: ServiceError): string {
  if (number === null) return sentence;
  const shown = /^\d+$/.test(number) ? `№ ${number}` : number;
  return sentence === '' ? shown : `${shown}: ${sentence}`;
}

/** The sentence in these fields themselves. */
export function ownSentence(fields: Fields): string {
  return SENTENCES.map((name) => text(fields[name])).find((said) => said !== '') ?? '';
}

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function withDetails(sentence: string, details: readonly string[]): string {
  const more = [...new Set(details)].filter((detail) => !sentence.includes(detail)).slice(0, MOST_DETAILS);
  return more.length === 0 ? sentence : cleanMessage(`${sentence} (${more.join('; ')})`);
}

function detailsOf(fields: Fields): string[] {
  return detailValues(fields).flatMap((value) => {
    const part = fieldsOf(value);
    const said = part ? ownSentence(part) : text(value);
    return said === '' ? [] : [said];
  });
}

function detailFields(fields: Fields): Fields[] {
  return detailValues(fields)
    .map(fieldsOf)
    .filter((part) => part !== null);
}

function detailValues(fields: Fields): readonly unknown[] {
  return DETAILS.flatMap((name) => {
    const value = fields[name];
    if (Array.isArray(value)) return value.slice(0, MOST_DETAILS);
    return Object.values(fieldsOf(value) ?? {})
      .flat()
      .slice(0, MOST_DETAILS);
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? cleanMessage(value) : '';
}
