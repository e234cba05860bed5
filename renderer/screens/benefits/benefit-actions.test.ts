import { expect, test } from 'vitest';
import type { BenefitCaseView, BenefitView } from '../../../app/contract/benefit.ts';
import { kopecks } from '../../../app/domain/money.ts';
import { problem } from '../../../app/domain/problem.ts';
import { fail } from '../../../app/domain/result.ts';
import { testView, testWorkstation } from '../../fixture.ts';
import { goToBenefits } from '../../places.ts';
import { check, give, leaveOne } from './benefit-actions.ts';

const benefits: BenefitView = {
  connection: 1,
  tellsRefusals: false,
  socialCard: { number: 19, series: 8 },
  service: { id: 101, name: 'Хлеб' },
  card: 'social-card',
  checking: null,
  problem: null,
  cases: [],
  level: { checks: 0, late: 0, failed: 0 },
};

const found: BenefitCaseView = {
  id: 3,
  at: 0,
  service: 'Хлеб',
  categories: [{ id: 12, name: 'Многодетная семья', discount: 10 }],
  category: null,
  price: null,
  discountedPrice: null,
  stage: 'found',
  delivery: null,
};

const prices = { price: kopecks(100_00), discountedPrice: kopecks(90_00) };

test('one press of the key asks once', async () => {
  const { workstation, asked, show } = await testWorkstation(testView({ benefits }));
  check(workstation, null);
  show(testView({ revision: 2, benefits: { ...benefits, checking: 'asked' } }));
  check(workstation, null);
  expect(asked).toEqual([['benefit.check', { photoCompared: true, price: null }]]);
});

test('a discount on the receipt leads back to it; one without a receipt stays', async () => {
  for (const [target, onto, place] of [
    [{ onto: 'line', sum: kopecks(100_00), line: 2, name: '' }, { line: 2 }, 'sale'],
    [{ onto: 'receipt', sum: kopecks(100_00) }, { line: null }, 'sale'],
    [{ onto: 'none' }, null, 'benefits'],
  ] as const) {
    const { workstation, asked, state } = await testWorkstation(testView({ benefits }));
    goToBenefits(workstation);
    expect(await give(workstation, found, 0, prices, target)).toBe(true);
    expect(asked).toEqual([['benefit.give', { caseId: 3, categoryId: 12, ...prices, onto }]]);
    expect(state().place).toBe(place);
  }
});

test('what the desk refuses stays in front', async () => {
  const answers = { 'benefit.give': fail(problem('sale-not-open')) };
  const { workstation, state } = await testWorkstation(testView({ benefits }), answers);
  goToBenefits(workstation);
  expect(await give(workstation, found, 0, prices, { onto: 'receipt', sum: kopecks(100_00) })).toBe(false);
  expect(state()).toMatchObject({ place: 'benefits', failure: { code: 'sale-not-open' } });
});

test('Escape takes away a message, then the card, then leads back', async () => {
  const { workstation, asked, show, state } = await testWorkstation(testView({ benefits }));
  goToBenefits(workstation);
  workstation.refuse(problem('benefit-no-card'));
  leaveOne(workstation);
  expect([state().failure, asked]).toEqual([null, []]);
  leaveOne(workstation);
  expect(asked).toEqual([['benefit.putAway', undefined]]);
  show(testView({ revision: 2, benefits: { ...benefits, card: null } }));
  leaveOne(workstation);
  expect(state().place).toBe('sale');
});
