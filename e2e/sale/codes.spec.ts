import { pressAway } from '../support/press.ts';
import { expect, test } from '../support/till.ts';

test('a sum is typed where goods are rung up elsewhere', { tag: '@sale' }, async ({ till }) => {
  const { page } = till;
  await page.keyboard.type('1290,50');
  await page.keyboard.press('Enter');
  await expect(till.screen.lines).toContainText('Товары на сумму');
  await expect(till.screen.lines).toContainText('1 290,50');
});

test('a phone is typed in any spelling and never shown', { tag: ['@sale', '@maxbonus'] }, async ({ till }) => {
  const { page } = till;
  for (const spelling of ['89141233377', '+7 (914) 123-33-77', '9141233377']) {
    await page.keyboard.type(spelling);
    await page.keyboard.press('Enter');
    await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
    await expect(page.locator('body')).not.toContainText('9141233377');
    await page.getByRole('button', { name: 'Убрать клиента' }).click();
    await expect(till.screen.customer).toContainText('Клиент не определён');
  }
});

test('a code with several meanings is settled by one key', { tag: ['@sale', '@ui'] }, async ({ till }) => {
  const { page } = till;
  await page.keyboard.type('482915');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Что это за код?' })).toBeVisible();
  await pressAway(page, '1', till.screen.dialog);
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
});

test('goods nobody knows and customers nobody knows are told in words', { tag: ['@sale', '@scanner'] }, async ({
  till,
}) => {
  const { page } = till;
  await till.scan('4607001234500');
  await expect(
    page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: 'Не найдено: 4607001234500' }),
  ).toBeVisible();
  await till.scan('0000111122223333');
  await expect(page.getByText('Клиент не найден.')).toBeVisible();
  await expect(page.getByText('Чек пуст')).toBeVisible();
});

test('garbage on the line harms nothing', { tag: '@scanner' }, async ({ till }) => {
  const { page, scanner } = till;
  await scanner.type(new Uint8Array(100_000).fill(0xff));
  await expect(page.getByText('Код считан не полностью.')).toBeVisible();
  await till.scan('', '4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
});

test('an unplugged scanner is told at once and takes up by itself', { tag: '@scanner' }, async ({ till }) => {
  const { page, scanner } = till;
  await scanner.unplug();
  await expect(page.getByText('Сканер: отключён')).toBeVisible();
  await scanner.replug();
  await expect(page.getByText('Сканер: отключён')).toBeHidden();
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
});
