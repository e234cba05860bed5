import { expect, test } from 'vitest';
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
