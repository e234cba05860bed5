import { expect, test } from 'vitest';
import { kopecks } from '../../../app/domain/money.ts';
import { dayHours } from './day-hours.ts';

test('hours without a receipt between those with one are shown as empty', () => {
  const hours = [
    { hour: 9, sum: kopecks(100_00), receipts: 1 },
    { hour: 12, sum: kopecks(400_00), receipts: 3 },
  ];
  expect(dayHours(hours)).toEqual([
    { hour: 9, sum: 100_00, receipts: 1, share: 0.25 },
    { hour: 10, sum: 0, receipts: 0, share: 0 },
    { hour: 11, sum: 0, receipts: 0, share: 0 },
    { hour: 12, sum: 400_00, receipts: 3, share: 1 },
  ]);
});

test('a shift without receipts has no hours', () => {
  expect(dayHours([])).toEqual([]);
});

test('receipts that brought no money leave bars without height', () => {
  expect(dayHours([{ hour: 0, sum: kopecks(0), receipts: 2 }])).toEqual([{ hour: 0, sum: 0, receipts: 2, share: 0 }]);
});
