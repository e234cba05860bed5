import { expect, test } from 'vitest';
import { testView, testWorkstation } from '../../fixture.ts';
import { dismiss } from '../../frame/in-front.ts';
import { BLANK_REGISTRATION } from '../../registration-draft.ts';
import { openForSale, openRegistration, openReturn } from './dialog-actions.ts';

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
