import { expect, test } from 'vitest';
import { confirmsByRepeating } from './held-keys.ts';

test.each([
  ['Enter', true, true],
  ['Enter', false, false],
  [' ', true, true],
  [' ', false, false],
  ['ArrowDown', true, false],
  ['1', true, false],
])('«%s», repeated: %s, is dropped: %s', (key, repeat, dropped) => {
  expect(confirmsByRepeating({ key, repeat, target: null })).toBe(dropped);
});
