import { isGtin, withCheckDigit } from '../gtin.ts';
import type { GoodsMeaning } from './meaning.ts';
import type { Measure } from './measure.ts';

/** Place of the first digit, counted from 0, and number of digits. */
type Digits = readonly [from: number, length: number];

/**
 * How the shop's own scales and labels make codes of thirteen digits: which begin so, where the article stands, where how
 * much of it, and in what. Codes from 20 to 29 are a shop's own to give (GS1 General Specifications, 2.1.11), so that
 * nothing but the shop's word says what is in them.
 */
export type WeighedRule = {
  readonly prefix: string;
  readonly article: Digits;
  readonly value: Digits;
  readonly unit: Measure['unit'];
  /** The last digit is the check digit of an EAN-13; else it counts for nothing. */
  readonly checkDigit: boolean;
};

const LENGTH = 13;

/** What a code says by the first rule that it fits; `null` when it fits none. */
export function readWeighed(text: string, rules: readonly WeighedRule[]): GoodsMeaning | null {
  if (!/^2\d{12}$/.test(text)) return null;
  const rule = rules.find(({ prefix, checkDigit }) => text.startsWith(prefix) && (!checkDigit || isGtin(text)));
  if (!rule) return null;
  const article = cut(text, rule.article);
  return {
    kind: 'goods',
    barcodes: [withoutValue(text, rule)],
    articles: [article, article.replace(/^0+(?=\d)/, '')],
    measure: { unit: rule.unit, value: Number(cut(text, rule.value)), binding: true },
    mark: null,
    certain: true,
  };
}

/** The same code with noughts for how much, as catalogues hold goods that are weighed. */
function withoutValue(text: string, { value: [from, length] }: WeighedRule): string {
  const blank = `${text.slice(0, from)}${'0'.repeat(length)}${text.slice(from + length)}`;
  return withCheckDigit(blank.slice(0, LENGTH - 1));
}

function cut(text: string, [from, length]: Digits): string {
  return text.slice(from, from + length);
}
