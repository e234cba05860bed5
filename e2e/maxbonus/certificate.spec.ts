import { TRAINING_CERTIFICATES } from '../../app/training/maxbonus/certificates.ts';
import { viewOf } from '../support/desk.ts';
import { payByCard } from '../support/screen.ts';
import { expect, type Till, test } from '../support/till.ts';

const { plain, withPin, usedUp, small } = TRAINING_CERTIFICATES;
const CANE_HOLDER = '4607001234562';
const WATER = '4600494000218';
const CARD = '7700001110055002';

/** Looks a certificate up in its dialog. */
async function lookUp({ page, screen }: Till, code: string, pin = ''): Promise<void> {
  await page.keyboard.press('F8');
  await screen.dialog.getByLabel('Код сертификата').fill(code);
  if (pin) await screen.dialog.getByLabel('ПИН сертификата').fill(pin);
  await screen.dialog.getByRole('button', { name: 'Проверить' }).click();
}

/** Adds the certificate that was looked up; with its whole suggested sum unless another is given. */
async function add({ screen, page }: Till, amount?: string): Promise<void> {
  const field = screen.dialog.getByLabel('Оплатить сертификатом');
  await expect(field).toBeVisible();
  if (amount) await field.fill(amount);
  await screen.dialog.getByRole('button', { name: 'Добавить' }).click();
  await expect(field).toBeHidden();
  if (await screen.dialog.isVisible()) await page.keyboard.press('Escape');
}

test('scenario 3: a certificate pays a part, the customer the rest; it is on the slip', {
  tag: ['@maxbonus', '@printing'],
}, async ({ till }) => {
  const { maxbonus, screen } = till;
  await till.scan(CANE_HOLDER, CARD);
  await expect(screen.totals).toContainText('1 161,00');
  await lookUp(till, plain.code);
  await add(till, '400');
  await expect(screen.totals).toContainText('761,00');
  await payByCard(till.page);
  const slip = await till.nextSlip();
  expect(slip).toMatch(/Сертификатом +400\.00/);
  expect(slip).toMatch(/Картой +761\.00/);
  const write = maxbonus.control.requests().find(({ operation }) => operation === 'write');
  expect(write?.body).toMatchObject({ certificate: [{ code: plain.code }] });

  // What is left on it pays the next receipt, which is for nobody in particular.
  await till.scan(CANE_HOLDER);
  await expect(screen.lines).toContainText('1 290,00');
  await lookUp(till, plain.code);
  await expect(screen.dialog).toContainText('600,00');
});

test('scenario 3: without a customer, several certificates, one with a PIN; a wrong PIN is told', {
  tag: '@maxbonus',
}, async ({ till }) => {
  const { screen } = till;
  await till.scan(CANE_HOLDER);
  await expect(screen.lines).toContainText('1 290,00');
  await lookUp(till, withPin.code, '0000');
  await expect(screen.dialog.getByRole('alert')).toBeVisible();
  await screen.dialog.getByLabel('ПИН сертификата').fill(withPin.pin);
  await screen.dialog.getByRole('button', { name: 'Проверить' }).click();
  await add(till, '1000');
  await lookUp(till, small.code);
  await add(till, '50');
  await expect(screen.totals).toContainText('111,00');
  await payByCard(till.page);
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ phone: null }]);
  expect(await till.nextSlip()).toMatch(/Сертификатом +1050\.00/);
});

test('a certificate pays no more than the receipt, and nothing is left to pay', { tag: '@maxbonus' }, async ({
  till,
}) => {
  const { screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await lookUp(till, plain.code);
  await expect(screen.dialog.getByLabel('Оплатить сертификатом')).toHaveValue('49,90');
  await add(till);
  await expect(screen.totals).toContainText('0,00');
  await payByCard(till.page);
  expect(await till.nextSlip()).toMatch(/Сертификатом +49\.90/);
});

test('a used-up, an unknown and a twice-used certificate are told; the receipt stays', { tag: '@maxbonus' }, async ({
  till,
}) => {
  const { screen, page } = till;
  await till.scan(CANE_HOLDER);
  await expect(screen.lines).toContainText('1 290,00');
  await lookUp(till, usedUp.code);
  await expect(screen.dialog).toContainText('Этим сертификатом оплатить нельзя.');
  await page.keyboard.press('Escape');
  await lookUp(till, '8800000000009999');
  await expect(screen.dialog).toContainText('Сертификат не найден.');
  await page.keyboard.press('Escape');
  await lookUp(till, small.code);
  await add(till, '50');
  await lookUp(till, small.code);
  await expect(screen.dialog).toContainText('Этот сертификат уже в чеке.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Убрать сертификат ···0404' }).click();
  await expect(page.getByRole('button', { name: 'Убрать сертификат ···0404' })).toBeHidden();
  await expect(screen.lines).toContainText('1 290,00');
});

test('a scanned certificate goes where the open dialog waits for it', { tag: ['@maxbonus', '@scanner'] }, async ({
  till,
}) => {
  const { screen, page } = till;
  await till.scan(CANE_HOLDER);
  await expect(screen.lines).toContainText('1 290,00');
  await page.keyboard.press('F8');
  await expect(screen.dialog).toBeVisible();
  await till.scan(plain.code);
  await expect(screen.dialog).toContainText('1 000,00');
});

test('a certificate with a PIN is scanned: before its PIN, and after it', {
  tag: ['@maxbonus', '@scanner', '@hardening'],
}, async ({ till }) => {
  const { screen, page } = till;
  const { dialog } = screen;
  await till.scan(CANE_HOLDER);
  await expect(screen.lines).toContainText('1 290,00');
  await page.keyboard.press('F8');
  await till.scan(withPin.code);
  await expect(dialog).toContainText('Введите ПИН сертификата');
  await expect(dialog).toContainText('···0202');
  const pin = dialog.getByLabel('ПИН сертификата');
  await expect(pin).toBeFocused();
  await page.keyboard.type('0000');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('ПИН сертификата не подошёл. Неверный ПИН-код сертификата.');
  // What is typed next replaces the wrong PIN, not the code.
  await expect(pin).toBeFocused();
  await page.keyboard.type(withPin.pin);
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Оплатить сертификатом')).toHaveValue('1290,00');
  await page.keyboard.press('Escape');

  await page.keyboard.press('F8');
  await pin.fill(withPin.pin);
  await till.scan(withPin.code);
  await expect(dialog.getByLabel('Оплатить сертификатом')).toHaveValue('1290,00');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  // Nothing is left to pay: there is one thing to press, and no money to type.
  await expect(screen.totals).toContainText('0,00');
  await expect(page.getByRole('button', { name: 'Картой' })).toBeHidden();
  await page.getByRole('button', { name: 'Провести чек' }).click();
  await expect(dialog).not.toContainText('Получено наличными');
  await dialog.getByRole('button', { name: 'Провести чек' }).click();
  await expect(screen.written).toBeVisible();
  expect(till.maxbonus.control.ledger().receipts).toHaveLength(1);
});

test('a certificate whose PIN is forgotten over a restart asks for it again, and pays', {
  tag: ['@maxbonus', '@journal', '@hardening'],
}, async ({ till }) => {
  const { maxbonus } = till;
  await till.scan(CANE_HOLDER);
  await expect(till.screen.lines).toContainText('1 290,00');
  await lookUp(till, withPin.code, withPin.pin);
  await add(till, '1000');
  await expect(till.screen.totals).toContainText('290,00');
  await till.powerCut();
  // Here is no keychain: what sealed the PIN has gone with the program.
  const { dialog } = till.screen;
  await expect(dialog).toContainText('Введите ПИН сертификата');
  await expect(dialog).toContainText('···0202');
  await expect(dialog.getByLabel('ПИН сертификата')).toBeFocused();
  await till.page.keyboard.type(withPin.pin);
  await till.page.keyboard.press('Enter');
  await add(till, '1000');
  const { warnings } = await viewOf(till.page);
  expect(warnings.map(({ code }) => code)).toContain('certificate-pin-forgotten');
  await payByCard(till.page);
  expect(maxbonus.control.ledger().receipts).toMatchObject([{ total: 129_000 }]);
  expect(await till.nextSlip()).toMatch(/Сертификатом +1000\.00/);
});
