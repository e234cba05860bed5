import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificatesTotal, limitCertificates } from './certificate.ts';
import { kopecks } from './money.ts';

const certificate = fc.record({
  code: fc.string(),
  pin: fc.constant(''),
  amount: fc.integer({ min: 1, max: 100_000 }).map(kopecks),
  balance: fc.constant(kopecks(100_000)),
});

test('certificates never pay more than allowed together, nor more each, and none pays nothing', () => {
  fc.assert(
    fc.property(fc.array(certificate), fc.integer({ min: 0, max: 200_000 }).map(kopecks), (all, most) => {
      const limited = limitCertificates(all, most);
      expect(certificatesTotal(limited)).toBe(Math.min(most, certificatesTotal(all)));
      expect(limited.every((one) => one.amount > 0)).toBe(true);
      expect(limited.every((one, place) => one.amount <= (all[place]?.amount ?? 0))).toBe(true);
    }),
  );
});
