import { expect, test } from 'vitest';
import { fail, ok } from '../../../app/domain/result.ts';
import { readSold } from './typed-quantity.ts';

test('pieces are whole', () => {
  expect(readSold('3', false)).toEqual(ok(3000));
  expect(readSold('3,000', false)).toEqual(ok(3000));
  expect(readSold('0,5', false)).toEqual(fail('whole-only'));
});

test('goods by weight have grams', () => {
  expect(readSold('0,250', true)).toEqual(ok(250));
  expect(readSold(',5', true)).toEqual(ok(500));
  expect(readSold('1.5', true)).toEqual(ok(1500));
});

test.each([
  ['', 'empty'],
  ['0', 'zero'],
  ['0,000', 'zero'],
  ['-1', 'negative'],
  ['1,0005', 'too-precise'],
  ['0,0001', 'too-precise'],
  ['1e3', 'no-number'],
  ['999999', 'too-large'],
] as const)('%j is no quantity: %s', (text, fault) => {
  expect(readSold(text, true)).toEqual(fail(fault));
});
