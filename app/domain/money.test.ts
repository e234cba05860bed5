import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromRoubles,
  kopecks,
  LARGEST_AMOUNT,
  parseAmount,
  plus,
  roundHalfUp,
  share,
  spread,
  toDecimal,
  toRoubles,
} from './money.ts';

const anyAmount = fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }).map(kopecks);

describe('rounding', () => {
  test.each([
    [100.5, 101],
    [100.49999, 100],
    [-100.5, -101],
    [1.005 * 100, 101],
    [0.1 + 0.2, 0],
  ])('%f rounds to %i', (value, rounded) => expect(roundHalfUp(value)).toBe(rounded));

  test('accrual of the manual’s sample receipts', () => {
    expect(share(kopecks(100), 5)).toBe(5);
    expect(share(kopecks(70), 5)).toBe(4);
  });
});

describe('roubles at the edges', () => {
  test('an amount survives the way out and back', () => {
    fc.assert(fc.property(anyAmount, (amount) => fromRoubles(toRoubles(amount)) === amount));
    fc.assert(fc.property(anyAmount, (amount) => fromRoubles(Number(toDecimal(amount))) === amount));
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e15])('%f is no amount', (value) =>
    expect(fromRoubles(value)).toBeNull(),
  );

  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [129000, '1290.00'],
  ])('%i is written %s', (amount, text) => expect(toDecimal(kopecks(amount))).toBe(text));
});

describe('amounts typed by a person', () => {
  test.each([
    ['300', 30000],
    ['49,9', 4990],
    ['49.90', 4990],
    ['1 290,50', 129050],
    ['1\u00a0290', 129000],
    ['0', 0],
    [',5', 50],
  ])('%s', (text, amount) => expect(parseAmount(text)).toBe(amount));

  test.each(['', '1,234', '12 34', '-5', '1e3', '5 ₽', '99999999999999'])('%s is none', (text) =>
    expect(parseAmount(text)).toBeNull(),
  );
});

test('an amount is a whole number within reason', () => {
  expect(() => kopecks(0.5)).toThrow(RangeError);
  expect(() => kopecks(LARGEST_AMOUNT + 1)).toThrow(RangeError);
  expect(Object.is(kopecks(-0), 0)).toBe(true);
});

const someAmount = fc.integer({ min: 0, max: 1_000_000 }).map(kopecks);

test('spread gives out just the whole, and no part more than its weight', () => {
  fc.assert(
    fc.property(
      fc.array(someAmount, { maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (weights, part) => {
        const whole = kopecks(Math.floor(plus(...weights) * part));
        const parts = spread(whole, weights);
        expect(plus(...parts)).toBe(whole);
        expect(parts.every((given, at) => given >= 0 && given <= (weights[at] ?? 0))).toBe(true);
      },
    ),
  );
});
