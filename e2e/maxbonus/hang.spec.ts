import { payByCard } from '../support/screen.ts';
import { expect, test } from '../support/till.ts';

test('scenario 6: «Такой чек уже проведен» is rolled back and written again', {
  tag: ['@maxbonus', '@journal'],
}, async ({ till }) => {
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  till.maxbonus.control.faults.add({ kind: 'refused', message: 'Такой чек уже проведен', operation: 'write' });
  await payByCard(till.page);
  await expect(till.page.getByText('Связь восстановлена, чек проведён.')).toBeVisible();
  expect(till.maxbonus.control.requests().map(({ operation }) => operation)).toEqual([
    'calculate',
    'write',
    'rollback',
    'write',
  ]);
  expect(till.maxbonus.control.ledger().receipts).toHaveLength(1);
});
