import type { Page } from '@playwright/test';
import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const CARD = '7700001110055002';
const BALANCE = 64_000;

async function ringUp(till: Till): Promise<void> {
  await till.scan(WATER, CARD);
  await expect(till.screen.customer).toContainText('Анна Петровна С.');
}

async function payByCard(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
}

/** One receipt at the service, its accrual counted once, one slip. */
async function expectOnce(till: Till): Promise<void> {
  await expect(till.screen.written).toBeVisible();
  const { receipts, customers } = till.maxbonus.control.ledger();
  expect(receipts).toMatchObject([{ total: 4_990, accrued: 250 }]);
  expect(customers.find((customer) => customer.phone === '79241110055')?.balance).toBe(BALANCE + 250);
  await till.nextSlip();
  expect(till.printer.jobs).toHaveLength(1);
}

for (const kind of ['drop-after-commit', 'drop-before', 'html', 'truncated'] as const) {
  test(`an answer lost by ${kind} neither doubles nor loses the receipt`, { tag: ['@journal', '@maxbonus'] }, async ({
    till,
  }) => {
    await ringUp(till);
    till.maxbonus.control.faults.add({ kind, operation: 'write' });
    await payByCard(till.page);
    await expectOnce(till);
    await expect(till.page.getByText('Связь восстановлена, чек проведён.')).toBeVisible();
  });
}

test('a timeout is an unknown outcome, not a failure', { tag: ['@journal', '@maxbonus'] }, async ({ till }) => {
  await ringUp(till);
  till.maxbonus.control.faults.add({ kind: 'latency', ms: 4_000, operation: 'write' });
  await payByCard(till.page);
  await expectOnce(till);
});

test('a service that goes away leaves a doubt that is shown and ends when it is back', {
  tag: ['@journal', '@maxbonus'],
}, async ({ till }) => {
  const { page, maxbonus } = till;
  await ringUp(till);
  maxbonus.control.faults.add({ kind: 'drop-after-commit', operation: 'write' });
  maxbonus.control.faults.add({ kind: 'status', status: 503, operation: 'rollback', times: null });
  await payByCard(page);
  await expect(page.getByRole('heading', { name: 'Ответ не получен' })).toBeVisible();
  maxbonus.control.faults.clear();
  await page.getByRole('button', { name: 'Проверить сейчас' }).click();
  await expectOnce(till);
});

test('an open receipt survives a power cut', { tag: ['@journal', '@maxbonus'] }, async ({ till }) => {
  await ringUp(till);
  await till.powerCut();
  await expect(till.screen.lines).toContainText('49,90');
  await expect(till.screen.customer).toContainText('Анна Петровна С.');
});

for (const moment of ['before the service took the receipt', 'after it took it'] as const) {
  test(`a power cut during the write, ${moment}, is made good at start`, { tag: ['@journal', '@maxbonus'] }, async ({
    till,
  }) => {
    const { page, maxbonus } = till;
    await ringUp(till);
    if (moment === 'after it took it') maxbonus.control.faults.add({ kind: 'latency', ms: 60_000, operation: 'write' });
    else maxbonus.control.faults.add({ kind: 'drop-before', operation: 'write', times: null });
    await payByCard(page);
    if (moment === 'after it took it') await expect.poll(() => maxbonus.control.ledger().receipts.length).toBe(1);
    else await expect(page.getByRole('heading', { name: 'Ответ не получен' })).toBeVisible();
    maxbonus.control.faults.clear();
    await till.powerCut();
    await expectOnce(till);
  });
}
