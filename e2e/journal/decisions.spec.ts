import { command, commanded, viewOf } from '../support/desk.ts';
import { payByCard } from '../support/screen.ts';
import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const BAG = '4680000000017';

/** What only a person can decide: whether the service has a receipt or a return, and whether a receipt goes without it. */

function sent({ maxbonus }: Till, operation: string): number {
  return maxbonus.control.requests().filter((request) => request.operation === operation).length;
}

async function payForWater(till: Till): Promise<void> {
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText(WATER);
  await till.page.keyboard.press('Control+Shift+F8');
  await till.screen.dialog.getByRole('button', { name: 'Провести чек' }).click();
}

test('an answer that cannot be read twice is asked about; «no» writes the receipt', {
  tag: ['@hardening', '@journal', '@maxbonus'],
}, async ({ till }) => {
  const { screen, maxbonus } = till;
  maxbonus.control.faults.add({ kind: 'html', operation: 'write', times: 2 });
  await payForWater(till);
  await expect(screen.dialog).toContainText('Чек № 1 есть в личном кабинете MaxBonus?');
  expect(sent(till, 'write')).toBe(2);
  await till.powerCut();
  await expect(till.screen.dialog).toContainText('Чек № 1 есть в личном кабинете MaxBonus?');
  expect(sent(till, 'write')).toBe(2);
  await till.page.getByRole('button', { name: 'Нет, провести' }).click();
  await expect(till.screen.written).toBeVisible();
  expect(maxbonus.control.ledger().receipts).toMatchObject([{ total: 4_990 }]);
});

test('«already written» without end is asked about at the till and in the list; «yes» ends it', {
  tag: ['@hardening', '@journal', '@maxbonus'],
}, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  maxbonus.control.faults.add({ kind: 'refused', message: 'Такой чек уже проведен', operation: 'write', times: null });
  await payForWater(till);
  await expect(screen.dialog).toContainText('Чек № 1 есть в личном кабинете MaxBonus?');
  await expect(screen.dialog).toContainText('Такой чек уже проведен');
  // The next customer need not wait for the answer.
  await page.keyboard.press('Control+F12');
  await expect(screen.queued).toBeVisible();
  await page.keyboard.press('Shift+F2');
  await page.getByRole('button', { name: 'Нет, провести' }).click();
  await screen.dialog.getByRole('button', { name: 'Да, провести' }).click();
  await expect.poll(() => sent(till, 'write')).toBe(3);
  // The answer is in, and a person's matter again.
  await expect.poll(async () => (await viewOf(page)).outbox.dead).toBe(1);
  await page.getByRole('button', { name: 'Чек есть в MaxBonus' }).click();
  await screen.dialog.getByRole('button', { name: 'Да, есть' }).click();
  await expect(page.getByText('Всё отправлено')).toBeVisible();
  expect(sent(till, 'write')).toBe(3);
});

test('a return whose answer is lost is asked about, also after a power cut, and goes out again by a person’s word alone', {
  tag: ['@hardening', '@journal', '@maxbonus'],
}, async ({ till }) => {
  await till.scan(WATER, WATER);
  await expect(till.screen.lines).toContainText('99,80');
  await payByCard(till.page);
  await till.nextSlip();
  const giveBackOne = async () => {
    const [receipt] = await commanded(till.page, 'receipts.find', { text: '' });
    if (!receipt) throw new Error('no receipt');
    await command(till.page, 'return.write', { receipt: receipt.id, lines: [{ index: 1, quantity: 1000 }] });
  };
  const question = () => till.page.getByText('Возврат по чеку № 1 есть в личном кабинете MaxBonus?');

  till.maxbonus.control.faults.add({ kind: 'drop-after-commit', operation: 'returnReceipt' });
  await giveBackOne();
  await expect(question()).toBeVisible();
  await till.powerCut();
  await expect(question()).toBeVisible();
  await till.page.keyboard.press('Control+y');
  expect(await till.nextSlip()).toContain('Возврат чека № 1');
  expect(sent(till, 'returnReceipt')).toBe(1);

  till.maxbonus.control.faults.add({ kind: 'drop-before', operation: 'returnReceipt' });
  await giveBackOne();
  await expect(question()).toBeVisible();
  await till.page.getByRole('button', { name: 'Позже' }).click();
  await expect(question()).toBeHidden();
  await till.page.keyboard.press('Shift+F2');
  await expect(till.page.getByRole('button', { name: 'Нет, провести ещё раз' })).toBeVisible();
  await till.page.keyboard.press('Control+Shift+Y');
  await till.screen.dialog.getByRole('button', { name: 'Да, провести' }).click();
  expect(await till.nextSlip()).toContain('Возврат чека № 1');
  expect(sent(till, 'returnReceipt')).toBe(3);
});

test('money charged for a receipt that was refused is not asked for again, and goes back when it is cancelled', {
  tag: ['@hardening', '@journal', '@sale'],
}, async ({ till }) => {
  till.maxbonus.control.faults.add({ kind: 'refused', message: 'Расчёт устарел', operation: 'write' });
  await payForWater(till);
  await expect(till.page.getByText('Уже принято: картой 49,90')).toBeVisible();
  await till.powerCut();
  await expect(till.page.getByText('Уже принято: картой 49,90')).toBeVisible();
  await till.scan(BAG);
  await expect(till.screen.lines).toContainText(BAG);
  await till.page.keyboard.press('F5');
  await till.page.keyboard.press('F5');
  await expect(till.screen.dialog).toContainText('принято картой 49,90');
  await till.page.keyboard.press('Enter');
  await till.page.keyboard.press('Control+Shift+F7');
  await expect(till.screen.dialog).toContainText('Уже принято: картой 49,90');
  await expect(till.page.getByLabel('Получено наличными')).toHaveValue('7,00');
  await till.page.keyboard.press('Enter');
  await expect(till.screen.written).toBeVisible();
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ total: 5_690 }]);

  // The next one is refused, too, and its customer goes.
  till.maxbonus.control.faults.add({ kind: 'refused', message: 'Расчёт устарел', operation: 'write' });
  await payForWater(till);
  await expect(till.page.getByText('Уже принято: картой 49,90')).toBeVisible();
  await expect.poll(async () => (await viewOf(till.page)).busy).toBe(null);
  await till.page.keyboard.press('Control+F12');
  await expect(till.screen.dialog).toContainText('Верните покупателю: на карту 49,90');
  await till.screen.dialog.getByRole('button', { name: 'Отменить чек' }).click();
  await expect(till.page.getByText('Верните покупателю: на карту 49,90.')).toBeVisible();
  const report = await commanded(till.page, 'shift.report', undefined);
  expect(report).toMatchObject({ receipts: 1, cash: 700, card: 4_990 });
});

test('a receipt that the service will not calculate is sold without it and offered to it later', {
  tag: ['@hardening', '@maxbonus', '@sale'],
}, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  maxbonus.control.faults.add({ kind: 'refused', message: 'Доступ запрещён', operation: 'calculate', times: null });
  await till.scan(WATER);
  await expect(screen.lines).toContainText(WATER);
  await page.keyboard.press('Control+Shift+F7');
  await expect(screen.dialog).toContainText('Доступ запрещён');
  await screen.dialog.getByRole('button', { name: 'Продать без MaxBonus' }).click();
  // The harmless answer is the one under the finger.
  await page.keyboard.press('Enter');
  await page.keyboard.press('F10');
  await screen.dialog.getByRole('button', { name: 'Да, продать без MaxBonus' }).click();
  await expect(screen.dialog).toContainText('Продаём без MaxBonus');
  await page.keyboard.press('Enter');
  await expect(screen.queued).toBeVisible();
  maxbonus.control.faults.clear();
  await page.keyboard.press('Shift+F2');
  await page.getByRole('button', { name: 'Повторить', exact: true }).click();
  await expect.poll(() => maxbonus.control.ledger().receipts, { timeout: 30_000 }).toMatchObject([{ total: 4_990 }]);
});
