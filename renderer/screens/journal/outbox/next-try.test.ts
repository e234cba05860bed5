import { expect, test } from 'vitest';
import { nextTry } from './next-try.ts';

const NOW = Date.UTC(2026, 10, 21, 12, 17);

test('what waits is tried at its time, or soon when that has come', () => {
  expect(nextTry({ state: 'waiting', notBefore: NOW + 30_000 }, NOW)).toEqual(new Date(NOW + 30_000));
  expect(nextTry({ state: 'waiting', notBefore: NOW }, NOW)).toBe('soon');
  expect(nextTry({ state: 'waiting', notBefore: 0 }, NOW)).toBe('soon');
});

test('what the service refused is not tried again by itself', () => {
  expect(nextTry({ state: 'dead', notBefore: NOW + 30_000 }, NOW)).toBe('never');
});
