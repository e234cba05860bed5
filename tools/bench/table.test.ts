import { expect, test } from 'vitest';
import { table } from './table.ts';

test('one line for each comparison, words to the left and numbers to the right', () => {
  const start = {
    name: 'start',
    what: 'until ready',
    goal: null,
    n: 10,
    measured: { median: 1200, p99: 1500.25 },
    baseline: { median: 600, p99: 1000 },
    ratio: { median: 2, p99: 1.50025 },
    above: { median: 600, p99: 500.25 },
  };
  const scan = { ...start, name: 'scan', what: 'until painted', goal: 'p99 ≤ 33 ms', n: 100 };
  expect(table([start, scan])).toBe(
    [
      'name   what             n  median     p99  base median  base p99  × median  × p99  + median  + p99  goal',
      'start  until ready     10  1200.0  1500.3        600.0    1000.0      2.00   1.50     600.0  500.3  —',
      'scan   until painted  100  1200.0  1500.3        600.0    1000.0      2.00   1.50     600.0  500.3  p99 ≤ 33 ms',
    ].join('\n'),
  );
});
