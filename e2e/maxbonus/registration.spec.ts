import { TRAINING_CUSTOMERS } from '../../app/training/maxbonus/customers.ts';
import { payByCard } from '../support/screen.ts';
import { test as configured, expect, openTill, surround, type Till, test } from '../support/till.ts';

const PHONE = '8 (924) 765-43-21';

function latestPin({ maxbonus }: Till): string {
  return /\d{4,}/.exec(maxbonus.control.sms().at(-1)?.pin ?? '')?.[0] ?? '';
}

async function askForPin(till: Till, phone: string): Promise<void> {
  await till.page.keyboard.press('F4');
  await till.screen.dialog.getByLabel('Телефон').fill(phone);
  await till.screen.dialog.getByRole('button', { name: 'Запросить ПИН' }).click();
}

configured(
  'scenario 1.А: a new customer by SMS PIN, asked again, mistyped, registered, and the receipt is theirs',
  {
    tag: ['@maxbonus', '@printing'],
  },
  async () => {
    const till = await openTill(
      await surround((profile) => ({
        ...profile,
        maxbonus: profile.maxbonus && { ...profile.maxbonus, pins: { pauseMs: 0 } },
      })),
    );
    const { page, maxbonus } = till;
    const { dialog } = till.screen;
    await till.scan('4600494000218');
    await askForPin(till, PHONE);
    await expect.poll(() => maxbonus.control.sms().length).toBe(1);
    await dialog.getByRole('button', { name: 'Запросить ещё раз' }).click();
    await expect.poll(() => maxbonus.control.sms().length).toBe(2);
    await expect(dialog).toContainText('Отправлено ещё раз');

    await dialog.getByLabel('Фамилия').fill('Новикова');
    await dialog.getByLabel('Имя').fill('Вера');
    await dialog.getByLabel('Отчество').fill('Олеговна');
    await dialog.getByLabel('Дата рождения').fill('01.01.2000');
    await dialog.getByRole('radio', { name: 'Женский' }).check();
    const pin = latestPin(till);
    await dialog.getByLabel('ПИН из СМС').fill(pin === '0000' ? '1111' : '0000');
    await dialog.getByRole('button', { name: 'Зарегистрировать' }).click();
    await expect(dialog).toContainText('ПИН не подошёл');
    await expect(dialog.getByLabel('Фамилия')).toHaveValue('Новикова');
    await dialog.getByLabel('ПИН из СМС').fill(pin);
    await dialog.getByRole('button', { name: 'Зарегистрировать' }).click();
    await expect(dialog).toBeHidden();
    await expect(till.screen.customer).toContainText('Вера Олеговна Н.');
    const welcome = await till.nextSlip();
    expect(welcome).toContain('Регистрация');
    expect(welcome).toContain('***4321');

    const registered = maxbonus.control.requests().find(({ operation }) => operation === 'register');
    expect(registered?.body).toMatchObject({ last_name: 'Новикова', birthday: '2000-01-01' });
    await payByCard(page);
    expect(maxbonus.control.ledger().receipts).toMatchObject([{ phone: '79247654321', total: 4_990 }]);
    await till.close();
  },
);

test('scenario 1.А: who is registered already is told and put on the receipt', { tag: '@maxbonus' }, async ({
  till,
}) => {
  await askForPin(till, TRAINING_CUSTOMERS[0].phone);
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
  await expect(till.page.getByText('Этот номер уже зарегистрирован.').first()).toBeVisible();
  expect(till.maxbonus.control.sms()).toHaveLength(0);
});

test('a phone that is none, a day that is none and a foreign phone', { tag: '@maxbonus' }, async ({ till }) => {
  const { dialog } = till.screen;
  await askForPin(till, '12345');
  await expect(dialog).toContainText('Введите номер целиком');
  await dialog.getByLabel('Телефон').fill('+380 67 123 45 67');
  await dialog.getByRole('button', { name: 'Запросить ПИН' }).click();
  await expect.poll(() => till.maxbonus.control.sms().length).toBe(1);
  expect(till.maxbonus.control.sms()[0]?.phone).toBe('380671234567');
  await dialog.getByLabel('Дата рождения').fill('31.02.2000');
  await dialog.getByLabel('Имя').fill('Тарас');
  await dialog.getByLabel('ПИН из СМС').fill(latestPin(till));
  await dialog.getByRole('button', { name: 'Зарегистрировать' }).click();
  await expect(dialog).toContainText('Такой даты нет');
  // A year that cannot be is mended where it stands, and the complaint about it goes.
  const birthday = dialog.getByLabel('Дата рождения');
  await birthday.fill('01.02.1800');
  await dialog.getByRole('button', { name: 'Зарегистрировать' }).click();
  await expect(dialog).toContainText('Проверьте год рождения.');
  await expect(birthday).toBeFocused();
  await dialog.getByLabel('ПИН из СМС').fill('');
  await dialog.getByRole('button', { name: 'Зарегистрировать' }).click();
  await expect(dialog).toContainText('Введите ПИН');
  await expect(dialog).not.toContainText('Проверьте год рождения.');
});
