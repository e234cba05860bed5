import { isGtin } from '../gtin.ts';
import { roundHalfUp } from '../money.ts';
import { afterFnc1, type Elements, parseElements } from './elements.ts';
import type { GoodsMeaning } from './meaning.ts';
import type { Measure } from './measure.ts';
import { spellings } from './product-number.ts';

/** A bar code of nothing but a product number: sixteen digits, as many as a customer's card may have. */
const ONLY_GTIN = 16;

/** Goods by a GS1 element string — «Честный знак», GS1-128, GS1 DataBar — with its separators; `null` when it is none. */
export function readElementString(text: string, isGs1: boolean): GoodsMeaning | null {
  // Without the scanner's word any run of digits may look like one: it has to begin with a product number.
  if (!isGs1 && !/^01\d{14}/.test(afterFnc1(text))) return null;
  const elements = parseElements(text);
  const gtin = elements?.get('01');
  if (!elements || gtin === undefined || !isGtin(gtin)) return null;
  const serial = elements.get('21');
  return {
    kind: 'goods',
    barcodes: spellings(gtin),
    articles: [],
    measure: measureOf(elements),
    mark: serial === undefined ? null : `01${gtin}21${serial}`,
    ...(elements.size > 1 && { detailed: true as const }),
    certain: isGs1 || text.length > ONLY_GTIN,
  };
}

/** Grams in the unit of each net weight: kilograms, pounds, ounces («GS1 General Specifications», 3.6). */
const GRAMS: ReadonlyMap<string, number> = new Map([
  ['310', 1000],
  ['320', 453.592_37],
  ['357', 28.349_523_125],
]);

/** A net weight counts before a price to pay (392x): it needs no dividing. */
function measureOf(elements: Elements): Measure | null {
  for (const [ai, value] of elements) {
    const grams = GRAMS.get(ai.slice(0, 3));
    if (grams !== undefined && /[0-5]$/.test(ai)) return measure('g', value, grams, Number(ai.at(-1)));
  }
  for (const [ai, value] of elements) {
    if (/^392\d$/.test(ai)) return measure('kopecks', value, 100, Number(ai.at(-1)));
  }
  return null;
}

/** The last digit of the identifier says how many decimals the value has; one of nought says nothing. */
function measure(unit: Measure['unit'], value: string, whole: number, decimals: number): Measure | null {
  const of = /^\d{1,10}$/.test(value) ? roundHalfUp((Number(value) * whole) / 10 ** decimals) : 0;
  return of > 0 ? { unit, value: of, binding: false } : null;
}

/**
 * A pack of tobacco: product number, seven characters of serial number, price and check code without any identifiers («Честный
 * знак», structure of the marking code of tobacco).
 */
const TOBACCO = /^(\d{14}[!-~]{7})[!-~]{8}$/;

export function readTobacco(text: string): GoodsMeaning | null {
  const mark = TOBACCO.exec(afterFnc1(text))?.[1];
  if (mark === undefined || !isGtin(mark.slice(0, 14)) || /^\d+$/.test(text)) return null;
  return {
    kind: 'goods',
    barcodes: spellings(mark.slice(0, 14)),
    articles: [],
    measure: null,
    mark,
    certain: true,
  };
}
