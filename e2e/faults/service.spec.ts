import { test } from '@playwright/test';
import { ZERO } from '../../app/domain/money.ts';
import type { FaultInput } from '../../app/training/maxbonus/faults.ts';
import { command, commanded } from '../support/desk.ts';
import { expect, openTill, surround, type Till } from '../support/till.ts';
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
  await command(page, 'sale.calculate', { redemption: ZERO });
  const due = (await commanded(page, 'view.current', undefined)).sale.totals.due;
  await shiftClock(till, 24);
  await commanded(page, 'sale.pay', { due, cash: due, card: ZERO });
  await expect.poll(async () => (await commanded(page, 'view.current', undefined)).outbox.waiting).toBe(1);
  await shiftClock(till, -48);
  maxbonus.control.faults.clear();
  await expect
    .poll(async () => (await commanded(page, 'view.current', undefined)).outbox.waiting, { timeout: 100_000 })
    .toBe(0);
  expect(maxbonus.control.ledger().receipts).toHaveLength(1);
  await till.close();
});

/** Sets the program's clock forward or back. */
async function shiftClock({ app }: Till, hours: number): Promise<void> {
  await app.evaluate((_electron, ms) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ms;
  }, hours * 3_600_000);
}
