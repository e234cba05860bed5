import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kopecks, kopecks } from './money.ts';
import { restOf, settle, total } from './payment.ts';
import { fail, ok } from './result.ts';

const amount = fc.integer({ min: 0, max: 10_000_000 }).map(kopecks);
const tender = (cash: number, card: number): { cash: Kopecks; card: Kopecks } => ({
  cash: kopecks(cash),
  card: kopecks(card),
});

test('cash gives change', () => {
  expect(settle(kopecks(124_370), tender(150_000, 0))).toEqual({
    ok: true,
    value: { cash: 124_370, card: 0, change: 25_630 },
  });
});

test('a mixed payment takes the card part first and change from cash', () => {
  expect(settle(kopecks(1000), tender(700, 400))).toEqual({ ok: true, value: { cash: 600, card: 400, change: 100 } });
});

test('too little, or more than due by card, is refused', () => {
  expect(settle(kopecks(1000), tender(999, 0))).toEqual({ ok: false, error: 'not-enough' });
  expect(settle(kopecks(1000), tender(0, 1001))).toEqual({ ok: false, error: 'card-over-due' });
});

test('cash and card always add up to what is due, and what was handed over comes back as change', () => {
  fc.assert(
    fc.property(amount, amount, amount, (due, cash, card) => {
      const paid = settle(due, { cash, card });
      if (!paid.ok) return cash + card < due || card > due;
      return paid.value.cash + paid.value.card === due && paid.value.change === cash + card - due;
    }),
  );
});

describe('after money that was taken before', () => {
  const taken = tender(300, 500);

  test('only the rest is asked for, and the payment names all of it', () => {
    expect(restOf(kopecks(1000), taken)).toEqual({ due: 200, back: tender(0, 0) });
    expect(settle(kopecks(1000), tender(500, 0), taken)).toEqual(ok({ cash: 500, card: 500, change: 300 }));
    expect(settle(kopecks(1000), tender(0, 200), taken)).toEqual(ok({ cash: 300, card: 700, change: 0 }));
    expect(settle(kopecks(1000), tender(199, 0), taken)).toEqual(fail('not-enough'));
    expect(settle(kopecks(1000), tender(0, 201), taken)).toEqual(fail('card-over-due'));
  });

  test.each([
    [800, { due: 0, back: tender(0, 0) }, { cash: 300, card: 500, change: 0 }],
    [700, { due: 0, back: tender(0, 100) }, { cash: 300, card: 400, change: 0 }],
    [200, { due: 0, back: tender(100, 500) }, { cash: 200, card: 0, change: 0 }],
    [0, { due: 0, back: tender(300, 500) }, { cash: 0, card: 0, change: 0 }],
  ])('of %i due what is too much goes back, to the card first', (due, rest, payment) => {
    expect(restOf(kopecks(due), taken)).toEqual(rest);
    expect(settle(kopecks(due), tender(0, 0), taken)).toEqual(ok(payment));
  });

  test('whatever is due by now, what was and is taken less what goes back and the change is what is due', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, (due, cash, card, now) => {
        const { back } = restOf(due, { cash, card });
        const paid = settle(due, { cash: now, card: kopecks(0) }, { cash, card });
        if (!paid.ok) return cash + card + now < due;
        const { change } = paid.value;
        return total(paid.value) === due && cash + card + now - total(back) - change === due && back.card <= card;
      }),
    );
  });
});

describe('on credit', () => {
  const owed = { ...tender(0, 0), credit: kopecks(1000) };

  test('nothing is taken and nothing handed back; more than is due cannot be owed', () => {
    expect(settle(kopecks(1000), owed)).toEqual(ok({ cash: 0, card: 0, credit: 1000, change: 0 }));
    expect(settle(kopecks(1000), { ...tender(500, 200), credit: kopecks(400) })).toEqual(
      ok({ cash: 400, card: 200, credit: 400, change: 100 }),
    );
    expect(settle(kopecks(999), owed)).toEqual(fail('card-over-due'));
  });

  test('where nothing is owed no trace of it is kept', () => {
    expect(settle(kopecks(1000), { ...tender(1000, 0), credit: kopecks(0) })).toEqual(
      ok({ cash: 1000, card: 0, change: 0 }),
    );
  });

  test('of what is too much, less is owed before any money goes back', () => {
    const taken = { ...tender(300, 500), credit: kopecks(200) };
    expect(restOf(kopecks(900), taken).back).toEqual({ cash: 0, card: 0, credit: 100 });
    expect(restOf(kopecks(600), taken).back).toEqual({ cash: 0, card: 200, credit: 200 });
    expect(settle(kopecks(600), tender(0, 0), taken)).toEqual(ok({ cash: 300, card: 300, change: 0 }));
  });
});
