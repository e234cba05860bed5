import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kopecks, plus, ZERO } from '../../domain/money.ts';
import { backToCertificates, type GivenBack, withReturned, worthOf } from './returning.ts';
import type { Sums } from './rules.ts';
import type { Tendered } from './tender.ts';

type Item = Sums['items'][number];

type Worth = {
  readonly sum: number;
  readonly discount?: number;
  readonly redeemed?: number;
  readonly accrued?: number;
};

function item(index: number, qty: number, { sum, discount = 0, redeemed = 0, accrued = 0 }: Worth): Item {
  const [price, limit] = [ZERO, ZERO];
  const taken = { discount: kopecks(discount), redeemed: kopecks(redeemed), accrued: kopecks(accrued) };
  return { code: `c${index}`, index, qty, price, limit, known: true, sum: kopecks(sum), ...taken };
}

function sumsOf(items: readonly Item[]): Sums {
  const payable = plus(...items.map(({ sum, discount, redeemed }) => kopecks(sum - discount - redeemed)));
  return { items, total: ZERO, discount: ZERO, limit: ZERO, redeemed: ZERO, accrued: ZERO, payable };
}

const NOTHING: GivenBack = new Map();
const SUMS = sumsOf([
  item(1, 3, { sum: 100_00, redeemed: 10, accrued: 1 }),
  item(2, 0.333, { sum: 50_00, discount: 20_00 }),
]);

function tender(code: string, summ: number): Tendered {
  return { code, pin: '', summ: kopecks(summ) };
}

describe('what comes back', () => {
  test('items add up with those before', () => {
    const once = withReturned(SUMS, NOTHING, [{ code: 'c1', index: 1, qty: 1 }]);
    if (!once.ok) throw new Error(once.error.message);
    expect([...once.value]).toEqual([[1, 1000]]);
    expect(withReturned(SUMS, once.value, [{ code: 'c1', index: 1, qty: 2 }])).toEqual({
      ok: true,
      value: new Map([[1, 3000]]),
    });
  });

  test('no items are all that is left', () => {
    expect(withReturned(SUMS, new Map([[1, 1000]]), [])).toEqual({
      ok: true,
      value: new Map([
        [1, 3000],
        [2, 333],
      ]),
    });
  });

  test.each([
    ['more than was sold', { code: 'c1', index: 1, qty: 3.001 }, NOTHING, 'Количество к возврату больше проданного'],
    [
      'more than is left',
      { code: 'c1', index: 1, qty: 2 },
      new Map([[1, 2000]]),
      'Количество к возврату больше проданного',
    ],
    ['another line', { code: 'c1', index: 3, qty: 1 }, NOTHING, 'Позиции нет в чеке'],
    ['other goods', { code: 'c2', index: 1, qty: 1 }, NOTHING, 'Позиции нет в чеке'],
  ])('%s does not', (_, returned, before, message) => {
    expect(withReturned(SUMS, before, [returned])).toEqual({ ok: false, error: { message } });
  });

  test('nothing does when all has', () => {
    const all = new Map([
      [1, 3000],
      [2, 333],
    ]);
    for (const items of [[], [{ code: 'c1', index: 1, qty: 1 }]]) {
      expect(withReturned(SUMS, all, items)).toEqual({ ok: false, error: { message: 'По чеку всё уже возвращено' } });
    }
  });
});

test('the remainder comes with the last part', () => {
  const parts = [1000, 2000, 3000].map((given) => worthOf(SUMS, [tender('1', 100)], new Map([[1, given]])));
  expect(parts.map(({ redeemed }) => redeemed)).toEqual([3, 7, 10]);
  expect(parts.map(({ accrued }) => accrued)).toEqual([0, 1, 1]);
  expect(parts.map(({ certificates }) => certificates)).toEqual([26, 51, 77]);
});

test('a receipt that cost nothing gives nothing back', () => {
  const free = sumsOf([item(1, 1, { sum: 10_00, discount: 10_00 })]);
  expect(worthOf(free, [], new Map([[1, 1000]]))).toEqual({ redeemed: 0, accrued: 0, certificates: 0 });
});

test('certificates are filled one after the other', () => {
  const tendered = [tender('a', 100), tender('b', 50)];
  expect(backToCertificates(tendered, ZERO, kopecks(30))).toEqual([{ code: 'a', amount: 30 }]);
  expect(backToCertificates(tendered, kopecks(30), kopecks(120))).toEqual([
    { code: 'a', amount: 70 },
    { code: 'b', amount: 20 },
  ]);
  expect(backToCertificates(tendered, kopecks(120), kopecks(150))).toEqual([{ code: 'b', amount: 30 }]);
  expect(backToCertificates(tendered, kopecks(150), kopecks(150))).toEqual([]);
});

const amounts = fc.integer({ min: 0, max: 99_999 });

/** Lines with whatever was taken off them, and how far each has come back at every stage of a split return. */
const lines = fc.array(
  fc.record({
    qty: fc.integer({ min: 1, max: 9_999 }),
    left: amounts,
    discount: amounts,
    redeemed: amounts,
    accrued: amounts,
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 5 },
);

test('however it is split, a return brings back just what a whole one does, and never takes', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }), (drawn, shares) => {
      const items = drawn.map(({ qty, left, discount, redeemed, accrued }, at) =>
        item(at + 1, qty / 1000, { sum: left + discount + redeemed, discount, redeemed, accrued }),
      );
      const sums = sumsOf(items);
      const tendered = shares.map((share, at) => tender(`c${at}`, Math.floor((sums.payable * share) / shares.length)));
      const whole = new Map(drawn.map(({ qty }, at) => [at + 1, qty]));
      const stages: GivenBack[] = [NOTHING, ...stagesOf(drawn), whole];

      const back = new Map<string, number>();
      stages.slice(1).forEach((stage, at) => {
        const [then, now] = [worthOf(sums, tendered, stages[at] ?? NOTHING), worthOf(sums, tendered, stage)];
        expect(now.redeemed).toBeGreaterThanOrEqual(then.redeemed);
        expect(now.accrued).toBeGreaterThanOrEqual(then.accrued);
        for (const { code, amount } of backToCertificates(tendered, then.certificates, now.certificates)) {
          expect(amount).toBeGreaterThan(0);
          back.set(code, (back.get(code) ?? 0) + amount);
        }
      });

      const all = worthOf(sums, tendered, whole);
      expect(all.redeemed).toBe(plus(...items.map(({ redeemed }) => redeemed)));
      expect(all.accrued).toBe(plus(...items.map(({ accrued }) => accrued)));
      for (const { code, summ } of tendered) expect(back.get(code) ?? 0).toBe(sums.payable === 0 ? 0 : summ);
    }),
  );
});

/** Growing parts of every line: each stage has at least what the one before had. */
function stagesOf(drawn: readonly { readonly qty: number; readonly cuts: readonly number[] }[]): GivenBack[] {
  return [0, 1, 2, 3].map(
    (stage) =>
      new Map(
        drawn.map(({ qty, cuts }, at) => {
          const reached = cuts.toSorted((one, other) => one - other)[stage] ?? 1;
          return [at + 1, Math.floor(qty * reached)];
        }),
      ),
  );
}
