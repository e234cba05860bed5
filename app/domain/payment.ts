import { type Kopecks, minus, plus } from './money.ts';
import { fail, ok, type Result } from './result.ts';

export type PaymentKind = 'cash' | 'card' | 'mixed';

/** How a receipt is paid. `cash` and `card` add up to what is due; `change` is handed back of the notes received. */
export type Payment = { readonly cash: Kopecks; readonly card: Kopecks; readonly change: Kopecks };

/** What the cashier took: notes received, and the part charged to a card. */
export type Tender = { readonly cash: Kopecks; readonly card: Kopecks };

/** Settles what is due with what was taken. Change is given from cash only. */
export function settle(due: Kopecks, tender: Tender): Result<Payment, 'not-enough' | 'card-over-due'> {
  if (tender.card > due) return fail('card-over-due');
  const cash = minus(due, tender.card);
  if (tender.cash < cash) return fail('not-enough');
  return ok({ cash, card: tender.card, change: minus(plus(tender.cash, tender.card), due) });
}
