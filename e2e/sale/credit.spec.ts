import { chooseWhole, giveBack } from '../support/screen.ts';
import { expect, openTill, surround, test } from '../support/till.ts';

const WATER = '4600494000218';

test('a sale on credit takes no money; it stands so on the slip, in the reports and in the journal, and comes back as less debt', {
  tag: ['@sale', '@journal', '@hardening'],
}, async () => {
  const till = await openTill(await surround((profile) => ({ ...profile, payments: { credit: true } })));
  const { page, screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await page.keyboard.press('Control+Shift+F12');
  await page.getByRole('option', { name: 'Оплата в кредит' }).click();
  await expect(screen.dialog).toContainText('долг клиента');
  await screen.dialog.getByRole('button', { name: 'Провести чек' }).click();
  await expect(screen.written).toBeVisible();
  await expect(page.getByText('В кредит, ₽')).toBeVisible();
  expect(await till.nextSlip()).toMatch(/Кредитом +49\.90/);

  await page.keyboard.press('Control+Shift+F11');
  await page.getByRole('option', { name: 'X-отчёт' }).click();
  const report = await till.nextSlip();
  expect(report).toMatch(/Кредитом +49\.90/);
  expect(report).toMatch(/Наличными +0\.00/);

  // After a power cut the journal still knows it.
  await till.powerCut();
  await till.page.keyboard.press('F2');
  await till.page.keyboard.press('Enter');
  await expect(till.page.getByText('Кредитом', { exact: true })).toBeVisible();

  await till.page.keyboard.press('Control+Shift+F5');
  await expect(till.screen.dialog).toContainText('Чек № 1');
  await till.page.keyboard.press('Enter');
  await chooseWhole(till.page);
  await expect(till.screen.dialog).toContainText('Из долга49,90');
  await giveBack(till.page);
  expect(await till.nextSlip()).toMatch(/Убрать из долга +49\.90/);
  await till.close();
});

test('a shop that does not sell on credit is not offered it', { tag: ['@sale', '@hardening'] }, async ({ till }) => {
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await till.page.keyboard.press('Control+Shift+F12');
  await expect(till.page.getByRole('option', { name: 'Промокод' })).toBeVisible();
  await expect(till.page.getByRole('option', { name: 'Оплата в кредит' })).toBeHidden();
});
