import { expect, test } from 'vitest';
import { kopecks } from '../../../../app/domain/money.ts';
import { problem } from '../../../../app/domain/problem.ts';
import { fail } from '../../../../app/domain/result.ts';
import { testView, testWorkstation } from '../../../fixture.ts';
import { dropWhatNeedsService, needsService } from './offline-checkout.ts';

const redemption = { ...testView().sale.redemption, chosen: kopecks(100_00) };
const certificates = [
  { ending: '0101', amount: kopecks(50_00), balance: kopecks(50_00) },
  { ending: '0202', amount: kopecks(20_00), balance: kopecks(90_00) },
];
const promo = { code: 'SALE10', answer: null };

test('bonuses, certificates and promo codes need the service; goods and a customer do not', () => {
  expect(needsService(testView().sale)).toBeNull();
  expect(needsService(testView({ sale: { redemption, certificates, promo } }).sale)).toBe('redemption');
  expect(needsService(testView({ sale: { certificates, promo } }).sale)).toBe('certificate');
  expect(needsService(testView({ sale: { promo } }).sale)).toBe('promo');
});

test('everything that needs the service is taken off, the bonuses last', async () => {
  const { workstation, asked } = await testWorkstation(testView({ sale: { redemption, certificates, promo } }));
  await dropWhatNeedsService(workstation);
  expect(asked).toEqual([
    ['certificate.remove', { place: 0 }],
    ['certificate.remove', { place: 0 }],
    ['promo.remove', undefined],
    ['sale.calculate', { redemption: 0 }],
  ]);
});

test('a sum that was typed and not yet asked for goes too', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  workstation.screen.setState({ redemption: '120' });
  await dropWhatNeedsService(workstation);
  expect(state().redemption).toBeNull();
  expect(asked).toEqual([]);
});

test('what the desk refuses ends it', async () => {
  const answers = { 'certificate.remove': fail(problem('busy')) };
  const { workstation, asked, state } = await testWorkstation(testView({ sale: { certificates, promo } }), answers);
  await dropWhatNeedsService(workstation);
  expect(asked.length).toBe(1);
  expect(state().failure).toEqual(problem('busy'));
});
