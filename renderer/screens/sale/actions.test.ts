import { expect, test } from 'vitest';
import { problem } from '../../../app/domain/problem.ts';
import { fail } from '../../../app/domain/result.ts';
import { testView, testWorkstation } from '../../fixture.ts';
import { dismiss } from '../../frame/in-front.ts';
import {
  calculate,
  type EnterStep,
  enter,
  enterStep,
  moveCursor,
  newReceipt,
  openQuantity,
  pressEnter,
  removeSelected,
  startCheckout,
  toRedemption,
} from './actions.ts';

test('what was entered leaves the field at once and is gone when it was taken', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  workstation.screen.setState({ typed: ' 4600 ' });
  const entering = enter(workstation);
  expect(state().typed).toBe('');
  expect(await entering).toBe('taken');
  expect(asked).toEqual([['sale.enter', { text: '4600' }]]);
  expect(state().typed).toBe('');
});

test('what was refused comes back, unless something else was typed by then', async () => {
  const refused = { 'sale.enter': fail(problem('product-not-found')) };
  const { workstation, state } = await testWorkstation(testView(), refused);
  workstation.screen.setState({ typed: '4600' });
  expect(await enter(workstation)).toBe('refused');
  expect(state().typed).toBe('4600');
  const entering = enter(workstation);
  workstation.screen.setState({ typed: '5' });
  await entering;
  expect(state().typed).toBe('5');
});

test('the selection moves line by line and stops at the ends', async () => {
  const { workstation, state } = await testWorkstation(testView());
  const move = (step: 1 | -1) => {
    moveCursor(workstation, step);
    return state().cursor;
  };
  expect([move(1), move(-1), move(-1), move(-1), move(1)]).toEqual([3, 2, 1, 1, 2]);
});

test('keys for a line do nothing on an empty receipt', async () => {
  const { workstation, asked, state } = await testWorkstation(testView({ sale: { lines: [], selected: null } }));
  moveCursor(workstation, 1);
  removeSelected(workstation);
  openQuantity(workstation, null);
  expect(asked).toEqual([]);
  expect(state()).toMatchObject({ cursor: null, dialog: null });
});

const RECEIPTS: readonly [string, Parameters<typeof testView>[0], EnterStep][] = [
  ['a receipt that is not calculated', { sale: { calculated: false } }, 'calculate'],
  ['the same without a customer', { sale: { calculated: false, customer: null } }, 'calculate'],
  ['a calculated one', {}, 'pay'],
  [
    'one that is taken while the service is down',
    { sale: { calculated: false }, offline: { queueing: true, cause: 'service-unreachable' } },
    'pay',
  ],
  ['one that is sold without the service', { sale: { calculated: false, waived: true } }, 'pay'],
  [
    'a shop that needs the service',
    { sale: { calculated: false }, offline: { queueing: false, cause: 'service-unreachable' } },
    'calculate',
  ],
  ['a paid one', { sale: { stage: 'written' } }, 'next-receipt'],
  ['one in doubt', { sale: { stage: 'in-doubt' } }, null],
  ['an empty one', { sale: { lines: [] } }, null],
  ['a desk that waits for the service', { busy: 'calculating' }, null],
];

test.each(RECEIPTS)('for %s Enter in the empty field means %s', async (_, change, step) => {
  const { state } = await testWorkstation(testView(change));
  expect(enterStep(state())).toBe(step);
});

test('bonuses typed and not yet asked for are calculated by Enter, and only then paid', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  workstation.screen.setState({ redemption: '50' });
  pressEnter(workstation);
  await expect.poll(() => asked).toEqual([['sale.calculate', { redemption: 50_00 }]]);
  await expect.poll(() => enterStep(state())).toBe('pay');
  pressEnter(workstation);
  expect(state().dialog).toEqual({ kind: 'checkout', payment: 'cash', byEnter: true });
});

test('whoever asks for bonuses without a customer is told so', async () => {
  const { workstation, state } = await testWorkstation(testView({ sale: { customer: null } }));
  toRedemption(workstation);
  expect(state().failure).toEqual(problem('no-customer'));
});

test('a calculated receipt is paid without asking again', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  await startCheckout(workstation, 'cash');
  expect(state().dialog).toEqual({ kind: 'checkout', payment: 'cash' });
  expect(asked).toEqual([]);
});

test('paying calculates first, with the bonuses typed but not yet asked for', async () => {
  const { workstation, asked } = await testWorkstation(testView());
  workstation.screen.setState({ redemption: '120,50' });
  await startCheckout(workstation, 'card');
  expect(asked).toEqual([['sale.calculate', { redemption: 12_050 }]]);
});

test('paying waits until the desk is free, and calculates nothing once it was put aside', async () => {
  const busy = testView({ busy: 'identifying', sale: { calculated: false } });
  const { workstation, asked, show } = await testWorkstation(busy);
  const first = startCheckout(workstation, 'cash');
  expect(asked).toEqual([]);
  show({ ...busy, busy: null, revision: 2 });
  await first;
  expect(asked).toEqual([['sale.calculate', { redemption: 0 }]]);

  show({ ...busy, revision: 3 });
  const second = startCheckout(workstation, 'cash');
  dismiss(workstation);
  show({ ...busy, busy: null, revision: 4 });
  await second;
  expect(asked.length).toBe(1);
});

test('a calculation asked for while the desk is busy waits its turn', async () => {
  const busy = testView({ revision: 1, busy: 'identifying' });
  const { workstation, asked, show } = await testWorkstation(busy);
  workstation.screen.setState({ redemption: '100' });
  const calculating = calculate(workstation);
  expect(asked).toEqual([]);
  show(testView({ revision: 2, busy: null }));
  await calculating;
  expect(asked).toEqual([['sale.calculate', { redemption: 10_000 }]]);
});

test('a receipt that is being written is not paid once more', async () => {
  const { workstation, asked, state } = await testWorkstation(testView({ sale: { stage: 'in-doubt' } }));
  await startCheckout(workstation, 'cash');
  expect([state().dialog, asked]).toEqual([null, []]);
});

test('an empty receipt or an unreadable sum of bonuses is not paid', async () => {
  const empty = await testWorkstation(testView({ sale: { lines: [] } }));
  await startCheckout(empty.workstation, 'cash');
  expect(empty.state()).toMatchObject({ dialog: null, failure: problem('sale-empty') });

  const unreadable = await testWorkstation(testView());
  unreadable.workstation.screen.setState({ redemption: '1,2,3' });
  await startCheckout(unreadable.workstation, 'cash');
  expect(unreadable.state()).toMatchObject({ dialog: null, failure: problem('amount-out-of-range') });
});

test('a new receipt asks first only when something would be lost', async () => {
  const open = await testWorkstation(testView());
  newReceipt(open.workstation);
  expect(open.state().dialog).toEqual({ kind: 'cancel' });
  expect(open.asked).toEqual([]);

  const nothing = { lines: [], customer: null };
  const withPromo = await testWorkstation(testView({ sale: { ...nothing, promo: { code: 'SALE10', answer: null } } }));
  newReceipt(withPromo.workstation);
  expect(withPromo.state().dialog).toEqual({ kind: 'cancel' });

  const blank = await testWorkstation(testView({ sale: nothing }));
  newReceipt(blank.workstation);
  expect(blank.asked).toEqual([['sale.new', undefined]]);

  const written = await testWorkstation(testView({ sale: { stage: 'written' } }));
  newReceipt(written.workstation);
  expect(written.asked).toEqual([['sale.new', undefined]]);
});
