import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bag, lard } from '../../testing/fixtures.ts';
import { kopecks } from '../money.ts';
import { problem } from '../problem.ts';
import { cost } from '../quantity.ts';
import { fail, ok } from '../result.ts';
import { type Measure, measuredQuantity } from './measure.ts';

const binding = (unit: Measure['unit'], value: number): Measure => ({ unit, value, binding: true });
const told = (unit: Measure['unit'], value: number): Measure => ({ unit, value, binding: false });

test('a code that says nothing stands for one', () => expect(measuredQuantity(bag, null)).toEqual(ok(1000)));

test('a weight is the quantity, a number of pieces as many', () => {
  expect(measuredQuantity(lard, binding('g', 350))).toEqual(ok(350));
  expect(measuredQuantity(bag, binding('pieces', 12))).toEqual(ok(12_000));
});

test('a sum is as much as the price buys, to the gram', () => {
  // 109.00 a kilogram: 45.47 is 417.156 g.
  expect(measuredQuantity(lard, binding('kopecks', 4547))).toEqual(ok(417));
  expect(measuredQuantity(bag, binding('kopecks', 2100))).toEqual(ok(3000));
});

test('the line differs from the label by no more than half a gram costs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 1_000_000 }), fc.integer({ min: 1000, max: 99_999 }), (price, sum) => {
      const counted = measuredQuantity({ ...lard, price: kopecks(price) }, binding('kopecks', sum));
      if (!counted.ok) throw new Error(counted.error.code);
      expect(Math.abs(cost(kopecks(price), counted.value) - sum)).toBeLessThanOrEqual(price / 2000 + 0.5);
    }),
  );
});

test('goods sold by the piece are not sold by weight, nor in parts', () => {
  expect(measuredQuantity(bag, binding('g', 350))).toEqual(fail(problem('whole-pieces-only')));
  expect(measuredQuantity(bag, binding('g', 2000))).toEqual(fail(problem('whole-pieces-only')));
  expect(measuredQuantity(bag, binding('kopecks', 1050))).toEqual(fail(problem('whole-pieces-only')));
});

test('what a package tells of itself counts only for goods that are weighed', () => {
  expect(measuredQuantity(bag, told('g', 350))).toEqual(ok(1000));
  expect(measuredQuantity(lard, told('g', 350))).toEqual(ok(350));
});

test('nothing at all, more than anything, or goods without a price are not understood', () => {
  const refused = fail(problem('code-not-understood'));
  expect(measuredQuantity(lard, binding('g', 0))).toEqual(refused);
  expect(measuredQuantity(bag, binding('pieces', 1_000_000))).toEqual(refused);
  expect(measuredQuantity({ ...lard, price: kopecks(0) }, binding('kopecks', 500))).toEqual(refused);
});
