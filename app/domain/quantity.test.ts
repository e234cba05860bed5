import { expect, test } from 'vitest';
import { kopecks } from './money.ts';
import { cost, LARGEST_QUANTITY, ONE, parseQuantity, quantity, readQuantity } from './quantity.ts';
import { fail } from './result.ts';

test.each([
  ['2', 2000],
  ['0,25', 250],
  ['1.005', 1005],
  [',5', 500],
  ['1,', 1000],
  ['1 000', 1_000_000],
])('%s is %i thousandths', (text, thousandths) => expect(parseQuantity(text)).toBe(thousandths));

test.each(['', '0', '0,000', '-1', '1,2345', 'два', '1000000'])('%s is no quantity', (text) =>
  expect(parseQuantity(text)).toBeNull(),
);

test('what is wrong with a quantity is told apart', () => {
  expect(readQuantity('0,0')).toEqual(fail('zero'));
  expect(readQuantity('-1')).toEqual(fail('negative'));
  expect(readQuantity('0,0001')).toEqual(fail('too-precise'));
  expect(readQuantity('999999')).toEqual(fail('too-large'));
  expect(readQuantity('1e3')).toEqual(fail('no-number'));
});

test('quantities are positive whole thousandths within reason', () => {
  expect(quantity(0)).toBeNull();
  expect(quantity(1.5)).toBeNull();
  expect(quantity(LARGEST_QUANTITY + 1)).toBeNull();
});

test('cost is rounded half-up to a kopeck', () => {
  expect(cost(kopecks(4990), ONE)).toBe(4990);
  expect(cost(kopecks(101), parseQuantity('0,5') ?? ONE)).toBe(51);
});
