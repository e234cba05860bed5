import { isGtin } from '../domain/gtin.ts';
import { type Kopecks, parseAmount } from '../domain/money.ts';
import { type Phone, parsePhone } from '../domain/phone.ts';
import type { Product } from '../domain/product.ts';
import type { Catalogue } from './ports.ts';

/** One thing a code may mean. */
export type Reading =
  | { readonly kind: 'product'; readonly product: Product }
  | { readonly kind: 'amount'; readonly amount: Kopecks }
  | { readonly kind: 'customer-phone'; readonly phone: Phone }
  | { readonly kind: 'customer-code'; readonly code: string }
  | { readonly kind: 'certificate'; readonly code: string }
  | { readonly kind: 'promo'; readonly code: string }
  | { readonly kind: 'anonymous' };

/** Regular expressions that match a whole code, for each kind of the shop's own codes. */
export type CodeMasks = {
  readonly cards: readonly string[];
  readonly certificates: readonly string[];
  readonly promos: readonly string[];
};

/** What the dialog in front waits for; it decides before any shape does. */
export type Expectation = 'anything' | 'customer' | 'certificate' | 'promo';

/** MaxBonus' token of the anonymous customer is ten eights; other runs of them are met and mean the same. */
const ANONYMOUS = /^8{8,}$/;

/** Reads codes by the shop's catalogue and the masks of its own codes. Several readings stand for a question to the cashier. */
export class CodeReader {
  readonly #goods: Catalogue;
  readonly #masks: { readonly [Kind in keyof CodeMasks]: readonly RegExp[] };

  constructor(goods: Catalogue, masks: CodeMasks) {
    this.#goods = goods;
    const whole = (sources: readonly string[]): RegExp[] => sources.map((source) => new RegExp(`^(?:${source})$`));
    this.#masks = {
      cards: whole(masks.cards),
      certificates: whole(masks.certificates),
      promos: whole(masks.promos),
    };
  }

  /**
   * What a scanned code may mean: what the open dialog waits for; goods of the catalogue; a code of the shop's own shape;
   * else, unless it is a well-formed product number that the catalogue lacks, a customer's card, QR or app code — or any of
   * the shop's codes, where cards have a shape and this is none. Empty: a product nobody knows.
   */
  scanned(text: string, expected: Expectation): readonly Reading[] {
    if (expected !== 'anything') return [expectedReading(text, expected)];
    const product = this.#byBarcode(text);
    if (product) return [{ kind: 'product', product }];
    if (ANONYMOUS.test(text)) return [{ kind: 'anonymous' }];
    const shaped = this.#byShape(text);
    if (shaped.length > 0) return shaped;
    if (isGtin(text)) return [];
    return this.#masks.cards.length > 0 ? anyCode(text) : [{ kind: 'customer-code', code: text }];
  }

  /**
   * What typed text may mean: «1234» may be a sum, a customer's short code or an article. A barcode of the catalogue is just
   * that, a decimal separator makes it a sum, ten or eleven digits a phone.
   */
  typed(text: string): readonly Reading[] {
    const scanned = this.#byBarcode(text);
    if (scanned) return [{ kind: 'product', product: scanned }];
    if (ANONYMOUS.test(text)) return [{ kind: 'anonymous' }];
    const product = this.#goods.byCode(text);
    const readings: Reading[] = product ? [{ kind: 'product', product }] : [];
    const phone = parsePhone(text);
    if (phone) return [...readings, { kind: 'customer-phone', phone }];
    const shaped = this.#byShape(text);
    if (shaped.length > 0) return [...readings, ...shaped];
    if (isGtin(text)) return readings;

    const amount = text.length <= LONGEST_TYPED_AMOUNT ? parseAmount(text) : null;
    if (amount !== null && amount > 0) readings.push({ kind: 'amount', amount });
    if (couldBeCode(text)) readings.push(...(this.#masks.cards.length > 0 ? anyCode(text) : codeByHand(text)));
    return readings;
  }

  #byShape(code: string): readonly Reading[] {
    const fits = (masks: readonly RegExp[]): boolean => masks.some((mask) => mask.test(code));
    const readings: Reading[] = [];
    if (fits(this.#masks.cards)) readings.push({ kind: 'customer-code', code });
    if (fits(this.#masks.certificates)) readings.push({ kind: 'certificate', code });
    if (fits(this.#masks.promos)) readings.push({ kind: 'promo', code });
    return readings;
  }

  /** A scanner may send a UPC-A number with or without its leading zero. */
  #byBarcode(text: string): Product | null {
    const found = this.#goods.byBarcode(text);
    if (found || !isGtin(text)) return found;
    if (text.length === 12) return this.#goods.byBarcode(`0${text}`);
    return text.length === 13 && text.startsWith('0') ? this.#goods.byBarcode(text.slice(1)) : null;
  }
}

/** All that a code of no known shape may be at a till: for the cashier to say. */
function anyCode(code: string): readonly Reading[] {
  return [
    { kind: 'customer-code', code },
    { kind: 'certificate', code },
    { kind: 'promo', code },
  ];
}

const LONGEST_TYPED_AMOUNT = 12;
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

function expectedReading(code: string, expected: Exclude<Expectation, 'anything'>): Reading {
  switch (expected) {
    case 'customer':
      return customerReading(code);
    case 'certificate':
      return { kind: 'certificate', code };
    case 'promo':
      return { kind: 'promo', code };
  }
}

/** A customer by what a person typed or scanned: a phone in any spelling, eights for nobody, else a card, QR or short code. */
export function customerReading(text: string): Reading {
  if (ANONYMOUS.test(text)) return { kind: 'anonymous' };
  const phone = parsePhone(text);
  return phone ? { kind: 'customer-phone', phone } : { kind: 'customer-code', code: text };
}
