import { pressAway } from '../support/press.ts';
import { expect, test } from '../support/till.ts';

test('a whole sale needs no mouse', { tag: ['@ui', '@sale', '@maxbonus'] }, async ({ till }) => {
  const { page, maxbonus } = till;
  const { keyboard } = page;
  const table = till.screen.lines;
  for (const code of ['4600494000218', '4607001234562']) {
    await keyboard.type(code);
    await keyboard.press('Enter');
    await expect(table).toContainText(code);
  }
  // Six bottles instead of one, and the other line away again.
  await keyboard.press('ArrowUp');
  await keyboard.press('*');
  await keyboard.type('6');
  await keyboard.press('Enter');
  await expect(table).toContainText('299,40');
  await keyboard.press('ArrowDown');
  await keyboard.press('Delete');
  await expect(table).not.toContainText('4607001234562');

  await keyboard.type('89241110055');
  await keyboard.press('Enter');
  await expect(till.screen.customer).toContainText('Анна Петровна С.');
  await keyboard.press('F11');
  await keyboard.type('50');
  await keyboard.press('Enter');
  await expect(till.screen.totals).toContainText('249,40');

  await keyboard.press('Control+Shift+F7');
  await expect(page.getByLabel('Получено наличными')).toBeFocused();
  await keyboard.type('500');
  await keyboard.press('Enter');
  await expect(till.screen.written).toBeVisible();
  expect(maxbonus.control.ledger().receipts).toMatchObject([{ total: 29_940, redeemed: 5_000 }]);
  await pressAway(page, 'Enter', till.screen.written);
  await expect(till.screen.field).toBeFocused();
});

test('a receipt is cancelled only after a question', { tag: '@ui' }, async ({ till }) => {
  const { page } = till;
  const table = till.screen.lines;
  await till.scan('4600494000218');
  await expect(table).toContainText('49,90');
  await page.keyboard.press('Control+F12');
  await expect(page.getByRole('dialog', { name: 'Отменить чек?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(table).toContainText('49,90');
  await page.keyboard.press('Control+F12');
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить чек' }).click();
  await expect(page.getByText('Чек пуст')).toBeVisible();
});

test('focus is seen, kept within dialogs, and given back', { tag: '@ui' }, async ({ till }) => {
  const { page } = till;
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  await page.keyboard.press('Control+Shift+F7');
  const dialog = page.getByRole('dialog');
  await expect(page.getByLabel('Получено наличными')).toBeFocused();
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(till.screen.field).toBeFocused();
});
