import {
  fromRoubles,
  type Kopecks,
  kopecks,
  least,
  minus,
  plus,
  roundHalfUp,
  share,
  spread,
  ZERO,
} from '../../domain/money.ts';
import type { Goods } from './goods.ts';
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
  /** Left to pay with money and certificates. */
  readonly payable: Kopecks;
};

export type Rules = Pick<Shop, 'redemptionPercent' | 'redemptionLimit'> & { readonly goods: Goods };

export type Account = { readonly balance: Kopecks; readonly accrualPercent: number };

/** What the customer's promo codes take off: per cents of every line, then a fixed sum of the receipt. */
export type PromoDiscount = { readonly percent: number; readonly sum: Kopecks };

const NO_PROMO: PromoDiscount = { percent: 0, sum: ZERO };

/**
 * What a receipt comes to for a customer, `null` for an anonymous one (MaxBonus integrator's manual, appendices; the
 * exchange published in 2021). Promotions come off first, then promo codes, then bonuses: at most a share of every line, of
 * the receipt and of the account; more is not refused but cut. Bonuses accrue on what is left to pay, be it with money or
 * certificates. Totals are rounded once and then spread, so that lines add up.
 */
export function calculate(
  rules: Rules,
  items: readonly CheckedItem[],
  payBonus: Kopecks,
  account: Account | null,
  promo = NO_PROMO,
): Sums {
  const priced = withSumOff(
    items.map((item) => priceItem(rules.goods, item, promo.percent)),
    promo.sum,
  );
  const limitBy = priced.map((item) => least(share(item.sum, rules.redemptionPercent), leftOf(item)));
  const limit = account
    ? least(least(plus(...limitBy), kopecks(Math.max(0, account.balance))), limitPerReceipt(rules))
    : ZERO;
  const redeemed = least(payBonus, limit);

  const redeemedBy = spread(redeemed, limitBy);
  const paid = priced.map((item, at) => minus(leftOf(item), redeemedBy[at] ?? ZERO));
  const payable = plus(...paid);
  const accrued = account ? share(payable, account.accrualPercent) : ZERO;
  const accruedBy = spread(accrued, paid);

  return {
    items: priced.map((item, at) => ({
      ...item,
      limit: limitBy[at] ?? ZERO,
      redeemed: redeemedBy[at] ?? ZERO,
      accrued: accruedBy[at] ?? ZERO,
    })),
    total: plus(...priced.map((item) => item.sum)),
    discount: plus(...priced.map((item) => item.discount)),
    limit,
    redeemed,
    accrued,
    payable,
  };
}

type PricedItem = Pick<CalculatedItem, keyof CheckedItem | 'sum' | 'discount' | 'known'>;

function priceItem(goods: Goods, item: CheckedItem, promoPercent: number): PricedItem {
  const sum = kopecks(roundHalfUp(item.price * item.qty));
  const promotion = share(sum, goods.discountPercent(item.code));
  const discount = plus(promotion, share(minus(sum, promotion), promoPercent));
  return { ...item, sum, discount, known: goods.knows(item.code) };
}

/** A fixed sum off the receipt, at most all of it. */
function withSumOff(items: readonly PricedItem[], sum: Kopecks): readonly PricedItem[] {
  const left = items.map(leftOf);
  const off = spread(least(sum, plus(...left)), left);
  return items.map((item, at) => ({ ...item, discount: plus(item.discount, off[at] ?? ZERO) }));
}

function leftOf({ sum, discount }: PricedItem): Kopecks {
  return minus(sum, discount);
}

function limitPerReceipt(rules: Rules): Kopecks {
  return fromRoubles(rules.redemptionLimit) ?? ZERO;
}
