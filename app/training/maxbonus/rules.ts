import {
  fromRoubles,
  type Kopecks,
  kopecks,
  least,
  minus,
  plus,
  roundHalfUp,
  share,
  ZERO,
} from '../../domain/money.ts';
import type { Shop } from './model.ts';

/** One line as sent: price in kopecks, `qty` in pieces or kilograms. */
export type CheckedItem = {
  readonly code: string;
  readonly index: number;
  readonly price: Kopecks;
  readonly qty: number;
};

type CalculatedItem = CheckedItem & {
  /** Before discount and bonuses. */
  readonly sum: Kopecks;
  readonly discount: Kopecks;
  readonly limit: Kopecks;
  readonly redeemed: Kopecks;
  readonly accrued: Kopecks;
  readonly known: boolean;
};

export type Sums = {
  readonly items: readonly CalculatedItem[];
  readonly total: Kopecks;
  readonly discount: Kopecks;
  readonly limit: Kopecks;
  readonly redeemed: Kopecks;
  readonly accrued: Kopecks;
};

export type Account = { readonly balance: Kopecks; readonly accrualPercent: number };

/**
 * What a receipt comes to for a customer, `null` for an anonymous one (MaxBonus integrator's manual, appendices; the
 * exchange published in 2021). Bonuses pay at most a share of every line, of the receipt and of the account; more is not
 * refused but cut. They accrue on what is left to pay. Totals are rounded once and then spread, so that lines add up.
 */
export function calculate(shop: Shop, items: readonly CheckedItem[], payBonus: Kopecks, account: Account | null): Sums {
  const priced = items.map((item) => priceItem(shop, item));
  const limits = plus(...priced.map((item) => item.limit));
  const limit = account ? least(least(limits, account.balance), limitPerReceipt(shop)) : ZERO;
  const redeemed = least(payBonus, limit);

  const redeemedBy = spread(
    redeemed,
    priced.map((item) => item.limit),
  );
  const paid = priced.map((item, at) => minus(minus(item.sum, item.discount), redeemedBy[at] ?? ZERO));
  const accrued = account ? share(plus(...paid), account.accrualPercent) : ZERO;
  const accruedBy = spread(accrued, paid);

  return {
    items: priced.map((item, at) => ({ ...item, redeemed: redeemedBy[at] ?? ZERO, accrued: accruedBy[at] ?? ZERO })),
    total: plus(...priced.map((item) => item.sum)),
    discount: plus(...priced.map((item) => item.discount)),
    limit,
    redeemed,
    accrued,
  };
}

function priceItem(shop: Shop, item: CheckedItem) {
  const product = shop.products.find(({ code }) => code === item.code);
  const sum = kopecks(roundHalfUp(item.price * item.qty));
  const discount = share(sum, product?.discountPercent ?? 0);
  const limit = least(share(sum, shop.redemptionPercent), minus(sum, discount));
  return { ...item, sum, discount, limit, known: product !== undefined };
}

function limitPerReceipt(shop: Shop): Kopecks {
  return fromRoubles(shop.redemptionLimit) ?? ZERO;
}

/**
 * Spreads a whole over parts in proportion to their weights. Rounds the running sum rather than the parts: the parts add up
 * to the whole, and none exceeds its weight when the whole does not exceed theirs.
 */
export function spread(whole: Kopecks, weights: readonly Kopecks[]): readonly Kopecks[] {
  const sum = plus(...weights);
  let weight = 0;
  let given = 0;
  return weights.map((next) => {
    weight += next;
    const due = sum === 0 ? 0 : roundHalfUp(whole * (weight / sum));
    const part = kopecks(due - given);
    given = due;
    return part;
  });
}
