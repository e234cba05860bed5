import { expect, test } from 'vitest';
import { fail, ok } from '../app/domain/result.ts';
import { readSum } from './typed-sum.ts';

test('an empty field is zero, a wrong one says what is wrong with it', () => {
  expect(readSum(' ')).toEqual(ok(0));
  expect(readSum('12,5')).toEqual(ok(1250));
  expect(readSum('1.2.3')).toEqual(fail('no-number'));
  expect(readSum('-5')).toEqual(fail('negative'));
});
