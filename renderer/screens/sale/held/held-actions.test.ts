import { expect, test } from 'vitest';
import { ZERO } from '../../../../app/domain/money.ts';
import type { ReceiptId } from '../../../../app/domain/receipt.ts';
import { testView, testWorkstation } from '../../../fixture.ts';
import { holdOrTakeBack, openHeldReceipts } from './held-actions.ts';

const held = [
  {
    id: 'receipt-3' as ReceiptId,
    number: 3,
    lines: 2,
    due: ZERO,
    taken: { cash: ZERO, card: ZERO },
    phoneEnding: null,
  },
];
const blank = { lines: [], customer: null };

test('the key puts a receipt with something on it aside', async () => {
  const { workstation, asked, state } = await testWorkstation(testView({ held }));
  holdOrTakeBack(workstation);
  expect(asked).toEqual([['receipt.hold', undefined]]);
  expect(state().dialog).toBeNull();
});

test('on a blank or a paid receipt the same key shows those put aside', async () => {
  for (const sale of [blank, { stage: 'written' }, { stage: 'queued' }] as const) {
    const { workstation, asked, state } = await testWorkstation(testView({ held, sale }));
    holdOrTakeBack(workstation);
    expect(state().dialog).toEqual({ kind: 'held' });
    expect(asked).toEqual([]);
  }
});

test('with nothing to put aside and nothing put aside the desk says why', async () => {
  const { workstation, asked } = await testWorkstation(testView({ sale: blank }));
  holdOrTakeBack(workstation);
  expect(asked).toEqual([['receipt.hold', undefined]]);
});

test('an empty list is not opened', async () => {
  const { workstation, state } = await testWorkstation(testView());
  openHeldReceipts(workstation);
  expect(state().dialog).toBeNull();
});

test('while a receipt is in doubt nothing is put aside or taken back', async () => {
  const { workstation, asked, state } = await testWorkstation(testView({ held, sale: { stage: 'in-doubt' } }));
  holdOrTakeBack(workstation);
  openHeldReceipts(workstation);
  expect(asked).toEqual([]);
  expect(state().dialog).toBeNull();
});
