import { type Kopecks, kopecks, LARGEST_AMOUNT, minus, ZERO } from '../../../app/domain/money.ts';
import { byKind, type Payment, settle, type Tender } from '../../../app/domain/payment.ts';
import { fail, ok, type Result } from '../../../app/domain/result.ts';
import { readSum } from '../../typed-sum.ts';

/** Notes people pay with, in kopecks. */
const NOTES = [50_00, 100_00, 500_00, 1000_00, 2000_00, 5000_00];
const MOST_QUICK_SUMS = 4;

/** Sums a customer is likely to hand over for what is due: the next ones that notes can make, smallest first. */
export function quickSums(due: Kopecks): readonly Kopecks[] {
  const sums = NOTES.map((note) => Math.ceil(due / note) * note).filter((sum) => sum > due && sum <= LARGEST_AMOUNT);
  return [...new Set(sums)]
    .toSorted((first, second) => first - second)
    .slice(0, MOST_QUICK_SUMS)
    .map(kopecks);
}

/** What is left for the card when a part is paid in cash. */
export function restByCard(due: Kopecks, cash: Kopecks): Kopecks {
  return cash < due ? minus(due, cash) : ZERO;
}

export type Reckoning = Result<
  Tender & Pick<Payment, 'change'>,
  'unreadable' | 'not-enough' | 'card-over-due' | 'too-much'
>;

/** Nobody hands over so much that more than this comes back: a slip of the finger, or a barcode scanned into the field. */
const LARGEST_CHANGE = kopecks(10_000_00);

/** Reads the typed sums and settles what is due with them; an empty field is nothing paid that way. */
export function reckon(due: Kopecks, cashText: string, cardText: string, credit = ZERO): Reckoning {
  const cash = readSum(cashText);
  const card = readSum(cardText);
  if (!cash.ok || !card.ok) return fail('unreadable');
  const tender = byKind(cash.value, card.value, credit);
  const payment = settle(due, tender);
  if (!payment.ok) return payment;
  const { change } = payment.value;
  return change > LARGEST_CHANGE ? fail('too-much') : ok({ ...tender, change });
}
