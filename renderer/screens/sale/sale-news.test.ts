import { expect, test } from 'vitest';
import { kopecks } from '../../../app/domain/money.ts';
import { ONE, quantity } from '../../../app/domain/quantity.ts';
import { testLine, testView } from '../../fixture.ts';
import { saleNews } from './sale-news.ts';

const before = testView().sale;
const { totals, lines } = before;
const due = kopecks(400_00);

test('a scanned good is heard with the new total', () => {
  const line = testLine(4);
  expect(saleNews(before, { ...before, lines: [...lines, line], totals: { ...totals, due } })).toEqual({ line, due });
});

test('another quantity is heard; of several scans the last one', () => {
  const again = testLine(2, { quantity: quantity(2_000) ?? ONE });
  const changed = lines.map((line) => (line.index === 2 ? again : line));
  expect(saleNews(before, { ...before, lines: changed })?.line).toEqual(again);
  const five = [4, 5, 6].map((index) => testLine(index));
  expect(saleNews(before, { ...before, lines: [...changed, ...five] })?.line).toEqual(five.at(-1));
});

test('a calculation and a line taken off are heard as the new total alone', () => {
  expect(saleNews(before, { ...before, totals: { ...totals, due } })).toEqual({ line: null, due });
  const fewer = { ...before, lines: lines.slice(0, 2), totals: { ...totals, due } };
  expect(saleNews(before, fewer)).toEqual({ line: null, due });
});

test('nothing is said of the same receipt, of the next one, and of one that is being paid', () => {
  expect(saleNews(before, { ...before, calculated: false })).toBeNull();
  expect(saleNews(before, { ...before, number: 8, lines: [], totals: { ...totals, due } })).toBeNull();
  expect(saleNews(before, { ...before, stage: 'writing', totals: { ...totals, due } })).toBeNull();
});
