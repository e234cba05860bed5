import { TRAINING_CUSTOMERS } from '../../app/training/maxbonus/customers.ts';
import { expect, test } from '../support/till.ts';

const [dmitry] = TRAINING_CUSTOMERS;

test('the manual discount: customer, sum and per cent, PIN, all in one dialog', { tag: ['@maxbonus', '@ui'] }, async ({
  till,
}) => {
  const { page, screen, maxbonus } = till;
  const { dialog } = screen;
  await till.scan('4607001234562');
  await expect(screen.lines).toContainText('1 290,00');
  await page.keyboard.press('Control+Alt+F11');
  await dialog.getByLabel('Телефон или карта клиента').fill(dmitry.phone);
  await dialog.getByRole('button', { name: 'Авторизация' }).click();
  await expect(dialog).toContainText('Дмитрий Сергеевич И.');
  await expect(dialog).toContainText('387,00');
  await dialog.getByLabel('Ручная скидка, %').fill('20');
  await expect(dialog.getByLabel('Ручная скидка, ₽')).toHaveValue('258,00');
  await dialog.getByRole('button', { name: 'ОК' }).click();
  await expect(screen.totals).toContainText('−258,00');
  await dialog.getByRole('button', { name: 'Запросить ПИН' }).click();
  await expect.poll(() => maxbonus.control.sms().length).toBe(1);
  await dialog.getByLabel('ПИН из СМС').fill(maxbonus.control.sms()[0]?.pin ?? '');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(screen.totals).toContainText('903,00');
});

test('a markup is a line of its own', { tag: ['@maxbonus', '@ui'] }, async ({ till }) => {
  const { page, screen } = till;
  await till.scan('4607001234562');
  await expect(screen.lines).toContainText('1 290,00');
  await page.keyboard.press('Control+Alt+F11');
  await screen.dialog.getByRole('radio', { name: 'Наценка' }).check();
  await screen.dialog.getByLabel('Ручная наценка, ₽').fill('10');
  await screen.dialog.getByRole('button', { name: 'ОК' }).click();
  await expect(screen.lines).toContainText('Наценка');
  await expect(screen.totals).toContainText('1 300,00');
});
