import { expect, test } from 'vitest';
import { quantity } from '../../../app/domain/quantity.ts';
import { testView, testWorkstation } from '../../fixture.ts';
import { testDetails } from './fixture.ts';
import { returnGoods } from './journal-actions.ts';

const sold = testDetails({ state: 'returned-in-part' });
const three = quantity(3_000);

test('the return dialog opens in the sale on just this receipt, with what is left of it', async () => {
  const { workstation, state } = await testWorkstation(testView());
  workstation.screen.setState({ place: 'journal' });
  const [line] = sold.lines;
  if (!line || !three) throw new Error('the receipt has a line');
  returnGoods(workstation, { ...sold, lines: [{ ...line, quantity: three, returned: 1_000 }] });
  expect(state().place).toBe('sale');
  expect(state().dialog).toMatchObject({
    kind: 'return',
    receipt: { id: sold.id, number: 12, writtenAt: sold.at, lines: [{ index: 1, sold: 3_000, returnable: 2_000 }] },
  });
});

test('where nothing can come back, nothing happens', async () => {
  const { workstation, state } = await testWorkstation(testView());
  workstation.screen.setState({ place: 'journal' });
  for (const receipt of [testDetails({ state: 'returned' }), testDetails({ state: 'queued' })]) {
    returnGoods(workstation, receipt);
    expect(state()).toMatchObject({ place: 'journal', dialog: null });
  }
});

test('while a receipt is in doubt the sale is shown without another dialog', async () => {
  const { workstation, state } = await testWorkstation(testView({ sale: { stage: 'in-doubt' } }));
  workstation.screen.setState({ place: 'journal' });
  returnGoods(workstation, sold);
  expect(state()).toMatchObject({ place: 'sale', dialog: null });
});
