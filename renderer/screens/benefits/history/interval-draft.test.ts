import { expect, test } from 'vitest';
import { readInterval, usualInterval } from './interval-draft.ts';

test.each([
  ['01.02.2026', '21.11.2026', { from: '2026-02-01', to: '2026-11-21' }],
  ['21.11.2026', '21112026', { from: '2026-11-21', to: '2026-11-21' }],
  ['22.11.2026', '21.11.2026', null],
  ['30.02.2026', '21.11.2026', null],
  ['', '21.11.2026', null],
])('from %s to %s', (from, to, interval) => {
  expect(readInterval({ from, to })).toEqual(interval);
});

test('at first it is the last three months', () => {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  expect(usualInterval(new Date('2026-11-21T12:00:00Z'), day)).toEqual({ from: '2026-08-23', to: '2026-11-21' });
});
