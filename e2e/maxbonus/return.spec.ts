import { TRAINING_CERTIFICATES } from '../../app/training/maxbonus/certificates.ts';
import { chooseWhole, giveBack, payByCard } from '../support/screen.ts';
import { expect, openTill, surround, type Till, test } from '../support/till.ts';

const CARD = '7700001110055002';
const PHONE = '79241110055';
const OPENING = 64_000;

const balance = ({ maxbonus }: Till): number | undefined =>
  maxbonus.control.ledger().customers.find((customer) => customer.phone === PHONE)?.balance;

/** A receipt of 1 290 and two times 49.90, paid with 200 bonuses, a certificate of 300 and the rest by card. */
async function sell(till: Till): Promise<void> {
  const { page, screen, maxbonus } = till;
  await till.scan('4607001234562', '4600494000218', '4600494000218', CARD);
  await expect(screen.totals).toContainText('1 260,80');
  await screen.redemption.fill('200');
  await page.keyboard.press('Enter');
  await expect(screen.totals).toContainText('−200,00');
  await page.keyboard.press('F8');
  await screen.dialog.getByLabel('Код сертификата').fill(TRAINING_CERTIFICATES.plain.code);
  await screen.dialog.getByRole('button', { name: 'Проверить' }).click();
  await screen.dialog.getByLabel('Оплатить сертификатом').fill('300');
  await screen.dialog.getByRole('button', { name: 'Добавить' }).click();
  await expect(screen.totals).toContainText('760,80');
  if (await screen.dialog.isVisible()) await page.keyboard.press('Escape');
  await payByCard(page);
  await till.nextSlip();
  expect(balance(till)).toBeLessThan(OPENING);
  // One for the customer, one for the bonuses, one for the certificate.
  const checks = maxbonus.control.requests().filter(({ operation }) => operation === 'calculate');
  expect(new Set(checks.map(({ body }) => JSON.stringify(body))).size).toBe(checks.length);
  expect(checks).toHaveLength(3);
}

async function openReturn({ page, screen }: Till): Promise<void> {
  await page.keyboard.press('Control+Shift+F5');
  await expect(screen.dialog).toContainText('Чек № 1');
  await page.keyboard.press('Enter');
  await expect(screen.dialog.getByRole('button', { name: 'Вернуть' })).toBeVisible();
}

test('a full return gives back money, certificate and bonuses, and takes the accrual back', {
  tag: ['@maxbonus', '@printing'],
}, async ({ till }) => {
  const { screen, page, maxbonus } = till;
  await sell(till);
  await openReturn(till);
  await chooseWhole(page);
  await expect(screen.dialog).toContainText('760,80');
  await expect(screen.dialog).toContainText('300,00');
  await expect(screen.dialog).toContainText('200,00');
  await giveBack(page);
  await expect(page.getByText('Возврат по чеку № 1 проведён.')).toBeVisible();
  expect(balance(till)).toBe(OPENING);
  const request = maxbonus.control.requests().find(({ operation }) => operation === 'returnReceipt');
  expect(request?.body).toMatchObject({ items: [] });
  const slip = await till.nextSlip();
  expect(slip).toContain('Возврат чека № 1');
  expect(slip).toMatch(/Вернуть на карту +760\.80/);
  expect(slip).toMatch(/Вернуть на сертификат +300\.00/);
});

test('a return in two parts gives back the same as a full one; more than was sold is not offered', {
  tag: '@maxbonus',
}, async ({ till }) => {
  const { screen, page, maxbonus } = till;
  await sell(till);
  await openReturn(till);
  await screen.dialog.getByLabel('Вернуть: Вода').fill('1');
  await giveBack(page);
  await expect(page.getByText('Возврат по чеку № 1 проведён.')).toBeVisible();
  const [partial] = maxbonus.control.requests().filter(({ operation }) => operation === 'returnReceipt');
  expect(partial?.body).toMatchObject({ items: [{ qty: 1 }] });
  await till.nextSlip();

  await openReturn(till);
  await chooseWhole(page);
  await giveBack(page);
  await till.nextSlip();
  expect(balance(till)).toBe(OPENING);

  await page.keyboard.press('Control+Shift+F5');
  await expect(screen.dialog).toContainText('возвращено');
});

test('at a service that takes a return once, one whose answer is lost is sent again by itself', {
  tag: ['@maxbonus', '@journal'],
}, async () => {
  const till = await openTill(
    await surround(({ maxbonus, ...profile }) => ({
      ...profile,
      ...(maxbonus && { maxbonus: { ...maxbonus, returns: 'repeat' } }),
    })),
  );
  const { page, maxbonus } = till;
  await sell(till);
  await openReturn(till);
  maxbonus.control.faults.add({ kind: 'drop-after-commit', operation: 'returnReceipt' });
  await chooseWhole(page);
  await giveBack(page);
  expect(await till.nextSlip()).toContain('Возврат чека № 1');
  expect(balance(till)).toBe(OPENING);
  expect(maxbonus.control.requests().filter(({ operation }) => operation === 'returnReceipt')).toHaveLength(2);
  await till.close();
});

test('no row of Enter pays a return out: from line to line, to a question that repeats the sums, and back', {
  tag: ['@maxbonus', '@ui', '@hardening'],
}, async ({ till }) => {
  const { screen, page, maxbonus } = till;
  const { dialog } = screen;
  const returns = () => maxbonus.control.ledger().receipts[0]?.returns.length;
  await sell(till);
  await openReturn(till);
  await expect(dialog.getByRole('button', { name: 'Весь чек' })).toBeFocused();
  await expect(dialog).toContainText('Выберите, что вернуть');

  // Nothing is chosen: Enter goes from line to line and stays in the last one.
  await page.keyboard.press('ArrowDown');
  const [holder, water] = [dialog.getByLabel('Вернуть: Держатель'), dialog.getByLabel('Вернуть: Вода')];
  await expect(holder).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(water).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(water).toBeFocused();
  for (const [typed, told] of [
    ['3', 'Не больше 2'],
    ['-1', 'Меньше нуля нельзя'],
    ['1e3', 'Это не число'],
    ['0,5', 'Только целые штуки'],
  ] as const) {
    await water.fill(typed);
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText(told);
    await expect(water).toBeFocused();
  }

  await water.fill('1');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Выдать покупателю?');
  await expect(dialog.getByRole('region', { name: 'Клиент получит' })).toContainText(
    /Вернуть на карту.*Вернуть на сертификат/s,
  );
  await expect(dialog).not.toContainText('Выдать наличными');
  const back = dialog.getByRole('button', { name: 'Вернуться' });
  await expect(back).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Провести возврат' })).toBeEnabled();
  // The safe answer has the keyboard: Enter leads back to the lines as they were typed.
  await page.keyboard.press('Enter');
  await expect(water).toHaveValue('1');
  expect(returns()).toBe(0);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Провести возврат' })).toBeEnabled();
  await page.keyboard.press('F12');
  await expect(page.getByText('Возврат по чеку № 1 проведён.')).toBeVisible();
  expect(returns()).toBe(1);
  await till.nextSlip();

  // A second return in part is offered what the first one left.
  await openReturn(till);
  await water.fill('2');
  await expect(dialog).toContainText('Не больше 1');
  await page.keyboard.press('Escape');
});
