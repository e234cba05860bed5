import { type Kopecks, kopecks, plus, ZERO } from './money.ts';
import { type Payment, total } from './payment.ts';
import type { Refund } from './receipt-return.ts';

/** A cashier's working day at one till, as the till counts it. Its number is that of its Z report. */
export type Shift = {
  readonly number: number;
  /** Epoch ms. */
  readonly openedAt: number;
  readonly openedBy: string;
};

/** A receipt as far as the shift's sums concern it. */
export type PaidReceipt = {
  /** Epoch ms. */
  readonly paidAt: number;
  readonly payment: Payment;
  readonly discount: Kopecks;
  readonly redeemed: Kopecks;
  readonly accrued: Kopecks;
  readonly certificates: Kopecks;
  /** Its service has yet to be told of it. */
  readonly queued: boolean;
};

/** What came of receipts that their service took only after the Z report of their shift. */
export type Belated = {
  readonly count: number;
  readonly accrued: Kopecks;
  /** Bonuses taken off beyond what the receipts' own reports say; below zero where it was less. */
  readonly redeemed: Kopecks;
};

/** Sums of one shift: X while it runs, Z once it is closed. Amounts are kopecks, times epoch ms. */
export type ShiftReport = {
  readonly kind: 'x' | 'z';
  /** Of the shift, and of the Z report. */
  readonly number: number;
  readonly openedAt: number;
  readonly openedBy: string;
  /** `null` in an X report. */
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  readonly receipts: number;
  /** Goods at their prices, before discounts, bonuses and certificates. */
  readonly sales: Kopecks;
  readonly discounts: Kopecks;
  readonly redeemed: Kopecks;
  readonly accrued: Kopecks;
  readonly certificates: Kopecks;
  /** Money taken. */
  readonly cash: Kopecks;
  readonly card: Kopecks;
  /** Owed by customers. */
  readonly credit: Kopecks;
  readonly returns: Refund & { readonly count: number };
  /** Paid, and not yet at their service. */
  readonly queued: { readonly count: number; readonly sum: Kopecks };
  /** Of earlier shifts: what their own Z reports could not know yet. */
  readonly belated: Belated;
  /** Money taken by hour of the till's day, hours without receipts left out. */
  readonly hours: readonly { readonly hour: number; readonly sum: Kopecks; readonly receipts: number }[];
  /** The last row of the journal's event log: on paper it shows whether rows before it were changed. */
  readonly lastEvent: { readonly id: number; readonly hash: string } | null;
};

/** What a report says that is no sum of its own receipts. */
type ReportHead = Pick<
  ShiftReport,
  'kind' | 'number' | 'openedAt' | 'openedBy' | 'closedAt' | 'closedBy' | 'belated' | 'lastEvent'
>;

/** @param hourOf the hour of the till's day, 0–23, of an epoch ms */
export function shiftReport(
  head: ReportHead,
  receipts: readonly PaidReceipt[],
  refunds: readonly Refund[],
  hourOf: (at: number) => number,
): ShiftReport {
  const queued = receipts.filter((receipt) => receipt.queued);
  return {
    ...head,
    receipts: receipts.length,
    sales: sum(receipts, goodsOf),
    discounts: sum(receipts, ({ discount }) => discount),
    redeemed: sum(receipts, ({ redeemed }) => redeemed),
    accrued: sum(receipts, ({ accrued }) => accrued),
    certificates: sum(receipts, ({ certificates }) => certificates),
    cash: sum(receipts, ({ payment }) => payment.cash),
    card: sum(receipts, ({ payment }) => payment.card),
    credit: sum(receipts, ({ payment }) => payment.credit ?? ZERO),
    returns: {
      count: refunds.length,
      cash: sum(refunds, ({ cash }) => cash),
      card: sum(refunds, ({ card }) => card),
      credit: sum(refunds, ({ credit = ZERO }) => credit),
      certificates: sum(refunds, ({ certificates }) => certificates),
      bonuses: sum(refunds, ({ bonuses }) => bonuses),
    },
    queued: { count: queued.length, sum: sum(queued, moneyOf) },
    hours: byHour(receipts, hourOf),
  };
}

function byHour(receipts: readonly PaidReceipt[], hourOf: (at: number) => number): ShiftReport['hours'] {
  const hours = new Map<number, { sum: Kopecks; receipts: number }>();
  for (const receipt of receipts) {
    const hour = hourOf(receipt.paidAt);
    const { sum, receipts } = hours.get(hour) ?? { sum: ZERO, receipts: 0 };
    hours.set(hour, { sum: plus(sum, moneyOf(receipt)), receipts: receipts + 1 });
  }
  return [...hours].map(([hour, sums]) => ({ hour, ...sums })).toSorted((one, other) => one.hour - other.hour);
}

function moneyOf({ payment }: PaidReceipt): Kopecks {
  return total(payment);
}

function goodsOf(receipt: PaidReceipt): Kopecks {
  return plus(moneyOf(receipt), receipt.discount, receipt.redeemed, receipt.certificates);
}

function sum<One>(all: readonly One[], amountOf: (one: One) => Kopecks): Kopecks {
  return kopecks(all.reduce((total, one) => total + amountOf(one), 0));
}
