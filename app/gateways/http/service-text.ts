import { maskLongNumbers } from '../../domain/phone.ts';
import { maskPhones } from '../../domain/phone-reader.ts';

const LONGEST_TEXT = 500;

/**
 * One line of a service's own wording, fit for a screen and a printer: control, formatting and broken characters are
 * blanks (a slip must not carry commands to a printer), of phones only the last four digits remain, at most 500 characters.
 */
export function cleanLine(text: string): string {
  return shortened(maskPhones(enough(plain(text))).trimEnd());
}

/** A service's sentence for the cashier, cleaned like a line; of every number as long as a phone four digits remain. */
export function cleanMessage(text: string): string {
  return shortened(maskLongNumbers(plain(text)).trim());
}

/** As much of the text as may be shown, and more: nobody looks for phones in a megabyte. What is cut off leaves no part of a phone. */
function enough(text: string): string {
  if (text.length <= LONGEST_TEXT * 8) return text;
  return text.slice(0, LONGEST_TEXT * 8).replace(/[^\p{L}]*$/u, '');
}

function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu, ' ');
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_TEXT ? `${characters.slice(0, LONGEST_TEXT - 1).join('')}…` : text;
}
