import { CP866_SIGNS } from './cp866.ts';

/**
 * What stands for a character that the printer's table (CP866) lacks. Letters of Ukrainian and Sakha that it lacks are
 * printed by the letter that looks most like them, as typewriters did.
 */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '₽': 'р.',
  '€': 'EUR',
  '«': '"',
  '»': '"',
  '„': '"',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  '…': '...',
  '•': '·',
  І: 'I',
  і: 'i',
  Ґ: 'Г',
  ґ: 'г',
  Ҕ: 'Г',
  ҕ: 'г',
  Ҥ: 'Н',
  ҥ: 'н',
  Ө: 'О',
  ө: 'о',
  Һ: 'h',
  һ: 'h',
  Ү: 'Y',
  ү: 'y',
};

/** Everything but the signs of CP866. */
const UNPRINTABLE = new RegExp(`[^ -~${CP866_SIGNS}]`, 'gu');

/** Breaks of lines and every other kind of space. */
const SPACE = /[\p{Z}\t\n\v\f\r\u0085]/u;

/** Control and format characters, and accents without a letter of their own: nothing of them shows. */
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{M}/u;

/**
 * Text as the printer can print it: one CP866 character a column, no control characters. What cannot be printed becomes
 * "?". Applied before layout, so that widths are right. Printable text comes back as it is.
 */
export function toPrintable(text: string): string {
  return text.normalize('NFC').replace(UNPRINTABLE, (character) => {
    if (SPACE.test(character)) return ' ';
    return REPLACEMENTS[character] ?? (INVISIBLE.test(character) ? '' : '?');
  });
}
