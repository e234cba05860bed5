import { expect, test } from '../support/till.ts';

const CANE_HOLDER = '4607001234562';
const WATER = '4600494000218';
const CARD = '7700001233377001';

test('two goods and a card are scanned, bonuses taken off with a PIN, paid in cash, and the slip comes out', {
  tag: ['@sale', '@maxbonus', '@scanner', '@printing'],
}, async ({ till }) => {
  const { page, maxbonus } = till;
  await till.scan(CANE_HOLDER, WATER, CARD);
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
  await expect(till.screen.customer).not.toContainText('79141233377');
  await expect(till.screen.totals).toContainText('1 210,90');

  await till.screen.redemption.fill('300');
  await page.keyboard.press('Enter');
  await expect(till.screen.totals).toContainText('910,90');

  await page.getByRole('dialog').getByRole('button', { name: 'Отправить ПИН' }).click();
  await expect.poll(() => maxbonus.control.sms().length).toBe(1);
  await page.getByLabel('ПИН из СМС').fill(maxbonus.control.sms()[0]?.pin ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('Control+Shift+F7');
  await page.getByLabel('Получено наличными').fill('1000');
  await expect(page.getByRole('dialog')).toContainText('89,10');
  await page.keyboard.press('Enter');
  await expect(till.screen.written).toBeVisible();

  const slip = await till.nextSlip();
  expect(slip).toContain('Клиент : ***3377');
  expect(slip).toContain('Списано бонусов : 300.00');
  expect(slip).toMatch(/Сдача +89\.10/);
  await expect(page.getByText('Напечатан', { exact: true })).toBeVisible();

  const { receipts, customers } = maxbonus.control.ledger();
  expect(receipts).toMatchObject([{ phone: '79141233377', total: 133_990, discount: 12_900, redeemed: 30_000 }]);
  expect(customers.find((customer) => customer.phone === '79141233377')?.balance).toBe(184_216 - 30_000 + 13_664);
});

test('an anonymous receipt is paid by card', { tag: ['@sale', '@maxbonus'] }, async ({ till }) => {
  const { page, maxbonus } = till;
  await till.scan(WATER, WATER);
  await expect(till.screen.lines).toContainText('99,80');
  await page.keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(till.screen.written).toBeVisible();
  expect(maxbonus.control.ledger().receipts).toMatchObject([{ phone: null, total: 9_980, accrued: 0 }]);
  expect(await till.nextSlip()).toMatch(/Картой +99\.80/);
});

test('a mixed payment takes part in cash and the rest by card', { tag: '@sale' }, async ({ till }) => {
  const { page } = till;
  await till.scan(CANE_HOLDER);
  await expect(till.screen.lines).toContainText('1 290,00');
  await page.keyboard.press('Control+Shift+F10');
  await page.getByLabel('Картой', { exact: true }).fill('1000');
  await page.getByLabel('Получено наличными').fill('200');
  await page.keyboard.press('Enter');
  const slip = await till.nextSlip();
  expect(slip).toMatch(/Картой +1000\.00/);
  expect(slip).toMatch(/Сдача +39\.00/);
});

test('the next scan begins a new receipt; scans during the write are kept for it', {
  tag: ['@sale', '@scanner'],
}, async ({ till }) => {
  const { page, maxbonus } = till;
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  maxbonus.control.faults.add({ kind: 'latency', ms: 700, operation: 'write' });
  await page.keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(page.getByText('Проводим чек…').first()).toBeVisible();
  await till.scan(CANE_HOLDER, CANE_HOLDER);
  await expect(till.screen.lines).toContainText('2 580,00');
  await expect(till.screen.lines).not.toContainText('49,90');
  expect(maxbonus.control.ledger().receipts).toHaveLength(1);
});
