import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accrualPercent } from './accrual.ts';
import { kopecks, roundHalfUp } from './money.ts';

test.each([
  [1_927, 38_547, 2, 5],
  [150, 1_000, 1, 15],
  [100_00, 100_00, 1, 100],
  // Two of three goods at 5 %: no whole per cent of the receipt.
  [1_000, 38_547, 2, null],
  [0, 38_547, 2, null],
  // A rouble and a kopeck: anything could be a per cent of that.
  [5, 101, 1, null],
  [200_00, 100_00, 1, null],
  [5_000, 0, 0, null],
])('%i of %i in %i lines: %s %', (accrued, base, lines, percent) => {
  expect(accrualPercent(kopecks(accrued), kopecks(base), lines)).toBe(percent);
});

test('a per cent that lines were rounded by is found; what is told is true to the rounding of the lines', () => {
  const line = fc.integer({ min: 0, max: 500_000 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 100 }), (lines, percent) => {
      const base = lines.reduce((sum, one) => sum + one, 0);
      const accrued = lines.reduce((sum, one) => sum + roundHalfUp((one * percent) / 100), 0);
      const told = accrualPercent(kopecks(accrued), kopecks(base), lines.length);
      expect([null, percent]).toContain(told);
      if (base >= lines.length * 1_000 && accrued > 0) expect(told).toBe(percent);
    }),
  );
});
