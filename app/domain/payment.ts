import { type Kopecks, kopecks, least, minus, plus, ZERO } from './money.ts';
import { fail, ok, type Result } from './result.ts';

export type PaymentKind = 'cash' | 'card' | 'mixed' | 'credit';

/** Money by kind. */
export type Money = {
  readonly cash: Kopecks;
  readonly card: Kopecks;
  /** What the customer owes and pays later; left out where that is nothing. */
  readonly credit?: Kopecks;
};

export const NO_MONEY: Money = { cash: ZERO, card: ZERO };

/** How a receipt is paid. Its kinds add up to what is due; `change` is handed back of the notes received. */
export type Payment = Money & { readonly change: Kopecks };

/** What the cashier took: notes received, the part charged to a card, and what the customer owes. */
export type Tender = Money;

/** What is left of `due` when `taken` was paid before: the rest to take, or what goes back to the customer, by kind. */
export type Rest = { readonly due: Kopecks; readonly back: Money };

export function byKind(cash: Kopecks, card: Kopecks, credit: Kopecks): Money {
  return credit === ZERO ? { cash, card } : { cash, card, credit };
}

export function total({ cash, card, credit = ZERO }: Money): Kopecks {
  return plus(cash, card, credit);
}

/** What goes back, by kind: less is owed first, then it goes to the card as far as the card paid, the rest in cash. */
export function backByKind(sum: Kopecks, paid: Money): Money {
  const credit = least(paid.credit ?? ZERO, sum);
  const card = least(paid.card, minus(sum, credit));
  return byKind(minus(sum, plus(credit, card)), card, credit);
}

/** Too much goes back as with goods that come back. */
export function restOf(due: Kopecks, taken: Money): Rest {
  const rest = due - total(taken);
  if (rest >= 0) return { due: kopecks(rest), back: NO_MONEY };
  return { due: ZERO, back: backByKind(kopecks(-rest), taken) };
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
  const { card, credit = ZERO } = tender;
  if (plus(card, credit) > rest.due) return fail('card-over-due');
  const cash = minus(rest.due, plus(card, credit));
  if (tender.cash < cash) return fail('not-enough');
  const { back } = rest;
  return ok({
    ...byKind(
      minus(plus(taken.cash, cash), back.cash),
      minus(plus(taken.card, card), back.card),
      minus(plus(taken.credit ?? ZERO, credit), back.credit ?? ZERO),
    ),
    change: minus(total(tender), rest.due),
  });
}
