import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { payByCard } from '../support/screen.ts';
import { expect, ROOT, type Till, test } from '../support/till.ts';

/** Pictures of every state of the screen, to be looked at; nothing may be cut off at the smallest size. */
const PICTURES = path.join(ROOT, 'out/screens');
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

async function resize({ app }: Till, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height),
    size,
  );
}

/** Texts whose end is not shown, and a page that has to be scrolled. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const scrolled =
      root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight ? ['the page itself'] : [];
    const cut = [...document.querySelectorAll('button, h1, h2, h3, th, dt, dd, b')].filter(
      (one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1,
    );
    return [...scrolled, ...cut.map((one) => one.textContent ?? one.tagName)];
  });
}

async function picture(till: Till, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  for (const size of SIZES) {
    await resize(till, size);
    await expect.poll(() => till.page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await till.page.emulateMedia({ colorScheme });
      expect(await cutOff(till.page), `${name} at ${size.width}`).toEqual([]);
      await till.page.screenshot({ path: path.join(PICTURES, `${name}-${size.width}-${colorScheme}.png`) });
    }
  }
}

test('every state of the sale fits the screen', { tag: '@ui' }, async ({ till }) => {
  const { page } = till;
  const totals = till.screen.totals;
  await picture(till, '1-empty');
  await till.scan(
    '4607001234562',
    '4600494000218',
    '4600494000218',
    '4680000000017',
    '4601234500043',
    '7700001233377001',
  );
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
  await expect(totals).toContainText('К оплате');
  await till.screen.redemption.fill('300');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture(till, '2-pin');
  await page.getByRole('dialog').getByRole('button', { name: 'Отправить ПИН' }).click();
  await expect.poll(() => till.maxbonus.control.sms().length).toBe(1);
  await page.getByLabel('ПИН из СМС').fill(till.maxbonus.control.sms()[0]?.pin ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await picture(till, '3-calculated');
  await page.keyboard.press('Control+Shift+F7');
  await page.getByLabel('Получено наличными').fill('2000');
  await picture(till, '4-cash');
  await page.keyboard.press('Enter');
  await expect(till.screen.written).toBeVisible();
  await picture(till, '5-written');
});

test('the rarer states fit the screen', { tag: '@ui' }, async ({ till }) => {
  const { page, maxbonus } = till;
  await page.keyboard.type('482915');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture(till, '6-question');
  await page.keyboard.press('Escape');
  await till.scan('4607001234500');
  await expect(page.getByText('Не найдено')).toBeVisible();
  await picture(till, '7-notice');
  await till.scan(
    ...Array.from(
      { length: 40 },
      (_, place) =>
        [
          '4601234500012',
          '4601234500029',
          '4601234500036',
          '4601234500043',
          '4601234500050',
          '4601234500067',
          '4601234500074',
          '4601234500081',
          '4601234500098',
          '4601234500104',
        ][place % 10] ?? '',
    ),
  );
  await expect(till.screen.lines).toContainText('128,00');
  await picture(till, '8-long');
  maxbonus.control.faults.add({ kind: 'drop-before', operation: 'write', times: null });
  maxbonus.control.faults.add({ kind: 'drop-before', operation: 'rollback', times: null });
  await page.keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(page.getByRole('heading', { name: 'Ответ не получен' })).toBeVisible();
  await picture(till, '9-in-doubt');
});

test('the dialogs of the loyalty service fit the screen', { tag: '@ui' }, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  const { dialog } = screen;
  await till.scan('4607001234562', '4600494000218', '7700003334466004');
  await expect(screen.customer).toContainText('Мария Ильинична П.');
  await expect(screen.totals).toContainText('К оплате');
  await page.keyboard.press('F9');
  await dialog.getByLabel('Промокод или купон').fill('SALE10');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('F8');
  await dialog.getByLabel('Код сертификата').fill('8800000000000101');
  await dialog.getByRole('button', { name: 'Проверить' }).click();
  await expect(dialog.getByLabel('Оплатить сертификатом')).toBeVisible();
  await picture(till, '10-certificate');
  await dialog.getByLabel('Оплатить сертификатом').fill('400');
  await dialog.getByRole('button', { name: 'Добавить' }).click();
  await expect(screen.totals).toContainText('400,00');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  await picture(till, '11-everything');
  await page.keyboard.press('Control+Alt+F11');
  await expect(dialog).toBeVisible();
  await picture(till, '12-manual-discount');
  await page.keyboard.press('Escape');
  await payByCard(page);
  await page.keyboard.press('Control+Shift+F5');
  await expect(dialog).toContainText('Чек № 1');
  await picture(till, '13-return-list');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Вернуть', exact: true })).toBeEnabled();
  await picture(till, '14-return');
  await page.keyboard.press('Escape');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F12');
  await page.keyboard.press('F4');
  await dialog.getByLabel('Телефон').fill('89247654321');
  await dialog.getByRole('button', { name: 'Запросить ПИН' }).click();
  await expect.poll(() => maxbonus.control.sms().length).toBe(1);
  await expect(dialog.getByLabel('Фамилия')).toBeVisible();
  await picture(till, '15-registration');
});
