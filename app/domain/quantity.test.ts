import { expect, test } from 'vitest';
import { kopecks } from './money.ts';
import { cost, LARGEST_QUANTITY, ONE, parseQuantity, quantity } from './quantity.ts';

test.each([
  ['2', 2000],
  ['0,25', 250],
  ['1.005', 1005],
])('%s is %i thousandths', (text, thousandths) => expect(parseQuantity(text)).toBe(thousandths));

test.each(['', '0', '0,000', '-1', '1,2345', 'два', '1000000'])('%s is no quantity', (text) =>
  expect(parseQuantity(text)).toBeNull(),
);

test('quantities are positive whole thousandths within reason', () => {
  expect(quantity(0)).toBeNull();
  expect(quantity(1.5)).toBeNull();
  expect(quantity(LARGEST_QUANTITY + 1)).toBeNull();
});

test('cost is rounded half-up to a kopeck', () => {
  expect(cost(kopecks(4990), ONE)).toBe(4990);
  expect(cost(kopecks(101), parseQuantity('0,5') ?? ONE)).toBe(51);
});
