import { lastDigits, maskLongNumbers } from '../../domain/phone.ts';

const LONGEST_TEXT = 500;

const GAP = String.raw`[\s–-]{0,3}`;

/**
 * A phone as people write it, and no other number of a slip: +7, 7 or 8 with ten digits, in groups or with a code in brackets,
 * or a plus with a country's ten to fifteen. A sum, a date or a fiscal number before or behind is no part of it.
 */
const PHONE = new RegExp(
  [
    String.raw`(?<!\d)(?:\+?7|8)${GAP}(?:\d{3}|\(\d{3}\))${GAP}\d{3}${GAP}\d{2}${GAP}\d{2}(?![.,]?\d)`,
    String.raw`(?<!\d)(?:\+?7|8)${GAP}\(\d{4,5}\)(?:${GAP}\d){5,6}(?![.,]?\d)`,
    String.raw`(?<!\d)(?:\+?7|8)\.\d{3}\.\d{3}\.\d{2}\.\d{2}(?![.,]?\d)`,
    String.raw`\+\d(?:[\s()–-]{0,2}\d){9,14}(?![.,]?\d)`,
  ].join('|'),
  'g',
);

/**
 * One line of a service's own wording, fit for a screen and a printer: control, formatting and broken characters are
 * blanks (a slip must not carry commands to a printer), of phones only the last four digits remain, at most 500 characters.
 */
export function cleanLine(text: string): string {
  return shortened(
    plain(text)
      .replace(PHONE, (phone) => `***${lastDigits(phone)}`)
      .trimEnd(),
  );
}

/** A service's sentence for the cashier, cleaned like a line; of every number as long as a phone four digits remain. */
export function cleanMessage(text: string): string {
  return shortened(maskLongNumbers(plain(text)).trim());
}

function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu, ' ');
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_TEXT ? `${characters.slice(0, LONGEST_TEXT - 1).join('')}…` : text;
}
