import { TRAINING_BLANK_CARDS, TRAINING_CUSTOMERS } from '../../app/training/maxbonus/customers.ts';
import { pressAway } from '../support/press.ts';
import { payByCard } from '../support/screen.ts';
import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';
const [dmitry] = TRAINING_CUSTOMERS;

for (const [way, code] of [
  ['a plastic card', dmitry.card],
  ['the QR of the chat bot', dmitry.qr],
] as const) {
  test(`scenario 2: an existing customer by ${way}, scanned`, { tag: ['@maxbonus', '@scanner'] }, async ({ till }) => {
    await till.scan(WATER, code);
    await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
    await payByCard(till.page);
    expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ phone: dmitry.phone, accrued: 749 }]);
    expect(await till.nextSlip()).toContain('***3377');
  });
}

test('scenario 2: an existing customer by a short code, typed', { tag: '@maxbonus' }, async ({ till }) => {
  await till.page.keyboard.type(dmitry.shortCode);
  await till.page.keyboard.press('Enter');
  await expect(till.page.getByRole('dialog', { name: 'Что это за код?' })).toBeVisible();
  await pressAway(till.page, '1', till.screen.dialog);
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
});

test('scenario 1.Б: a new plastic card is a customer at once', { tag: '@maxbonus' }, async ({ till }) => {
  await till.scan(WATER, TRAINING_BLANK_CARDS[0]);
  await expect(till.screen.customer).not.toContainText('Клиент не определён');
  await payByCard(till.page);
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ total: 4_990, accrued: 250 }]);
});

test('scenario 4: any run of eights is the anonymous customer', { tag: '@maxbonus' }, async ({ till }) => {
  await till.scan(WATER, dmitry.card);
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
  await till.page.keyboard.type('88888888888');
  await till.page.keyboard.press('Enter');
  await expect(till.screen.customer).toContainText('Клиент не определён');
  await payByCard(till.page);
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ phone: null, accrued: 0 }]);
  const write = till.maxbonus.control.requests().find(({ operation }) => operation === 'write');
  expect(write?.body).toMatchObject({ customer_token: '8888888888' });
});

test('the customer at a glance: what they have, may take off and will get, and the chat bot', {
  tag: ['@maxbonus', '@ui'],
}, async ({ till }) => {
  const maria = TRAINING_CUSTOMERS[3];
  await till.scan(WATER, maria.card);
  const { customer } = till.screen;
  await expect(customer).toContainText('Мария Ильинична П.');
  await expect(customer).toContainText('215,50');
  await expect(customer).toContainText('14,97');
  await expect(customer).toContainText('44-66');
  await customer.getByRole('button', { name: 'СМС с чат-ботом' }).click();
  await expect.poll(() => till.maxbonus.control.sms().length).toBe(1);
  expect(till.maxbonus.control.sms()[0]?.phone).toBe(maria.phone);
});
