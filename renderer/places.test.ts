import { expect, test } from 'vitest';
import type { BenefitView } from '../app/contract/benefit.ts';
import { testView, testWorkstation } from './fixture.ts';
import { goToBenefits } from './places.ts';

const benefits: BenefitView = {
  connection: 1,
  tellsRefusals: false,
  socialCard: { number: 19, series: 8 },
  service: null,
  card: null,
  checking: null,
  problem: null,
  cases: [],
  level: { checks: 0, late: 0, failed: 0 },
};

test('the key leads to the benefits where there are any', async () => {
  const { workstation, state } = await testWorkstation(testView({ benefits }));
  goToBenefits(workstation);
  expect(state().place).toBe('benefits');
  const without = await testWorkstation(testView());
  goToBenefits(without.workstation);
  expect(without.state()).toMatchObject({ place: 'sale', failure: { code: 'benefit-not-set' } });
});
