const LONGEST_TEXT = 500;
const LONG_NUMBER = /\+?\d(?:[\s()-]{0,2}\d){9,}/g;

/**
 * One line of a service's own wording, fit for a screen and a printer: control, formatting and broken characters are
 * blanks (a slip must not carry commands to a printer), at most 500 characters.
 */
export function cleanLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu, ' ');
  const characters = [...plain.trimEnd()];
  return characters.length > LONGEST_TEXT ? `${characters.slice(0, LONGEST_TEXT - 1).join('')}…` : characters.join('');
}

/** A service's sentence for the cashier. Of numbers as long as a phone only the last four digits remain. */
export function cleanMessage(text: string): string {
  return cleanLine(text.replace(LONG_NUMBER, (number) => `***${number.replace(/\D/g, '').slice(-4)}`)).trim();
}
