import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, median, p99, ratio, summary } from './stats.ts';

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, place) => place + 1);

test.each([
  [[7], 7],
  [[3, 1], 2],
  [[10, 9, 1], 9],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (samples, middle) => {
  expect(median(samples)).toBe(middle);
});

test.each([
  [1, 1],
  [10, 10],
  [99, 99],
  [100, 99],
  [101, 100],
  [200, 198],
  [1000, 990],
])('of 1 to %d the 99th percentile is %d', (last, expected) => {
  expect(p99(upTo(last).toReversed())).toBe(expected);
});

test('numbers are ordered as numbers, and what was given stays as it was', () => {
  const samples = [100, 9, 20];
  expect(summary(samples)).toEqual({ median: 20, p99: 100 });
  expect(samples).toEqual([100, 9, 20]);
});

test('nothing measured has no summary', () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => p99([])).toThrow(RangeError);
});

test('each figure is compared with its own baseline', () => {
  const [measured, baseline] = [
    { median: 30, p99: 50 },
    { median: 20, p99: 100 },
  ];
  expect(ratio(measured, baseline)).toEqual({ median: 1.5, p99: 0.5 });
  expect(difference(measured, baseline)).toEqual({ median: 10, p99: -50 });
});

test('99 of 100 measurements do not exceed the 99th percentile, which is one of them', () => {
  const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(samples, (given) => {
      const limit = p99(given);
      const within = given.filter((one) => one <= limit).length;
      expect(given).toContain(limit);
      expect(within * 100).toBeGreaterThanOrEqual(given.length * 99);
      // Nearest rank: none smaller would do.
      expect(given.filter((one) => one < limit).length * 100).toBeLessThan(given.length * 99);
      expect(median(given)).toBeLessThanOrEqual(limit);
    }),
  );
});
