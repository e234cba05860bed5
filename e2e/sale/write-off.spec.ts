import { expect, test } from '../support/till.ts';

const CARD_WITH_PIN = '7700001233377001';
const CARD_WITHOUT_PIN = '7700001110055002';
const CANE_HOLDER = '4607001234562';

test('a sum above what the service allows is clamped, and it says so', { tag: ['@maxbonus', '@sale'] }, async ({
  till,
}) => {
  const { page } = till;
  await till.scan(CANE_HOLDER, CARD_WITHOUT_PIN);
  await expect(till.screen.totals).toContainText('1 161,00');
  await till.screen.redemption.fill('5000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Списать можно не больше 387,00')).toBeVisible();
  await expect(till.screen.totals).toContainText('−387,00');
});

test('«Всё» and «50 %» take what is allowed and half of it', { tag: ['@maxbonus', '@ui'] }, async ({ till }) => {
  const { page } = till;
  await till.scan(CANE_HOLDER, CARD_WITHOUT_PIN);
  await expect(till.screen.totals).toContainText('1 161,00');
  await page.getByRole('button', { name: 'Всё' }).click();
  await expect(till.screen.totals).toContainText('−387,00');
  await page.getByRole('button', { name: '50 %' }).click();
  await expect(till.screen.totals).toContainText('−193,50');
});

test('a changed receipt must be calculated anew, visibly', { tag: ['@maxbonus', '@sale'] }, async ({ till }) => {
  const { page } = till;
  await till.scan(CANE_HOLDER, CARD_WITHOUT_PIN);
  await expect(till.screen.customer).toContainText('387,00');
  await expect(till.screen.totals).toContainText('1 161,00');
  await till.scan(CANE_HOLDER);
  await expect(till.screen.totals).toContainText('Предварительно');
  await page.getByRole('button', { name: /Рассчитать/ }).click();
  await expect(till.screen.totals).toContainText('К оплате');
});

test('a wrong PIN is told and can be typed again', { tag: '@maxbonus' }, async ({ till }) => {
  const { page, maxbonus } = till;
  await till.scan(CANE_HOLDER, CARD_WITH_PIN);
  await expect(till.screen.totals).toContainText('1 161,00');
  await till.screen.redemption.fill('100');
  await page.keyboard.press('Enter');
  await expect(till.screen.totals).toContainText('−100,00');
  await page.getByRole('dialog').getByRole('button', { name: 'Отправить ПИН' }).click();
  await expect.poll(() => maxbonus.control.sms().length).toBe(1);
  const right = maxbonus.control.sms()[0]?.pin ?? '';
  await page.getByLabel('ПИН из СМС').fill(right === '0000' ? '1111' : '0000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('ПИН не подошёл')).toBeVisible();
  await page.getByLabel('ПИН из СМС').fill(right);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+Shift+F7');
  await expect(page.getByLabel('Получено наличными')).toBeVisible();
});
