import { expect, test } from 'vitest';
import { kopecks } from '../../../app/domain/money.ts';
import { testReceipt, testView } from '../../fixture.ts';
import { BLANK_REGISTRATION } from '../../registration-draft.ts';
import { dismiss } from './actions.ts';
import { closeDialog, openForSale, openRegistration, openReturn } from './dialog-actions.ts';
import { testWorkstation } from './fixture.ts';

const certificate = { ending: '0101', balance: kopecks(1000_00), suggested: kopecks(300_00) };

test('what changes a receipt is opened only while it is open', async () => {
  const open = await testWorkstation(testView());
  expect(openForSale(open.workstation, { kind: 'promo' })).toBe(true);
  expect(open.state().dialog).toEqual({ kind: 'promo' });
  const written = await testWorkstation(testView({ sale: { stage: 'written' } }));
  expect(openForSale(written.workstation, { kind: 'promo' })).toBe(false);
  expect(written.state().dialog).toBeNull();
});

test('a return begins also from a written receipt, not while one is being written', async () => {
  const written = await testWorkstation(testView({ sale: { stage: 'written' } }));
  openReturn(written.workstation);
  expect(written.state().dialog).toEqual({ kind: 'return', receipt: null });
  const writing = await testWorkstation(testView({ sale: { stage: 'in-doubt' } }));
  openReturn(writing.workstation);
  expect(writing.state().dialog).toBeNull();
});

test('a phone typed before the key goes into the registration form, anything else stays', async () => {
  const { workstation, state } = await testWorkstation(testView());
  workstation.screen.setState({ typed: ' 8 987 654-32-10 ' });
  openRegistration(workstation);
  const draft = { ...BLANK_REGISTRATION, phone: '8 987 654-32-10' };
  expect(state()).toMatchObject({ typed: '', dialog: { kind: 'registration', draft } });

  dismiss(workstation);
  workstation.screen.setState({ typed: '4600' });
  openRegistration(workstation);
  expect(state()).toMatchObject({ typed: '4600', dialog: { draft: BLANK_REGISTRATION } });
});

test('leaving a dialog puts away what the desk keeps for it', async () => {
  const registration = { phoneEnding: '3210' };
  const { workstation, asked, show, state } = await testWorkstation(testView({ certificate }));
  expect(state().dialog).toEqual({ kind: 'certificate' });
  dismiss(workstation);
  expect(state().dialog).toBeNull();
  expect(asked).toEqual([['certificate.dismiss', undefined]]);

  show(testView({ revision: 2, registration }));
  dismiss(workstation);
  expect(asked.at(-1)).toEqual(['registration.cancel', undefined]);
});

test('leaving a dialog for which the desk keeps nothing tells it nothing', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  openForSale(workstation, { kind: 'certificate' });
  dismiss(workstation);
  openRegistration(workstation);
  dismiss(workstation);
  expect(state().dialog).toBeNull();
  expect(asked).toEqual([]);
});

test('a return is left step by step: the receipt, then the list', async () => {
  const { workstation, state } = await testWorkstation(testView());
  workstation.screen.setState({ dialog: { kind: 'return', receipt: testReceipt() } });
  dismiss(workstation);
  expect(state().dialog).toEqual({ kind: 'return', receipt: null });
  dismiss(workstation);
  expect(state().dialog).toBeNull();
});

test('an answer that comes late does not close another dialog', async () => {
  const { workstation, state } = await testWorkstation(testView());
  openForSale(workstation, { kind: 'promo' });
  closeDialog(workstation, 'return');
  expect(state().dialog).toEqual({ kind: 'promo' });
  closeDialog(workstation, 'promo');
  expect(state().dialog).toBeNull();
});
