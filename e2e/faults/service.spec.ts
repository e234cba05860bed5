import { test } from '@playwright/test';
import type { FaultInput } from '../../app/training/maxbonus/faults.ts';
import { commanded } from '../support/desk.ts';
import { expect, openTill, surround } from '../support/till.ts';
import { disagreements } from './accounts.ts';
import { cashier } from './cashier.ts';
import { ROUNDS, randomFor } from './rounds.ts';
import { settled } from './settle.ts';

/** Weather: what the service does to everything for a while. */
const WEATHER: readonly FaultInput[] = [
  { kind: 'status', status: 503, times: null },
  { kind: 'status', status: 500, commit: true, operation: 'write', times: null },
  { kind: 'drop-after-commit', operation: 'write', times: null },
  { kind: 'drop-before', times: null },
  { kind: 'latency', ms: 2_500, operation: 'write', times: null },
  { kind: 'throttled', retryAfter: '1', operation: 'write', times: null },
  { kind: 'html', operation: 'write', times: null },
  { kind: 'refused', message: 'Сервис занят', operation: 'rollback', times: 1 },
];

test('storms, lost answers, slow answers: when the service is well again the books are in order', async () => {
  const rounds = Math.ceil(ROUNDS / 10);
  test.setTimeout(rounds * 60_000);
  const random = randomFor('service');
  const till = await openTill(await surround());
  const { work, acknowledged } = cashier(random);
  disagreements(till, acknowledged);
  for (let round = 1; round <= rounds; round++) {
    const weather = WEATHER[random(WEATHER.length)];
    if (weather) till.maxbonus.control.faults.add(weather);
    const working = work(till).catch(() => {});
    await till.page.waitForTimeout(500 + random(3_000));
    till.maxbonus.control.faults.clear();
    // Nothing stops this cashier but the till's end.
    await till.powerCut();
    await working;
    await settled(till);
    expect(disagreements(till, acknowledged), `after round ${round}: ${weather?.kind}`).toEqual([]);
  }
  await till.close();
});

test('a clock that jumps a day forward and back holds nothing up', async () => {
  test.setTimeout(120_000);
  const till = await openTill(await surround());
  const { page, maxbonus } = till;
  maxbonus.control.faults.add({ kind: 'status', status: 503, times: null });
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('Вода');
  await till.app.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 24 * 3_600_000;
  });
  await page.keyboard.press('Control+Shift+F8');
  await till.app.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 48 * 3_600_000;
  });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Провести|Принять/ })
    .click();
  await expect.poll(async () => (await commanded(page, 'view.current', undefined)).outbox.waiting).toBe(1);
  maxbonus.control.faults.clear();
  await expect
    .poll(async () => (await commanded(page, 'view.current', undefined)).outbox.waiting, { timeout: 100_000 })
    .toBe(0);
  expect(maxbonus.control.ledger().receipts).toHaveLength(1);
  await till.close();
});
