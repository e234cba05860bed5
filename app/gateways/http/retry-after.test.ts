import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const DATE = 'Sun, 01 Mar 2026 12:00:00 GMT';

test.each([
  ['0', 0],
  ['30', 30_000],
  [' 2 ', 2_000],
  ['999999999999', 600_000],
  ['9'.repeat(400), 600_000],
])('seconds %j', (header, ms) => {
  expect(retryAfterMs(header, DATE)).toBe(ms);
});

test.each([
  ['Sun, 01 Mar 2026 12:00:45 GMT', 45_000],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ['Mon, 02 Mar 2026 12:00:00 GMT', 600_000],
])('date %j is counted from the date of the answer', (header, ms) => {
  expect(retryAfterMs(header, DATE)).toBe(ms);
});

test.each([
  [undefined, DATE],
  ['', DATE],
  ['-5', DATE],
  ['soon', DATE],
  [['1', '2'], DATE],
  ['Sun, 01 Mar 2026 12:00:45 GMT', undefined],
  ['Sun, 01 Mar 2026 12:00:45 GMT', 'yesterday'],
])('%j answered at %j says nothing: five seconds', (header, answeredAt) => {
  expect(retryAfterMs(header, answeredAt)).toBe(5_000);
});
