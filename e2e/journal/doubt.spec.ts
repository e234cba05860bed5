import type { Page } from '@playwright/test';
import { payByCard } from '../support/screen.ts';
import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const BAG = '4680000000017';

/** Leaves a receipt in doubt: the service has it, and says neither so nor lets it go. */
async function fallIntoDoubt(till: Till): Promise<void> {
  const { page, screen, maxbonus } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText(WATER);
  maxbonus.control.faults.add({ kind: 'drop-after-commit', operation: 'write' });
  maxbonus.control.faults.add({ kind: 'status', status: 503, operation: 'rollback', times: null });
  await page.keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(doubt(page)).toBeVisible();
}

function doubt(page: Page) {
  return page.getByRole('dialog', { name: 'Ответ не получен' });
}

test('a receipt in doubt is left to itself, and the next customer is served', {
  tag: ['@journal', '@maxbonus'],
}, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  await fallIntoDoubt(till);
  await page.keyboard.press('Control+F12');
  await expect(screen.queued).toBeVisible();
  await till.scan(BAG);
  await expect(screen.lines).toContainText(BAG);
  await payByCard(page);
  maxbonus.control.faults.clear();
  await expect
    .poll(() => maxbonus.control.ledger().receipts.map(({ total }) => total), { timeout: 30_000 })
    .toEqual([700, 4_990]);
});

test('a receipt in doubt is cancelled once the money is back, also at the service', {
  tag: ['@journal', '@maxbonus'],
}, async ({ till }) => {
  const { page, maxbonus } = till;
  await fallIntoDoubt(till);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Деньги возвращены?')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Проверить сейчас' })).toBeVisible();
  await page.getByRole('button', { name: 'Отменить чек' }).click();
  await page.getByRole('button', { name: 'Да, отменить чек' }).click();
  await expect(page.getByText('Чек 1 отменён, верните деньги покупателю.')).toBeVisible();
  await expect(page.getByText('Чек пуст')).toBeVisible();
  expect(maxbonus.control.ledger().receipts).toHaveLength(1);
  maxbonus.control.faults.clear();
  await expect.poll(() => maxbonus.control.ledger().receipts, { timeout: 30_000 }).toEqual([]);
});

test('where the service disagrees, one question settles it', { tag: ['@journal', '@maxbonus'] }, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  await fallIntoDoubt(till);
  maxbonus.control.faults.clear();
  maxbonus.control.faults.add({
    kind: 'refused',
    message: 'Чек закрыт для изменений',
    operation: 'rollback',
    times: null,
  });
  await page.keyboard.press('Enter');
  await expect(screen.dialog).toContainText('Чек № 1 есть в личном кабинете MaxBonus?');
  await expect(screen.dialog).toContainText('Чек закрыт для изменений');
  await page.getByRole('button', { name: 'Да, проведён' }).click();
  await expect(screen.written).toBeVisible();
  await till.nextSlip();
  expect(maxbonus.control.ledger().receipts).toHaveLength(1);
});
