import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Kopecks, kopecks } from './money.ts';
import { settle } from './payment.ts';

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
