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
  | { readonly kind: 'customer-code'; readonly code: string };

/**
 * What a scanned code may mean: goods of the catalogue first, then — unless it is a well-formed product number that the
 * catalogue lacks — the customer's card, QR or app code. Empty: a product nobody knows.
 */
export function readingsOfScan(text: string, goods: Catalogue): readonly Reading[] {
  const product = findByBarcode(text, goods);
  if (product) return [{ kind: 'product', product }];
  return isGtin(text) ? [] : [{ kind: 'customer-code', code: text }];
}

/**
 * What typed text may mean. Several readings stand for a question to the cashier: «1234» may be a sum, a customer's short
 * code or an article. A decimal separator makes it a sum, ten or eleven digits a phone.
 */
export function readingsOfTyping(text: string, goods: Catalogue): readonly Reading[] {
  const scanned = findByBarcode(text, goods);
  if (scanned) return [{ kind: 'product', product: scanned }];
  const product = goods.byCode(text);
  const readings: Reading[] = product ? [{ kind: 'product', product }] : [];
  const phone = parsePhone(text);
  if (phone) return [...readings, { kind: 'customer-phone', phone }];
  if (isGtin(text)) return readings;

  const amount = text.length <= LONGEST_TYPED_AMOUNT ? parseAmount(text) : null;
  if (amount !== null && amount > 0) readings.push({ kind: 'amount', amount });
  if (couldBeCustomerCode(text)) readings.push({ kind: 'customer-code', code: text });
  return readings;
}

const LONGEST_TYPED_AMOUNT = 12;

/** Short codes have four characters or more; whatever has a separator or a space is a sum or a phone. */
function couldBeCustomerCode(text: string): boolean {
  return text.length >= 4 && !/[\s,.]/.test(text);
}

/** A scanner may send a UPC-A number with or without its leading zero. */
function findByBarcode(text: string, goods: Catalogue): Product | null {
  const found = goods.byBarcode(text);
  if (found || !isGtin(text)) return found;
  if (text.length === 12) return goods.byBarcode(`0${text}`);
  return text.length === 13 && text.startsWith('0') ? goods.byBarcode(text.slice(1)) : null;
}
