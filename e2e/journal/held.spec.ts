import { payByCard } from '../support/screen.ts';
import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';
const BAG = '4680000000017';
const BUTTER = '4601234500043';
const CARD = '7700001110055002';

test('receipts are held, another is sold, and they come back in any order, also after a power cut', {
  tag: ['@journal', '@ui'],
}, async ({ till }) => {
  await till.scan(WATER, CARD);
  await expect(till.screen.customer).toContainText('Анна Петровна С.');
  await till.page.keyboard.press('F5');
  await expect(till.page.getByText('Чек пуст')).toBeVisible();
  await till.scan(BAG);
  await expect(till.screen.lines).toContainText('7,00');
  await till.page.keyboard.press('F5');
  await expect(till.page.getByRole('button', { name: 'Отложено: 2' })).toBeVisible();

  await till.scan(BUTTER);
  await expect(till.screen.lines).toContainText('219,00');
  await payByCard(till.page);
  await till.powerCut();

  // The second one first.
  await till.page.keyboard.press('Shift+F5');
  await expect(till.screen.dialog.getByRole('option')).toHaveCount(2);
  await till.page.keyboard.press('ArrowDown');
  await till.page.keyboard.press('Enter');
  await expect(till.screen.lines).toContainText(BAG);
  await payByCard(till.page);

  // On a paid receipt the key that holds brings back.
  await till.page.keyboard.press('F5');
  await expect(till.screen.dialog.getByRole('option')).toContainText('Чек № 1');
  await till.page.keyboard.press('Enter');
  await expect(till.screen.customer).toContainText('Анна Петровна С.');
  await payByCard(till.page);
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([
    { total: 21_900, phone: null },
    { total: 700, phone: null },
    { total: 4_990, phone: '79241110055', accrued: 250 },
  ]);
});

test('a receipt that is taken back changes places with the one on the desk', { tag: ['@journal', '@ui'] }, async ({
  till,
}) => {
  const { page, screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText(WATER);
  await page.keyboard.press('F5');
  await till.scan(BAG);
  await expect(screen.lines).toContainText(BAG);
  await page.keyboard.press('Shift+F5');
  await expect(screen.dialog).toContainText('будет отложен вместо него');
  await screen.dialog.getByRole('option').click();
  await expect(screen.lines).toContainText(WATER);
  await expect(screen.lines).not.toContainText(BAG);
  await page.keyboard.press('Shift+F5');
  await expect(screen.dialog.getByRole('option')).toContainText('7,00');
  await page.keyboard.press('Escape');
  await expect(screen.dialog).toBeHidden();
  await expect(screen.field).toBeFocused();
});

test('an empty receipt is not held, and the cashier is told why', { tag: ['@journal', '@ui'] }, async ({ till }) => {
  await till.page.keyboard.press('F5');
  await expect(till.page.getByRole('alert').filter({ hasText: 'В чеке нет позиций.' })).toBeVisible();
});
