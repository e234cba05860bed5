import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kopecks, LARGEST_AMOUNT } from '../../../../app/domain/money.ts';
import { linkSums } from './linked-sums.ts';

const bySum = (text: string, before: number) => linkSums({ typed: 'sum', text }, kopecks(before));
const byPercent = (text: string, before: number) => linkSums({ typed: 'percent', text }, kopecks(before));

test('a sum and its percentage of the sum before', () => {
  expect(bySum('0,30', 1_00)).toEqual({ sum: 30, percent: 30 });
  expect(byPercent('30', 1_00)).toEqual({ sum: 30, percent: 30 });
});

test('halves are rounded up: the sum to a kopeck, the percentage to a hundredth', () => {
  expect(byPercent('5', 70)).toEqual({ sum: 4, percent: 5 });
  expect(byPercent('12,5', 1_00)).toEqual({ sum: 13, percent: 12.5 });
  expect(bySum('0,01', 8_00)).toEqual({ sum: 1, percent: 0.13 });
  expect(bySum('1', 3_00)).toEqual({ sum: 1_00, percent: 33.33 });
});

test('an empty field is nothing taken off', () => {
  expect(bySum('', 1_00)).toEqual({ sum: 0, percent: 0 });
  expect(byPercent(' ', 1_00)).toEqual({ sum: 0, percent: 0 });
});

test('what is no number is neither', () => {
  expect(bySum('1,2,3', 1_00)).toEqual({ sum: null, percent: null });
  expect(byPercent('12,345', 1_00)).toEqual({ sum: null, percent: null });
});

test('an empty receipt has no percentages', () => {
  expect(bySum('5', 0)).toEqual({ sum: 5_00, percent: null });
  expect(byPercent('5', 0)).toEqual({ sum: 0, percent: 5 });
});

test('a percentage that leads beyond every sum is refused, not thrown at', () => {
  expect(byPercent('99999999', LARGEST_AMOUNT).sum).toBeNull();
});

test('the percentage of a sum leads back to it, as near as two places can', () => {
  const sums = fc.integer({ min: 1, max: 10_000_000 });
  fc.assert(
    fc.property(sums, sums, (before, sum) => {
      const percent = bySum((sum / 100).toFixed(2), before).percent ?? 0;
      const back = byPercent(percent.toFixed(2), before).sum ?? 0;
      expect(Math.abs(back - sum)).toBeLessThanOrEqual(before / 20_000 + 0.5);
    }),
  );
});
