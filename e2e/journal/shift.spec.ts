import type { Page } from '@playwright/test';
import { chooseWhole, giveBack, payByCard, saleScreen } from '../support/screen.ts';
import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const BUTTER = '4601234500043';

async function payInCash(page: Page, received: string): Promise<void> {
  await page.keyboard.press('Control+Shift+F7');
  await page.getByLabel('Получено наличными').fill(received);
  await page.keyboard.press('Enter');
  await saleScreen(page).written.waitFor();
}

async function sell(till: Till, code: string): Promise<void> {
  await till.scan(code);
  await expect(till.screen.lines).toContainText(code);
}

async function closeShift(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Закрыть смену (Z)' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть смену' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** What a slip says behind its time, which is another on every slip. */
function sums(slip: string): string {
  return slip.slice(slip.indexOf('Чеков'));
}

test('a shift is opened by its first receipt, looked at by X and closed by Z', {
  tag: ['@journal', '@printing'],
}, async ({ till }) => {
  const { page } = till;
  const picture = page.getByRole('article', { name: 'Картина смены' });
  await page.keyboard.press('F3');
  await expect(page.getByRole('region', { name: 'Смена не открыта' })).toBeVisible();
  await page.keyboard.press('Escape');

  await sell(till, WATER);
  await payByCard(page);
  await till.nextSlip();
  await sell(till, BUTTER);
  await payInCash(page, '500');
  await till.nextSlip();

  await page.keyboard.press('F3');
  await expect(picture).toContainText('268,90');
  await expect(picture.getByRole('row', { name: /Наличными/ })).toContainText('219,00');
  await expect(picture.getByRole('row', { name: /Картой/ })).toContainText('49,90');
  await expect(picture.getByRole('listitem')).toContainText('чеков 2');
  await page.getByRole('button', { name: 'X-отчёт' }).click();
  const x = await till.nextSlip();
  expect(x).toContain('X-ОТЧЁТ');
  expect(x).toMatch(/Наличными\s+219\.00/);
  expect(x).toMatch(/Картой\s+49\.90/);

  await closeShift(page);
  await expect(picture).toContainText('Смена № 1, Z-отчёт');
  const z = await till.nextSlip();
  expect(z).toContain('Z-ОТЧЁТ № 1');
  expect(z).toMatch(/Чеков\s+2/);
  expect(z).toMatch(/Продажи\s+268\.90/);
});

test('a closed shift stays as it was, whatever comes after it', { tag: ['@journal', '@printing'] }, async ({
  till,
}) => {
  const { page } = till;
  const picture = page.getByRole('article', { name: 'Картина смены' });
  await sell(till, WATER);
  await payByCard(page);
  await till.nextSlip();
  await page.keyboard.press('F3');
  await closeShift(page);
  const z = await till.nextSlip();

  await page.getByRole('button', { name: 'Открыть смену' }).click();
  await expect(picture).toContainText('Смена № 2');
  await page.keyboard.press('Escape');
  // Goods of the first shift are given back in the second.
  await page.keyboard.press('Control+Shift+F5');
  await expect(page.getByRole('dialog')).toContainText('Чек № 1');
  await page.keyboard.press('Enter');
  await chooseWhole(page);
  await giveBack(page);
  await expect(page.getByText('Возврат по чеку № 1 проведён.')).toBeVisible();
  await till.nextSlip();

  await page.keyboard.press('F3');
  await expect(picture.getByRole('row', { name: /Картой/ })).toContainText('−49,90');
  await expect(page.getByRole('listbox', { name: 'Смены' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(picture).toContainText('Смена № 1, Z-отчёт');
  await expect(picture.getByRole('row', { name: /Картой/ })).not.toContainText('−');
  await page.getByRole('button', { name: 'Копия Z' }).click();
  const copy = await till.nextSlip();
  expect(copy.match(/\*\*\* КОПИЯ \*\*\*/g)).toHaveLength(2);
  expect(z).not.toContain('КОПИЯ');
  expect(sums(copy)).toContain(sums(z).trim());

  await closeShift(page);
  expect(await till.nextSlip()).toContain('Z-ОТЧЁТ № 2');
});

test('a shift is closed over a held receipt only when it was seen, and never over an open one', {
  tag: '@journal',
}, async ({ till }) => {
  const { page, screen } = till;
  await sell(till, WATER);
  await payByCard(page);
  await sell(till, BUTTER);
  await page.keyboard.press('F3');
  await page.getByRole('button', { name: 'Закрыть смену (Z)' }).click();
  await screen.dialog.getByRole('button', { name: 'Закрыть смену' }).press('Enter');
  await expect(screen.dialog.getByText('Сначала завершите или отложите чек.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F5');
  await expect(page.getByRole('button', { name: 'Отложено: 1' })).toBeVisible();
  await page.keyboard.press('F3');
  await page.getByRole('button', { name: 'Закрыть смену (Z)' }).click();
  await expect(screen.dialog.getByText('Отложено чеков: 1')).toBeVisible();
  await screen.dialog.getByRole('button', { name: 'Закрыть смену' }).press('Enter');
  await expect(page.getByText('Смена 1 закрыта.')).toBeVisible();
});
