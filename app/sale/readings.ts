import type { Expectation } from '../domain/codes/expectation.ts';
import { asIfLatin } from '../domain/codes/layout.ts';
import type { GoodsMeaning, Meaning, OwnCode } from '../domain/codes/meaning.ts';
import { type Measure, measuredQuantity } from '../domain/codes/measure.ts';
import { mayBeDiiaNumber } from '../domain/codes/other.ts';
import { type CodeRules, type Recognised, recogniser } from '../domain/codes/recognise.ts';
import { type Kopecks, kopecks, LARGEST_AMOUNT, parseAmount } from '../domain/money.ts';
import { looksLikePhone, type Phone } from '../domain/phone.ts';
import { type PhoneCountry, parsePhone } from '../domain/phone-reader.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Product } from '../domain/product.ts';
import { ONE, type Quantity } from '../domain/quantity.ts';
import type { Scan } from '../domain/scan.ts';
import type { Catalogue } from './ports.ts';

/** One thing a code may mean. */
export type Reading =
  | {
      readonly kind: 'product';
      readonly product: Product;
      readonly quantity: Quantity;
      /** What tells a marked piece from every other; `null` for goods that are all alike. */
      readonly mark: string | null;
      /** The code itself says how much it is. */
      readonly counted: boolean;
      /** Sold by weight, of which this single piece's code says nothing: it has to be told. */
      readonly weightless?: true;
    }
  | { readonly kind: 'amount'; readonly amount: Kopecks }
  | { readonly kind: 'customer-phone'; readonly phone: Phone }
  | { readonly kind: 'customer-code'; readonly code: string }
  | { readonly kind: 'certificate'; readonly code: string }
  | { readonly kind: 'promo'; readonly code: string }
  | { readonly kind: 'anonymous' }
  /** A sum above the usual that a person has yet to say is one; `name`: of the line that it becomes. */
  | { readonly kind: 'large-sum'; readonly amount: Kopecks; readonly name: string }
  /** A slip of the keyboard: nothing comes of it. */
  | { readonly kind: 'mistyped' }
  /** Understood, and of no use here: the cashier is told why. */
  | { readonly kind: 'unusable'; readonly why: Problem };

type ProductReading = Extract<Reading, { kind: 'product' }>;

type ScannedCode = Pick<Scan, 'text' | 'aim'>;

/** MaxBonus' token of the anonymous customer is ten eights; other runs of them are met and mean the same. */
const ANONYMOUS = /^8{8,}$/;

/** Reads codes by their shape and the shop's catalogue. Several readings stand for a question to the cashier. */
export class CodeReader {
  readonly #goods: Catalogue;
  readonly #recognise: (code: ScannedCode) => Recognised;
  /** The shop's cards have a shape, so that a code without one need not be a customer's. */
  readonly #shaped: boolean;
  readonly #largestSum: Kopecks;
  readonly #phoneCountry: PhoneCountry;

  /** @param largestSum what is typed beyond it is no sum */
  constructor(goods: Catalogue, rules: CodeRules, largestSum = kopecks(LARGEST_AMOUNT)) {
    this.#goods = goods;
    this.#largestSum = largestSum;
    this.#recognise = recogniser(rules);
    this.#phoneCountry = rules.phoneCountry;
    this.#shaped = rules.cards.length > 0;
  }

  /** A customer by what a person typed or scanned: a phone in any spelling, eights for nobody, else a card, QR or short code. */
  customer(text: string): Reading {
    return customerReading(text, this.#phoneCountry);
  }

  /** One piece of the product with just this article. */
  article(code: string): ProductReading | null {
    const product = this.#goods.byCode(code);
    return product && onePiece(product);
  }

  /**
   * What a scanned code may mean: what the open dialog waits for, though goods are no promo code; goods of the catalogue; a code of the shop's own shape, a
   * label of its scales, a code that has no use here; else, unless it is a well-formed product number that the catalogue
   * lacks, a customer's card, QR or app code — or any of the shop's codes, where cards have a shape and this is none. Empty:
   * a product nobody knows.
   */
  scanned(code: ScannedCode, expected: Expectation): readonly Reading[] {
    const { text, meanings } = this.#recognise(code);
    const products = this.#products(text, meanings);
    if (expected === 'promo' && products.length > 0 && !isOwn(meanings, 'promo')) return products;
    if (expected !== 'anything') return [expectedReading(text, meanings, expected, this.#phoneCountry)];
    if (products.length > 0) return products;
    if (ANONYMOUS.test(text)) return [{ kind: 'anonymous' }];
    const readings = this.#byShape(text, meanings);
    if (readings.length > 0) return readings;
    if (meanings.some(isGoodsForSure)) return [];
    return this.#shaped ? anyCode(text) : [{ kind: 'customer-code', code: text }];
  }

  /**
   * What typed text may mean, the likeliest first and a sum last: «1234» may be a customer's short code or a sum. A barcode or
   * an article of the catalogue is just that, unless the shop's own codes look so too; a decimal separator makes it a sum, ten
   * or eleven digits a phone.
   */
  typed(typed: string): readonly Reading[] {
    const { text, meanings } = this.#recognise({ text: typed });
    const scanned = this.#products(text, meanings);
    if (scanned.length > 0) return scanned;
    if (ANONYMOUS.test(typed)) return [{ kind: 'anonymous' }];
    const shaped = this.#byShape(text, meanings);
    const product = this.#goods.byCode(typed);
    if (product) return [onePiece(product), ...shaped.filter(({ kind }) => kind !== 'unusable')];
    const phone = parsePhone(typed, this.#phoneCountry);
    if (phone) return [{ kind: 'customer-phone', phone }];
    if (looksLikePhone(typed) && /\D/.test(typed)) return [{ kind: 'unusable', why: problem('phone-not-understood') }];
    if (shaped.length > 0) return shaped;
    if (meanings.some(isGoodsForSure)) return [];
    const codes = couldBeCode(typed) ? (this.#shaped ? anyCode(typed) : codeByHand(typed)) : [];
    const sum = this.#sum(typed);
    // Digits that are too many for a sum may well be a code.
    return sum === null || (sum.kind === 'unusable' && codes.length > 0) ? codes : [...codes, sum];
  }

  #sum(typed: string): Reading | null {
    const amount = typed.length <= LONGEST_TYPED_AMOUNT ? parseAmount(typed) : null;
    if (amount === null || amount === 0) return null;
    if (amount <= this.#largestSum) return { kind: 'amount', amount };
    return { kind: 'unusable', why: problem('amount-too-large', { largest: this.#largestSum }) };
  }

  /** Goods of the catalogue under what was typed or scanned; none for any other code. */
  goods(typed: string): readonly Reading[] {
    const { text, meanings } = this.#recognise({ text: typed });
    return isOwn(meanings, 'promo') ? [] : this.#products(text, meanings);
  }

  /** Goods that the catalogue holds under just this code or under a product number in it: nothing else can be meant. */
  #products(text: string, meanings: readonly Meaning[]): readonly Reading[] {
    const spelled = meanings.length > 0 ? [text] : [text, ...asIfLatin(text)];
    const known = first(spelled, (barcode) => this.#goods.byBarcode(barcode));
    if (known) return [onePiece(known)];
    return first(meanings, (one) => (one.kind === 'goods' && !isOwnLabel(one) ? this.#goodsReadings(one) : null)) ?? [];
  }

  /** Readings by shape; those that are of no use only where there is no other. */
  #byShape(text: string, meanings: readonly Meaning[]): readonly Reading[] {
    const readings = meanings.flatMap((meaning) => {
      if (meaning.kind === 'own') return [ownReading(meaning.own, text)];
      if (meaning.kind === 'other') return [notUsedHere(meaning.what)];
      return (isOwnLabel(meaning) && this.#goodsReadings(meaning)) || [];
    });
    const usable = readings.filter(({ kind }) => kind !== 'unusable');
    return usable.length > 0 ? usable : readings.slice(0, 1);
  }

  #goodsReadings({ barcodes, articles, measure, mark, detailed }: GoodsMeaning): readonly Reading[] | null {
    const product =
      first(barcodes, (barcode) => this.#goods.byBarcode(barcode)) ??
      first(articles, (article) => this.#goods.byCode(article));
    if (!product) return null;
    const counted = measuredQuantity(product, measure);
    if (!counted.ok) return [{ kind: 'unusable', why: counted.error }];
    const reading = { kind: 'product', product, quantity: counted.value, mark, counted: measure !== null } as const;
    if (product.weighed && (mark !== null || detailed) && measure === null) return [{ ...reading, weightless: true }];
    const weighed = measure?.unit === 'g' && !measure.binding && !product.weighed ? byWeight(reading, measure) : null;
    return weighed ? [weighed, reading] : [reading];
  }
}

/**
 * Only goods that differ in weight have a net weight in their code («GS1 General Specifications», 3.6): that the catalogue sells
 * them by the piece may be a slip, and is a person's to say.
 */
function byWeight(reading: ProductReading, measure: Measure): ProductReading | null {
  const product = { ...reading.product, weighed: true };
  const weight = measuredQuantity(product, measure);
  return weight.ok ? { ...reading, product, quantity: weight.value } : null;
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function onePiece(product: Product): ProductReading {
  return { kind: 'product', product, quantity: ONE, mark: null, counted: false };
}

/** Of the shop's own scales: by the shop's rule, where others may see a card. */
function isOwnLabel({ measure }: GoodsMeaning): boolean {
  return measure?.binding === true;
}

function isGoodsForSure(meaning: Meaning): boolean {
  return meaning.kind === 'goods' && meaning.certain;
}

function notUsedHere(kind: string): Reading {
  return { kind: 'unusable', why: problem('code-not-used-here', { kind }) };
}

/** All that a code of no known shape may be at a till: for the cashier to say. */
function anyCode(code: string): readonly Reading[] {
  const readings: readonly Reading[] = [
    { kind: 'customer-code', code },
    { kind: 'certificate', code },
    { kind: 'promo', code },
  ];
  return mayBeDiiaNumber(code) ? [...readings, notUsedHere('diia')] : readings;
}

const LONGEST_TYPED_AMOUNT = 18;
/** More digits than a customer types by heart: a card or a certificate. */
const SHORTEST_LONG_CODE = 12;

/** Without shapes to go by, digits are a customer's short code; letters may be a code of any kind. */
function codeByHand(code: string): readonly Reading[] {
  return /^\d+$/.test(code) && code.length < SHORTEST_LONG_CODE ? [{ kind: 'customer-code', code }] : anyCode(code);
}

/** Short codes have four characters or more; whatever has a separator or a space is a sum or a phone. */
function couldBeCode(text: string): boolean {
  return text.length >= 4 && !/[\s,.]/.test(text);
}

const OWN_CODES = { customer: 'card', certificate: 'certificate', promo: 'promo' } as const satisfies {
  readonly [Expected in Exclude<Expectation, 'anything'>]: OwnCode;
};

/** The code as the open dialog takes it. One that surely belongs to another service is not sent to this one. */
function expectedReading(
  text: string,
  meanings: readonly Meaning[],
  expected: Exclude<Expectation, 'anything'>,
  country: PhoneCountry,
): Reading {
  const own = OWN_CODES[expected];
  const other = meanings.find((meaning) => meaning.kind === 'other');
  if (other && !isOwn(meanings, own)) return notUsedHere(other.what);
  return own === 'card' ? customerReading(text, country) : ownReading(own, text);
}

function isOwn(meanings: readonly Meaning[], own: OwnCode): boolean {
  return meanings.some((meaning) => meaning.kind === 'own' && meaning.own === own);
}

function ownReading(own: OwnCode, code: string): Reading {
  return own === 'card' ? { kind: 'customer-code', code } : { kind: own, code };
}

function customerReading(text: string, country: PhoneCountry): Reading {
  if (ANONYMOUS.test(text)) return { kind: 'anonymous' };
  const phone = parsePhone(text, country);
  return phone ? { kind: 'customer-phone', phone } : { kind: 'customer-code', code: text };
}
