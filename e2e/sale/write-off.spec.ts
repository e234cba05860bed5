import { command } from '../support/desk.ts';
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

test('one SMS goes out however often it is asked for, a PIN that ran out leads to another, and nobody needs it to pay', {
  tag: ['@maxbonus', '@ui', '@hardening'],
}, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  const { dialog } = screen;
  await till.scan(CANE_HOLDER, CARD_WITH_PIN);
  await expect(screen.totals).toContainText('1 161,00');
  await screen.redemption.fill('100');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Отправить ПИН' }).click();
  const pin = dialog.getByLabel('ПИН из СМС');
  await expect(pin).toBeFocused();
  await expect(dialog.getByRole('button', { name: /Ещё раз через \d+ с/ })).toBeDisabled();
  for (let press = 0; press < 5; press += 1) await command(page, 'pin.ask', undefined);
  expect(maxbonus.control.sms()).toHaveLength(1);

  const wrong = maxbonus.control.sms()[0]?.pin === '0000' ? '1111' : '0000';
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await pin.fill(wrong);
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText(attempt < 2 ? 'ПИН не подошёл. Неверный ПИН-код.' : 'ПИН больше не действует.');
  }
  await expect(dialog).not.toContainText('Попросите клиента проверить СМС');
  const again = dialog.getByRole('button', { name: 'Отправить ещё раз' });
  await expect(again).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Отправлено ещё раз');
  await expect(pin).toBeFocused();
  expect(maxbonus.control.sms()).toHaveLength(2);
  await page.keyboard.press('Escape');

  await page.keyboard.press('F12');
  await dialog.getByRole('button', { name: 'Оплатить без списания' }).waitFor();
  await page.keyboard.press('F11');
  await expect(dialog.getByLabel('Получено наличными')).toHaveValue('1161,00');
  await expect(screen.totals).not.toContainText('−100,00');
});
