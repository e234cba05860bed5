import { expect, test } from 'vitest';
import type { SaleView } from '../../../../app/contract/view.ts';
import { kopecks } from '../../../../app/domain/money.ts';
import { problem } from '../../../../app/domain/problem.ts';
import { fail } from '../../../../app/domain/result.ts';
import { testView, testWorkstation } from '../../../fixture.ts';
import { applyDiscount, applyMarkUp, openManualDiscount } from './discount-actions.ts';

const dialog = { kind: 'manual-discount', markUp: false } as const;
const { redemption } = testView().sale;
const redeemed = (amount: number): Partial<SaleView> => ({ redemption: { ...redemption, chosen: kopecks(amount) } });
const pinNeeded = { pin: { needed: true, asked: true, confirmed: false } };

test('how much may be taken off is asked for first, unless it is known', async () => {
  const outdated = await testWorkstation(testView({ sale: { ...redeemed(10_00), calculated: false } }));
  await openManualDiscount(outdated.workstation);
  expect(outdated.state().dialog).toEqual(dialog);
  expect(outdated.asked).toEqual([['sale.calculate', { redemption: 10_00 }]]);

  const calculated = await testWorkstation(testView());
  await openManualDiscount(calculated.workstation);
  expect(calculated.asked).toEqual([]);
});

test('nothing is asked for an empty receipt, without a customer, or once the dialog was left', async () => {
  for (const sale of [{ lines: [] }, { customer: null }]) {
    const { workstation, asked } = await testWorkstation(testView({ sale: { ...sale, calculated: false } }));
    await openManualDiscount(workstation);
    expect(asked).toEqual([]);
  }
  const busy = testView({ busy: 'identifying', sale: { calculated: false } });
  const { workstation, asked, show } = await testWorkstation(busy);
  const opening = openManualDiscount(workstation);
  workstation.screen.setState({ dialog: null });
  show({ ...busy, busy: null, revision: 2 });
  await opening;
  expect(asked).toEqual([]);
});

test('a new sum is calculated; what the panel had drafted gives way to it', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  workstation.screen.setState({ dialog, redemption: '77' });
  expect(await applyDiscount(workstation, kopecks(50_00), '')).toBe(true);
  expect(asked).toEqual([['sale.calculate', { redemption: 50_00 }]]);
  // The desk has not taken it: no snapshot says so.
  expect(state()).toMatchObject({ redemption: null, dialog });
});

test('the dialog closes once the sum is calculated and needs no PIN', async () => {
  const { workstation, asked, state } = await testWorkstation(testView({ sale: redeemed(50_00) }));
  workstation.screen.setState({ dialog });
  await applyDiscount(workstation, kopecks(50_00), '');
  expect(asked).toEqual([]);
  expect(state().dialog).toBeNull();
});

test('the PIN comes after the calculation; a wrong one leaves the dialog open', async () => {
  const view = testView({ sale: { ...redeemed(50_00), ...pinNeeded } });
  const wrong = { 'pin.check': fail(problem('pin-wrong')) };
  const { workstation, asked, state } = await testWorkstation(view, wrong);
  workstation.screen.setState({ dialog });
  expect(await applyDiscount(workstation, kopecks(50_00), '4821')).toBe(false);
  expect(asked).toEqual([['pin.check', { pin: '4821' }]]);
  expect(state()).toMatchObject({ dialog, failure: problem('pin-wrong') });
});

test('a mark-up that was refused leaves the dialog open', async () => {
  const refused = await testWorkstation(testView(), { 'sale.markUp': fail(problem('amount-out-of-range')) });
  refused.workstation.screen.setState({ dialog: { ...dialog, markUp: true } });
  await applyMarkUp(refused.workstation, kopecks(5_00));
  expect(refused.state().dialog).not.toBeNull();

  const taken = await testWorkstation(testView());
  taken.workstation.screen.setState({ dialog: { ...dialog, markUp: true } });
  await applyMarkUp(taken.workstation, kopecks(5_00));
  expect(taken.asked).toEqual([['sale.markUp', { amount: 5_00 }]]);
  expect(taken.state().dialog).toBeNull();
});
