import { expect, test } from 'vitest';
import { kopecks } from '../../../app/domain/money.ts';
import { testView } from '../../fixture.ts';
import { checkoutStep } from './checkout-step.ts';

const pin = { needed: true, asked: false, confirmed: false };

test('a calculated receipt without a PIN goes straight to the money', () => {
  expect(checkoutStep(testView(), [])).toBe('tender');
});

test('the PIN comes after the calculation and before the money', () => {
  expect(checkoutStep(testView({ sale: { pin } }), [])).toBe('pin');
  expect(checkoutStep(testView({ sale: { pin, calculated: false } }), [])).toBe('outdated');
});

test('waits for a calculation that is running or on its way', () => {
  const outdated = testView({ sale: { calculated: false } });
  expect(checkoutStep({ ...outdated, busy: 'calculating' }, [])).toBe('waiting');
  expect(checkoutStep({ ...outdated, busy: 'identifying' }, [])).toBe('waiting');
  expect(checkoutStep(outdated, ['sale.calculate'])).toBe('waiting');
});

test('asking for the PIN does not take its form away', () => {
  expect(checkoutStep(testView({ busy: 'checking-pin', sale: { pin } }), ['pin.check'])).toBe('pin');
});

const offline = { queueing: true, cause: 'service-unreachable' } as const;

test('while the service is down a receipt goes to the money uncalculated', () => {
  expect(checkoutStep(testView({ offline, sale: { calculated: false } }), [])).toBe('offline');
  expect(checkoutStep(testView({ offline, sale: { calculated: false } }), ['sale.calculate'])).toBe('waiting');
});

test('what only the service can allow stands in the way of that', () => {
  const chosen = { ...testView().sale.redemption, chosen: kopecks(100_00) };
  const refused = testView({ offline, sale: { calculated: false, redemption: chosen, pin } });
  expect(checkoutStep(refused, [])).toBe('offline-refused');
});

test('a shop that takes no receipts offline has them calculated again', () => {
  expect(checkoutStep(testView({ offline: { ...offline, queueing: false }, sale: { calculated: false } }), [])).toBe(
    'outdated',
  );
});

test('a receipt that was calculated before the service went away is paid as calculated', () => {
  expect(checkoutStep(testView({ offline }), [])).toBe('tender');
});

test('a receipt that the service refuses may be sold without it, once a person says so', () => {
  const refusal = { code: 'service-refused', params: { message: 'HTTP 403' } } as const;
  expect(checkoutStep(testView({ refusal, sale: { calculated: false } }), [])).toBe('refused');
  expect(checkoutStep(testView({ refusal, sale: { calculated: false, waived: true } }), [])).toBe('waived');
  expect(checkoutStep(testView({ offline, sale: { calculated: false, waived: true } }), [])).toBe('waived');
  expect(checkoutStep(testView({ refusal }), [])).toBe('tender');
});
