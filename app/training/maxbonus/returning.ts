import { type Kopecks, kopecks, least, minus, roundHalfUp, ZERO } from '../../domain/money.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { CertificateChange } from './books.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Sums } from './rules.ts';
import { type Tendered, tenderedTotal } from './tender.ts';

/** How much of each line came back, in thousandths, by the line's index. */
export type GivenBack = ReadonlyMap<number, number>;

type ReturnedItem = { readonly code: string; readonly index: number; readonly qty: number };

function thousandths({ qty }: { readonly qty: number }): number {
  return Math.round(qty * 1000);
}

/**
 * All that has come back once `items` came back too; no items stand for whatever is left (MaxBonus integrator's manual: «если
 * полный то можно передать пустой чек»).
 */
export function withReturned(
  sums: Sums,
  before: GivenBack,
  items: readonly ReturnedItem[],
): Result<GivenBack, Refusal> {
  const all = new Map(sums.items.map((item) => [item.index, thousandths(item)]));
  if ([...all].every(([index, sold]) => before.get(index) === sold)) return refuse('По чеку всё уже возвращено');
  if (items.length === 0) return ok(all);
  const after = new Map(before);
  for (const item of items) {
    const sold = sums.items.find(({ index, code }) => index === item.index && code === item.code);
    if (!sold) return refuse('Позиции нет в чеке');
    const given = (before.get(item.index) ?? 0) + thousandths(item);
    if (given > thousandths(sold)) return refuse('Количество к возврату больше проданного');
    after.set(item.index, given);
  }
  return ok(after);
}

/** What goods that came back are worth: the bonuses they took, those they gave, and the part certificates paid. */
export type Worth = { readonly redeemed: Kopecks; readonly accrued: Kopecks; readonly certificates: Kopecks };

/**
 * The worth of everything that came back so far. A return is worth what it adds to that, so that returns in any parts come
 * to the whole, to the kopeck.
 */
export function worthOf(sums: Sums, tendered: readonly Tendered[], given: GivenBack): Worth {
  let [redeemed, accrued, paid] = [0, 0, 0];
  for (const item of sums.items) {
    const part = (given.get(item.index) ?? 0) / thousandths(item);
    redeemed += roundHalfUp(item.redeemed * part);
    accrued += roundHalfUp(item.accrued * part);
    paid += roundHalfUp((item.sum - item.discount - item.redeemed) * part);
  }
  const share = sums.payable === ZERO ? 0 : paid / sums.payable;
  return {
    redeemed: kopecks(redeemed),
    accrued: kopecks(accrued),
    certificates: kopecks(roundHalfUp(tenderedTotal(tendered) * share)),
  };
}

/** What goes back to which certificate when their part comes back up to `until`: the first is filled first. */
export function backToCertificates(
  tendered: readonly Tendered[],
  from: Kopecks,
  until: Kopecks,
): readonly CertificateChange[] {
  const [before, after] = [filled(tendered, from), filled(tendered, until)];
  return tendered
    .map(({ code }, at) => ({ code, amount: minus(after[at] ?? ZERO, before[at] ?? ZERO) }))
    .filter(({ amount }) => amount > ZERO);
}

function filled(tendered: readonly Tendered[], sum: Kopecks): readonly Kopecks[] {
  let left = sum;
  return tendered.map(({ summ }) => {
    const part = least(summ, left);
    left = minus(left, part);
    return part;
  });
}
