import type { ProfileInput } from '../../app/settings/profile.ts';
import { TRAINING_CUSTOMERS } from '../../app/training/maxbonus/customers.ts';
import { chooseWhole, giveBack, payByCard } from '../support/screen.ts';
import { test as configured, expect, openTill, surround, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const [dmitry, anna] = TRAINING_CUSTOMERS;

const maxbonusWith =
  (change: Partial<NonNullable<ProfileInput['maxbonus']>>) =>
  (profile: ProfileInput): ProfileInput => ({
    ...profile,
    ...(profile.maxbonus && { maxbonus: { ...profile.maxbonus, ...change } }),
  });

async function ringUp(till: Till): Promise<void> {
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
}

configured(
  'without a token the cashier is told which setting is missing',
  { tag: ['@maxbonus', '@settings'] },
  async () => {
    const around = await surround(({ maxbonus, ...profile }) => ({
      ...profile,
      ...(maxbonus && { maxbonus: { baseUrl: maxbonus.baseUrl } }),
    }));
    const till = await openTill(around);
    await ringUp(till);
    await till.page.getByRole('button', { name: /Рассчитать/ }).click();
    await expect(till.page.getByRole('main').getByRole('alert')).toContainText('maxbonus.token');
    expect(till.maxbonus.control.requests()).toHaveLength(0);
    await till.close();
  },
);

configured(
  'a path that the service does not know is told, and the receipt stays',
  { tag: ['@maxbonus', '@settings'] },
  async () => {
    const till = await openTill(await surround(maxbonusWith({ paths: { calculate: '/no/such/path' } })));
    await ringUp(till);
    await till.page.getByRole('button', { name: /Рассчитать/ }).click();
    await expect(till.page.getByRole('main').getByRole('alert')).toContainText('Бонусная система отказала');
    await expect(till.screen.lines).toContainText('49,90');
    await till.close();
  },
);

test('a PIN wrong three times is blocked in the service’s words, until another is asked for', {
  tag: '@maxbonus',
}, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  await till.scan('4607001234562', dmitry.card);
  await expect(screen.totals).toContainText('1 161,00');
  await screen.redemption.fill('100');
  await page.keyboard.press('Enter');
  await screen.dialog.getByRole('button', { name: 'Отправить ПИН' }).click();
  await expect.poll(() => maxbonus.control.sms().length).toBe(1);
  const pin = maxbonus.control.sms()[0]?.pin ?? '';
  const checks = () => maxbonus.control.requests().filter(({ operation }) => operation === 'checkPin');
  const wrong = pin === '0000' ? '1111' : '0000';
  for (let attempt = 1; attempt <= 3; attempt++) {
    await screen.dialog.getByLabel('ПИН из СМС').fill(wrong);
    await page.keyboard.press('Enter');
    await expect(screen.dialog).toContainText(attempt < 3 ? 'ПИН не подошёл' : 'ПИН больше не действует');
    await expect.poll(() => checks().length).toBe(attempt);
  }
  // A right one is of no use any more, and another may be sent at once.
  await screen.dialog.getByLabel('ПИН из СМС').fill(pin);
  await page.keyboard.press('Enter');
  await expect(screen.dialog).toContainText('ПИН больше не действует');
  await screen.dialog.getByRole('button', { name: 'Отправить ещё раз' }).click();
  await expect.poll(() => maxbonus.control.sms().length).toBe(2);
  await screen.dialog.getByLabel('ПИН из СМС').fill(maxbonus.control.sms()[1]?.pin ?? '');
  await page.keyboard.press('Enter');
  await expect(screen.dialog).toBeHidden();
});

test('a write that the service refuses gives the receipt back as it was', { tag: '@maxbonus' }, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  await ringUp(till);
  maxbonus.control.faults.add({ kind: 'refused', message: 'Расчёт устарел', operation: 'write' });
  await page.keyboard.press('Control+Shift+F8');
  await screen.dialog.getByRole('button', { name: 'Провести чек' }).click();
  await expect(page.getByText('Бонусная система не приняла чек: Расчёт устарел').first()).toBeVisible();
  await expect(screen.lines).toContainText('49,90');
  if (await screen.dialog.isVisible()) await page.keyboard.press('Escape');
  await payByCard(page);
  expect(maxbonus.control.ledger().receipts).toHaveLength(1);
});

configured(
  'by setting the slip to tear off has the bonuses only',
  { tag: ['@maxbonus', '@printing', '@settings'] },
  async () => {
    const till = await openTill(await surround((profile) => ({ ...profile, slip: { form: 'tear-off' } })));
    await till.scan(WATER, anna.card);
    await expect(till.screen.customer).toContainText('Анна Петровна С.');
    await payByCard(till.page);
    const slip = await till.nextSlip();
    expect(slip).toContain('Начислено бонусов');
    expect(slip).toContain('***0055');
    expect(slip).not.toContain('Вода питьевая');
    await till.close();
  },
);

test('a return cut off by a power cut is neither doubled nor lost', { tag: ['@maxbonus', '@journal'] }, async ({
  till,
}) => {
  await ringUp(till);
  await payByCard(till.page);
  await till.nextSlip();
  till.maxbonus.control.faults.add({ kind: 'latency', ms: 60_000, operation: 'returnReceipt' });
  await till.page.keyboard.press('Control+Shift+F5');
  await expect(till.screen.dialog).toContainText('Чек № 1');
  await till.page.keyboard.press('Enter');
  await chooseWhole(till.page);
  await giveBack(till.page);
  const returns = () => till.maxbonus.control.ledger().receipts[0]?.returns.length;
  await expect.poll(returns).toBe(1);
  till.maxbonus.control.faults.clear();
  await till.powerCut();
  await till.page.getByRole('button', { name: 'Возврат есть в MaxBonus' }).click();
  expect(await till.nextSlip()).toContain('Возврат чека № 1');
  expect(returns()).toBe(1);
});
