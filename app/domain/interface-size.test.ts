import { expect, test } from 'vitest';
import { INTERFACE_SIZES, stepSize } from './interface-size.ts';

test('the interface grows and shrinks by steps, and no farther than the last', () => {
  const up = INTERFACE_SIZES.map((size) => stepSize(size, 'larger', 100));
  expect(up).toEqual([115, 130, 150, 150]);
  const down = INTERFACE_SIZES.map((size) => stepSize(size, 'smaller', 100));
  expect(down).toEqual([100, 100, 115, 130]);
});

test('the usual size is the one of the profile', () => {
  expect(stepSize(150, 'usual', 115)).toBe(115);
  expect(stepSize(100, 'usual', 130)).toBe(130);
});
