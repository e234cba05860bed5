import { CP866_SIGNS } from './cp866.ts';

/**
 * What stands for a character that the printer's table (CP866) lacks. Letters of Ukrainian, Sakha, Kazakh, Tatar and their neighbours that
 * it lacks are printed by the letter that looks most like them, as typewriters did.
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
  '‹': '"',
  '›': '"',
  '‚': "'",
  '‛': "'",
  '′': "'",
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '⁄': '/',
  '×': 'x',
  '÷': ':',
  '±': '+-',
  '≈': '~',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '→': '->',
  '←': '<-',
  '‰': '0/00',
  '®': '(R)',
  '©': '(C)',
  '£': 'GBP',
  '¥': 'JPY',
  '₴': 'грн',
  '₸': 'тг',
  '¢': 'c',
  '§': 'п.',
  µ: 'мк',
  μ: 'мк',
  Ω: 'Ом',
  '★': '*',
  '☆': '*',
  '✓': 'v',
  '✔': 'v',
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
  ...pairs('Әа Ғг Қк Ңн Ұу Җж Ҙз Ҡк Ҫс Ҳх Ҷч Ӡз Ԥп Ҩо Ҭт Ӏi Ҝк Ҹч Ѕs Јj'),
  Ђ: 'Дж',
  ђ: 'дж',
  Љ: 'Ль',
  љ: 'ль',
  Њ: 'Нь',
  њ: 'нь',
  Ћ: 'Ч',
  ћ: 'ч',
  Џ: 'Дж',
  џ: 'дж',
  ß: 'ss',
  ẞ: 'SS',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Þ: 'Th',
  þ: 'th',
  ...pairs('Øo Đd Ðd Łl Ħh Ŋn Ŧt'),
  ı: 'i',
  ə: 'e',
  Ə: 'E',
};

/** A letter in both cases by one of the table: «Қк» is Қ → К and қ → к. */
function pairs(letters: string): Readonly<Record<string, string>> {
  const both = letters.split(' ').flatMap(([letter = '', like = '']) => [
    [letter, like.toUpperCase()],
    [letter.toLowerCase(), like],
  ]);
  return Object.fromEntries(both);
}

/** Everything but the signs of CP866. */
const UNPRINTABLE = new RegExp(`[^ -~${CP866_SIGNS}]`, 'gu');

/** Breaks of lines and every other kind of space. */
const SPACE = /[\p{Z}\t\n\v\f\r\u0085]/u;

/** Control and format characters, and accents without a letter of their own: nothing of them shows. */
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{M}/u;

/** Between a number and the fraction behind it: 1½ is not 11/2. */
const MIXED_NUMBER = /(?<=\d)(?=[¼½¾⅐-⅞↉])/gu;

/** Pictures say nothing that a word beside them does not. */
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;

/**
 * Text as the printer can print it: one CP866 character a column, no control characters. What the table lacks is spelled as near as
 * can be — the letter without its accent, ½ as 1/2, ® as (R) —, pictures are left out, and the rest becomes "?". Applied before
 * layout, so that widths are right. Printable text comes back as it is.
 */
export function toPrintable(text: string): string {
  return text.normalize('NFC').replace(MIXED_NUMBER, ' ').replace(UNPRINTABLE, spelled);
}

function spelled(character: string): string {
  if (SPACE.test(character)) return ' ';
  const replacement = REPLACEMENTS[character];
  if (replacement !== undefined) return replacement;
  if (INVISIBLE.test(character)) return '';
  // What Unicode makes of it: a letter and its accent, a fraction, a roman number, a wide letter.
  const parts = character.normalize('NFKD');
  if (parts !== character) return parts.replace(UNPRINTABLE, spelled);
  return PICTURE.test(character) ? '' : '?';
}
