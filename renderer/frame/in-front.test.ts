import { expect, test } from 'vitest';
import { kopecks } from '../../app/domain/money.ts';
import { problem } from '../../app/domain/problem.ts';
import { testLine, testReceipt, testView, testWorkstation } from '../fixture.ts';
import { BLANK_REGISTRATION } from '../registration-draft.ts';
import { closeDialog, dismiss, openDialog } from './in-front.ts';

const certificate = { ending: '0101', balance: kopecks(1000_00), suggested: kopecks(300_00) };

test('Escape takes one thing away at a time: question, dialog, failure, notice, what was typed', async () => {
  const notice = { id: 8, tone: 'info', code: 'write-resolved' } as const;
  const question = { id: 4, text: '1234', options: [] };
  const { workstation, asked, show, state } = await testWorkstation(testView({ notice, question }));
  workstation.screen.setState({ dialog: { kind: 'pin' }, typed: '12' });

  dismiss(workstation);
  expect(asked).toEqual([['sale.dismissQuestion', { question: 4 }]]);
  show(testView({ revision: 2, notice, sale: { pin: { needed: true, asked: true, confirmed: false } } }));
  dismiss(workstation);
  expect(state().dialog).toBeNull();
  workstation.refuse(problem('busy'));
  dismiss(workstation);
  expect(state().failure).toBeNull();
  dismiss(workstation);
  expect(asked.at(-1)).toEqual(['notice.dismiss', { id: 8 }]);
  show(testView({ revision: 3, sale: { lines: [testLine(1)] } }));
  dismiss(workstation);
  expect(state().typed).toBe('');
});

test('a receipt that is being written cannot be put aside', async () => {
  const notice = { id: 8, tone: 'warning', code: 'write-outcome-unknown' } as const;
  const { workstation, asked } = await testWorkstation(testView({ notice, sale: { stage: 'in-doubt' } }));
  dismiss(workstation);
  expect(asked).toEqual([]);
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
  openDialog(workstation, { kind: 'certificate' });
  dismiss(workstation);
  openDialog(workstation, { kind: 'registration', draft: BLANK_REGISTRATION });
  dismiss(workstation);
  expect(state().dialog).toBeNull();
  expect(asked).toEqual([]);
});

test('a return is left step by step: the question, the receipt, then the list', async () => {
  const { workstation, state } = await testWorkstation(testView());
  const receipt = testReceipt();
  workstation.screen.setState({ dialog: { kind: 'return', receipt, confirming: true } });
  dismiss(workstation);
  expect(state().dialog).toEqual({ kind: 'return', receipt });
  dismiss(workstation);
  expect(state().dialog).toEqual({ kind: 'return', receipt: null });
  dismiss(workstation);
  expect(state().dialog).toBeNull();
});

test('an answer that comes late does not close another dialog', async () => {
  const { workstation, state } = await testWorkstation(testView());
  openDialog(workstation, { kind: 'promo' });
  closeDialog(workstation, 'return');
  expect(state().dialog).toEqual({ kind: 'promo' });
  closeDialog(workstation, 'promo');
  expect(state().dialog).toBeNull();
});
