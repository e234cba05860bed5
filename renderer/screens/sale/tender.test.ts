import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kopecks, LARGEST_AMOUNT, ZERO } from '../../../app/domain/money.ts';
import { fail, ok } from '../../../app/domain/result.ts';
import { quickSums, reckon, restByCard } from './tender.ts';

const due = kopecks(1243_70);

test('quick sums are the next ones that notes can make', () => {
  expect(quickSums(due)).toEqual([1250_00, 1300_00, 1500_00, 2000_00]);
  expect(quickSums(kopecks(76_30))).toEqual([100_00, 500_00, 1000_00, 2000_00]);
  expect(quickSums(kopecks(5000_00))).toEqual([6000_00]);
  expect(quickSums(ZERO)).toEqual([]);
});

test('every quick sum is more than is due, each once, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LARGEST_AMOUNT }), (amount) => {
      const sums = quickSums(kopecks(amount));
      expect(sums.every((sum) => sum > amount)).toBe(true);
      expect([...new Set(sums)].toSorted((a, b) => a - b)).toEqual(sums);
      expect(sums.length).toBeLessThanOrEqual(4);
    }),
  );
});

test('cash is settled with change', () => {
  expect(reckon(due, '1500', '')).toEqual(ok({ cash: 1500_00, card: 0, change: 256_30 }));
  expect(reckon(due, '1 243,70', '')).toEqual(ok({ cash: due, card: 0, change: 0 }));
});

test('a mixed payment gives change from cash only', () => {
  expect(reckon(due, '300', '1000')).toEqual(ok({ cash: 300_00, card: 1000_00, change: 56_30 }));
  expect(reckon(due, '', '1243,70')).toEqual(ok({ cash: 0, card: due, change: 0 }));
});

test('what cannot be settled says why', () => {
  expect(reckon(due, '1000', '')).toEqual(fail('not-enough'));
  expect(reckon(due, '', '')).toEqual(fail('not-enough'));
  expect(reckon(due, '', '1243,71')).toEqual(fail('card-over-due'));
  expect(reckon(due, '46070012', '')).toEqual(fail('too-much'));
  expect(reckon(due, '12,345', '')).toEqual(fail('unreadable'));
  expect(reckon(due, '1500', ',')).toEqual(fail('unreadable'));
});

test('nothing due is settled by nothing', () => {
  expect(reckon(ZERO, '', '')).toEqual(ok({ cash: 0, card: 0, change: 0 }));
});

test('the card takes what cash leaves, never less than nothing', () => {
  expect(restByCard(due, kopecks(243_70))).toBe(1000_00);
  expect(restByCard(due, kopecks(2000_00))).toBe(0);
});
