import { holdDown, pressAway } from '../support/press.ts';
import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';
const CARD = '7700001233377001';

test('the change stays to be read, whatever the thumb on Enter does, and above the next receipt', {
  tag: ['@sale', '@hardening'],
}, async ({ till }) => {
  const { page, maxbonus } = till;
  const { keyboard } = page;
  const last = page.getByRole('region', { name: 'Предыдущий чек' });
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await keyboard.press('Control+Shift+F7');
  await page.getByLabel('Получено наличными').fill('100');
  await Promise.all([keyboard.press('Enter'), keyboard.press('Enter')]);
  await expect(till.screen.written).toBeVisible();
  await holdDown(page, 'Enter');
  await expect(till.screen.written).toBeVisible();
  await expect(page.getByRole('region', { name: 'Результат' })).toContainText('50,10');
  expect(maxbonus.control.ledger().receipts).toHaveLength(1);

  await pressAway(page, 'Enter', till.screen.written);
  await expect(last).toHaveText('Чек № 1 · сдача 50,10');
  await till.scan(WATER);
  await expect(last).toBeVisible();
  await page.reload();
  await expect(last).toHaveText('Чек № 1 · сдача 50,10');

  // By card nothing is handed back: the sum that was charged is what stands there.
  await keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(till.screen.written).toBeVisible();
  await expect(last).toBeHidden();
  const result = page.getByRole('region', { name: 'Результат' });
  await expect(result).toContainText('Картой');
  await expect(result).not.toContainText('Сдача');
  await keyboard.press('Control+F12');
  await expect(last).toHaveText('Чек № 2 · картой 49,90');
  await page.getByRole('button', { name: 'Убрать предыдущий чек' }).click();
  await expect(last).toBeHidden();
});

test('a held Enter confirms one thing and nothing that comes up after it', {
  tag: ['@sale', '@maxbonus', '@hardening'],
}, async ({ till }) => {
  const { page, maxbonus } = till;
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');

  // A new customer: one SMS, and no registration.
  await keyboard.press('F4');
  await page.getByLabel('Телефон', { exact: true }).fill('9145550101');
  await holdDown(page, 'Enter');
  await expect(dialog).toContainText('0101');
  expect(maxbonus.control.sms()).toHaveLength(1);
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // A certificate: looked up, and not put on the receipt.
  await till.scan(WATER, CARD);
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
  await keyboard.press('F8');
  await page.getByLabel('Код сертификата').fill('8800000000000101');
  await holdDown(page, 'Enter');
  await expect(page.getByLabel('Оплатить сертификатом')).toBeVisible();
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // A write-off: calculated, and no SMS; then one SMS.
  await till.screen.redemption.fill('10');
  await holdDown(page, 'Enter');
  await expect(dialog.getByRole('button', { name: 'Отправить ПИН' })).toBeVisible();
  expect(maxbonus.control.sms()).toHaveLength(1);
  await holdDown(page, 'Enter');
  await expect(page.getByLabel('ПИН из СМС')).toBeVisible();
  expect(maxbonus.control.sms()).toHaveLength(2);
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // From the field to the payment, and no further.
  await till.screen.redemption.fill('0');
  await keyboard.press('Enter');
  await expect(till.screen.totals).toContainText('49,90');
  await expect(page.getByRole('button', { name: 'Наличными' })).toContainText('Enter');
  await till.screen.field.focus();
  await holdDown(page, 'Enter');
  await expect(page.getByLabel('Получено наличными')).toBeVisible();
  expect(maxbonus.control.ledger().receipts).toHaveLength(0);
});

test('digits of a code never become a sum by Enter, and a large sum is said twice', {
  tag: ['@sale', '@hardening'],
}, async ({ till }) => {
  const { page } = till;
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const empty = page.getByText('Чек пуст');

  await keyboard.type('482915');
  await Promise.all(['Enter', 'Enter', 'Enter'].map((key) => keyboard.press(key)));
  const question = page.getByRole('dialog', { name: 'Что это за код?' });
  await expect(question.getByRole('listitem')).toHaveText(['1Карта или код клиента', '2Сумма покупки 482 915,00']);
  await holdDown(page, 'Enter');
  await expect(question).toBeVisible();
  await pressAway(page, '2', question);
  const large = page.getByRole('dialog', { name: 'Большая сумма' });
  await expect(large).toContainText('482 915,00 ₽ — это примерно 483 тысячи');
  await keyboard.press('Enter');
  await expect(large).toBeVisible();
  await pressAway(page, '1', dialog);
  await expect(empty).toBeVisible();

  // A phone without one of its digits, and a billion.
  for (const digits of ['914123337', '1000000000']) {
    await keyboard.type(digits);
    await keyboard.press('Enter');
    await expect(page.getByText('Клиент не найден.')).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByText('Клиент не найден.')).toBeHidden();
    await expect(empty).toBeVisible();
  }
  await keyboard.type('2000000,00');
  await keyboard.press('Enter');
  await expect(page.getByText('Такая сумма слишком велика: больше 1 000 000,00 ввести нельзя.')).toBeVisible();
  await keyboard.press('Escape');
  await expect(till.screen.field).toHaveValue('2000000,00');
  await keyboard.press('Escape');
  await expect(till.screen.field).toHaveValue('');

  // An article of the catalogue needs no question; a digit and an Enter are no answer and a stale one.
  await keyboard.type('00123');
  await keyboard.press('Enter');
  await expect(till.screen.lines).toContainText('Сало');
  await keyboard.type('482915');
  await keyboard.press('Enter');
  await pressAway(page, '1', question);
  await keyboard.press('Enter');
  await pressAway(page, 'Escape', dialog);
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
  // A whole page, pasted: as much as the field takes, and in words what it is not.
  await keyboard.insertText('7'.repeat(10_000));
  expect((await till.screen.field.inputValue()).length).toBeLessThanOrEqual(4096);
  await keyboard.press('Enter');
  await expect(question).toBeVisible();
  await pressAway(page, 'Escape', question);
  await expect(page.getByText('непонятную команду')).toBeHidden();

  // Without a customer a key says why there are no bonuses, and calculates all the same.
  await page.getByRole('button', { name: 'Убрать клиента' }).click();
  await keyboard.press('F11');
  await expect(page.getByText('Клиент не определён.')).toBeVisible();
});

test('what was not sold stays in sight until it is acknowledged, also at the payment; each kind has its sound', {
  tag: ['@sale', '@scanner', '@hardening'],
}, async ({ till }) => {
  const { page } = till;
  const { keyboard } = page;
  const heard = () => page.evaluate<number[]>('window.heard.splice(0)');
  const listen = () =>
    page.evaluate(`
      window.heard = [];
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (at) { heard.push(this.frequency.value); start.call(this, at); };
    `);
  const row = page.getByRole('alert').filter({ hasText: 'Не пробито' });
  await listen();
  await till.scan(WATER, '4607001234500', WATER, WATER, WATER);
  await expect(till.screen.lines).toContainText('199,60');
  await expect(row).toContainText('Не пробито: 1 Не найдено: 4607001234500.');
  expect(await heard()).toEqual([330, 220, 330, 220]);
  await till.scan('4607001234500');
  await expect(row).toContainText('Не пробито: 2 Не найдено: 4607001234500. ×2');
  await page.reload();
  await expect(row).toContainText('Не пробито: 2');

  await keyboard.press('F12');
  const pay = page.getByRole('dialog').getByRole('button', { name: 'Оплатить без них' });
  await expect(pay).toBeVisible();
  await holdDown(page, 'Enter');
  await keyboard.press('Enter');
  await expect(pay).toBeVisible();
  await keyboard.press('Shift+Escape');
  await expect(page.getByLabel('Получено наличными')).toBeFocused();
  await keyboard.press('Escape');
  await expect(row).toBeHidden();

  await listen();
  await keyboard.type('482915');
  await keyboard.press('Enter');
  await expect.poll(heard).toEqual([660, 880]);
});

test('a quantity before a scan is that of the goods scanned, and of no line before', {
  tag: ['@sale', '@scanner', '@hardening'],
}, async ({ till }) => {
  const { page } = till;
  const { keyboard } = page;
  const armed = page.getByText('3 ×', { exact: true });
  const row = (code: string) => till.screen.lines.getByRole('row').filter({ hasText: code });

  await keyboard.type('3*');
  await expect(armed).toBeVisible();
  await keyboard.press('Escape');
  await expect(armed).toBeHidden();
  await keyboard.type('3*');
  await till.scan(CARD, WATER);
  await expect(row(WATER)).toContainText('149,70');
  await expect(armed).toBeHidden();

  await keyboard.type('999999*');
  await expect(page.getByText('Такое количество ввести нельзя: только больше нуля, не больше 100')).toBeVisible();
  await keyboard.press('Escape');
  await expect(till.screen.field).toHaveValue('999999');
  await keyboard.press('Escape');

  // With a line selected its quantity comes up; a scan takes that away.
  await keyboard.type('2*');
  await expect(page.getByLabel('Новое количество')).toBeFocused();
  await keyboard.type('4');
  await till.scan('4607001234562');
  await expect(till.screen.dialog).toBeHidden();
  await expect(row('4607001234562')).toContainText('5 160,00');
  await expect(row(WATER)).toContainText('149,70');

  // Without a scan it is for the line, as ever.
  await keyboard.type('2*');
  await expect(page.getByLabel('Новое количество')).toHaveValue('2');
  await keyboard.press('Enter');
  await expect(row('4607001234562')).toContainText('2 580,00');
  await keyboard.type('*');
  await keyboard.press('Escape');
  await till.scan(WATER);
  await expect(row(WATER)).toContainText('199,60');
});
