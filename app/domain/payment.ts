import { type Kopecks, kopecks, least, minus, plus, ZERO } from './money.ts';
import { fail, ok, type Result } from './result.ts';

export type PaymentKind = 'cash' | 'card' | 'mixed';

/** Money by kind. */
export type Money = { readonly cash: Kopecks; readonly card: Kopecks };

export const NO_MONEY: Money = { cash: ZERO, card: ZERO };

/** How a receipt is paid. `cash` and `card` add up to what is due; `change` is handed back of the notes received. */
export type Payment = Money & { readonly change: Kopecks };

/** What the cashier took: notes received, and the part charged to a card. */
export type Tender = Money;

/** What is left of `due` when `taken` was paid before: the rest to take, or what goes back to the customer, by kind. */
export type Rest = { readonly due: Kopecks; readonly back: Money };

export function total({ cash, card }: Money): Kopecks {
  return plus(cash, card);
}

/** Too much goes back to the card first, as far as the card paid: as with goods that come back. */
export function restOf(due: Kopecks, taken: Money): Rest {
  const rest = due - total(taken);
  if (rest >= 0) return { due: kopecks(rest), back: NO_MONEY };
  const card = least(taken.card, kopecks(-rest));
  return { due: ZERO, back: { card, cash: kopecks(-rest - card) } };
}

/**
 * Settles what is due with what was taken now and `taken`, which was taken before and kept. The payment names all of it. Change is
 * given from cash only.
 */
export function settle(
  due: Kopecks,
  tender: Tender,
  taken: Money = NO_MONEY,
): Result<Payment, 'not-enough' | 'card-over-due'> {
  const rest = restOf(due, taken);
  if (tender.card > rest.due) return fail('card-over-due');
  const cash = minus(rest.due, tender.card);
  if (tender.cash < cash) return fail('not-enough');
  return ok({
    cash: minus(plus(taken.cash, cash), rest.back.cash),
    card: minus(plus(taken.card, tender.card), rest.back.card),
    change: minus(total(tender), rest.due),
  });
}
