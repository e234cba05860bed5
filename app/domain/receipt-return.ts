import type { Calculation } from './calculation.ts';
import { type Kopecks, kopecks, least, minus, plus, roundHalfUp, ZERO } from './money.ts';
import { backByKind, byKind, type Payment, total } from './payment.ts';
import { type Quantity, quantity } from './quantity.ts';
import { type Line, lineTotal, type ReceiptId } from './receipt.ts';

/** A receipt that was written, as far as giving goods back concerns it. */
export type WrittenReceipt = {
  readonly id: ReceiptId;
  readonly number: number;
  /** Epoch ms. */
  readonly writtenAt: number;
  readonly lines: readonly Line[];
  readonly calculation: Calculation;
  readonly payment: Payment;
  /** Last digits of the customer's phone; `null` for an anonymous receipt. */
  readonly phoneEnding: string | null;
  /** How much of each line was given back before, in thousandths, by line index. */
  readonly returned: ReadonlyMap<number, number>;
};

export type ReturnedLine = { readonly index: number; readonly quantity: Quantity };

/** What the customer gets back, by the way it was paid. */
export type Refund = {
  readonly cash: Kopecks;
  readonly card: Kopecks;
  /** What the customer owes less; left out where that is nothing. */
  readonly credit?: Kopecks;
  readonly certificates: Kopecks;
  readonly bonuses: Kopecks;
};

/** What can still be given back of a receipt; empty when all of it was. */
export function returnable(receipt: WrittenReceipt): readonly ReturnedLine[] {
  return receipt.lines.flatMap((line) => {
    const left = quantity(line.quantity - (receipt.returned.get(line.index) ?? 0));
    return left === null ? [] : [{ index: line.index, quantity: left }];
  });
}

/** True when `lines` fit into what can still be given back. */
export function canReturn(receipt: WrittenReceipt, lines: readonly ReturnedLine[]): boolean {
  const left = new Map(returnable(receipt).map((line) => [line.index, line.quantity]));
  const distinct = new Set(lines.map((line) => line.index)).size === lines.length;
  return lines.length > 0 && distinct && lines.every((line) => line.quantity <= (left.get(line.index) ?? 0));
}

/** True when nothing of the receipt was given back before and `lines` are all of it. */
export function isWholeReceipt(receipt: WrittenReceipt, lines: readonly ReturnedLine[]): boolean {
  const given = new Map(lines.map((line) => [line.index, line.quantity]));
  return receipt.returned.size === 0 && receipt.lines.every((line) => given.get(line.index) === line.quantity);
}

/**
 * What comes back for `lines`. Shares are taken of the running total, so that however a receipt is given back in parts, the
 * parts add up to what was paid, to the kopeck, and never to more, whatever the lines of the calculation say. Less is
 * owed first, then money goes back to the card, as far as the card paid.
 */
export function refund(receipt: WrittenReceipt, lines: readonly ReturnedLine[]): Refund {
  const before = new Map(receipt.returned);
  const after = new Map(before);
  for (const line of lines) after.set(line.index, (after.get(line.index) ?? 0) + line.quantity);
  const [then, now] = [backFor(receipt, before), backFor(receipt, after)];
  return {
    ...byKind(minus(now.cash, then.cash), minus(now.card, then.card), minus(now.credit ?? ZERO, then.credit ?? ZERO)),
    certificates: minus(now.certificates, then.certificates),
    bonuses: minus(now.bonuses, then.bonuses),
  };
}

/** All that comes back for everything given back so far. */
function backFor({ lines, calculation, payment }: WrittenReceipt, given: ReadonlyMap<number, number>): Refund {
  const calculated = new Map(calculation.lines.map((line) => [line.index, line]));
  const paid = plus(total(payment), calculation.certificates);
  let unbounded = 0;
  let bonuses = 0;
  for (const line of lines) {
    const part = (given.get(line.index) ?? 0) / line.quantity;
    const { discount = ZERO, redeemed = ZERO } = calculated.get(line.index) ?? {};
    unbounded += roundHalfUp(Math.max(0, lineTotal(line) - discount - redeemed) * part);
    bonuses += roundHalfUp(redeemed * part);
  }
  const goods = least(kopecks(unbounded), paid);
  const share = paid === ZERO ? 0 : goods / paid;
  const certificates = kopecks(roundHalfUp(calculation.certificates * share));
  const money = minus(goods, certificates);
  return { ...backByKind(money, payment), certificates, bonuses: least(kopecks(bonuses), calculation.redeemed) };
}
