import { chooseWhole, giveBack, payByCard } from '../support/screen.ts';
import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';
const CARD = '7700001110055002';
const tag = ['@hardening', '@maxbonus'];

test('a service that answers in other shapes: sold once, given back once, with what it has printed', { tag }, async ({
  till,
}) => {
  const { page, screen, maxbonus } = till;
  const { faults } = maxbonus.control;
  faults.add({ kind: 'shape', shape: 'loose', operation: 'identifyByCode' });
  faults.add({ kind: 'shape', shape: 'loose', operation: 'calculate', times: null });
  faults.add({ kind: 'shape', shape: 'typed', operation: 'write' });
  await till.scan(WATER, CARD);
  await expect(screen.customer).toContainText('Анна Петровна С.');
  await expect(screen.customer).toContainText('640,00');
  await payByCard(page);
  await expect(screen.written).toBeVisible();
  const sold = await till.nextSlip();
  expect(sold).toMatch(/Начислено бонусов +2\.50/);
  expect(sold).toMatch(/^ +Спасибо за покупку/m);

  await page.keyboard.press('Control+F12');
  faults.add({ kind: 'shape', shape: 'nothing', operation: 'returnReceipt' });
  await page.keyboard.press('Control+Shift+F5');
  await expect(screen.dialog).toContainText('Чек № 1');
  await page.keyboard.press('Enter');
  await chooseWhole(page);
  await giveBack(page);
  await expect(page.getByText('Возврат по чеку № 1 проведён.')).toBeVisible();
  await till.nextSlip();
  const done = maxbonus.control.requests().map(({ operation }) => operation);
  expect(done.filter((operation) => ['write', 'rollback', 'returnReceipt'].includes(operation))).toEqual([
    'write',
    'returnReceipt',
  ]);
});

test('«не найден» is told by its words under any status; the number of a refusal is shown; a page says nothing', {
  tag,
}, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  const { faults } = maxbonus.control;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  faults.add({ kind: 'refused', message: 'Недостаточно прав', status: 403, code: 1005, operation: 'identifyByCode' });
  await till.scan(CARD);
  await expect(page.getByText('№ 1005: Недостаточно прав')).toBeVisible();
  faults.add({ kind: 'refused', message: 'Такого клиента не существует', status: 404, operation: 'identifyByCode' });
  await till.scan(CARD);
  await expect(page.getByText('Клиент не найден.')).toBeVisible();
  faults.add({ kind: 'page', status: 404, operation: 'identifyByCode' });
  await till.scan(CARD);
  await expect(page.getByText('Ответ бонусной системы не удалось прочитать.', { exact: true })).toBeVisible();
});

test('a balance below zero is shown, sold with, printed and kept', { tag }, async ({ till }) => {
  const { maxbonus } = till;
  maxbonus.control.faults.add({ kind: 'shape', shape: 'overdrawn', operation: 'all', times: null });
  await till.scan(WATER, CARD);
  await expect(till.screen.customer).toContainText('−12,50');
  await till.powerCut();
  await expect(till.screen.customer).toContainText('−12,50');
  await payByCard(till.page);
  await till.nextSlip();
  expect(maxbonus.control.ledger().receipts).toHaveLength(1);
});
