import { expect, test } from 'vitest';
import { readSum } from './typed-sum.ts';

test('an empty field is zero, a wrong one is nothing', () => {
  expect(readSum(' ')).toBe(0);
  expect(readSum('12,5')).toBe(1250);
  expect(readSum('1.2.3')).toBeNull();
});
