import { expect, test } from 'vitest';
import { fail, ok } from '../../../app/domain/result.ts';
import { readQuantity } from './typed-quantity.ts';

test('pieces are whole', () => {
  expect(readQuantity('3', false)).toEqual(ok(3000));
  expect(readQuantity('3,000', false)).toEqual(ok(3000));
  expect(readQuantity('0,5', false)).toEqual(fail('whole-only'));
});

test('goods by weight have grams', () => {
  expect(readQuantity('0,250', true)).toEqual(ok(250));
  expect(readQuantity('1.5', true)).toEqual(ok(1500));
});

test.each(['', '0', '0,000', '-1', '1,0005', '1e3', '1000000'])('%j is no quantity', (text) => {
  expect(readQuantity(text, true)).toEqual(fail('wrong'));
});
