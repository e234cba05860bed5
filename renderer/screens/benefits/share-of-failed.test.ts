import { expect, test } from 'vitest';
import { shareOfFailed } from './share-of-failed.ts';

test.each([
  [{ checks: 0, late: 0, failed: 0 }, null],
  [{ checks: 100, late: 0, failed: 0 }, 0],
  [{ checks: 200, late: 2, failed: 4 }, 3],
  [{ checks: 1, late: 0, failed: 1 }, 100],
])('of %o %s per cent were late or unanswered', (level, share) => {
  expect(shareOfFailed(level)).toBe(share);
});
