import { setTimeout as sleep } from 'node:timers/promises';
import { test } from '@playwright/test';
import { expect, openTill, surround } from '../support/till.ts';
import { disagreements } from './accounts.ts';
import { cashier } from './cashier.ts';
import { ROUNDS, randomFor } from './rounds.ts';
import { settled } from './settle.ts';

/** The longest that the cashier works before the power goes, ms: two or three receipts. */
const LONGEST_MS = 1_500;
/** What the service does to some requests meanwhile. */
const FAULTS = ['drop-after-commit', 'drop-before', 'truncated'] as const;

test(`killed ${ROUNDS} times at any moment, the till loses nothing and doubles nothing`, async () => {
  test.setTimeout(ROUNDS * 30_000);
  const random = randomFor('kill');
  const till = await openTill(await surround());
  const { work, acknowledged } = cashier(random);
  expect(disagreements(till, acknowledged)).toEqual([]);
  for (let round = 1; round <= ROUNDS; round++) {
    const kind = FAULTS[random(FAULTS.length * 3)];
    if (kind) till.maxbonus.control.faults.add({ kind, operation: 'write' });
    // That the till is gone in the middle of it is what this is about.
    const working = work(till).catch(() => {});
    await sleep(random(LONGEST_MS));
    await till.powerCut();
    await working;
    till.maxbonus.control.faults.clear();
    await settled(till);
    expect(disagreements(till, acknowledged), `after round ${round}`).toEqual([]);
    if (round % 20 === 0) {
      process.stdout.write(`  ${round} rounds, ${acknowledged.size} receipts acknowledged, 0 lost, 0 doubled\n`);
    }
  }
  expect(acknowledged.size).toBeGreaterThan(0);
  await till.close();
});
