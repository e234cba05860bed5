import { setTimeout as sleep } from 'node:timers/promises';
import { test } from '@playwright/test';
import { expect, openEcsTill } from '../support/ecs-till.ts';
import { disagreements } from './accounts.ts';
import { benefitDisagreements } from './benefit-accounts.ts';
import { cashier } from './cashier.ts';
import { ROUNDS, randomFor } from './rounds.ts';
import { settled } from './settle.ts';

/** The longest that the cashier works before the power goes: in times that the first receipt takes on this machine. */
const LONGEST = 2.5;
const FEW = 20;
/** So many a round at the least, on any machine: where less was done nothing was shown. */
const LEAST = [
  ['receipt', 1 / 4],
  ['benefit', 1 / 40],
] as const;
/** What the services do to some requests meanwhile. */
const FAULTS = ['drop-after-commit', 'drop-before', 'truncated'] as const;
/** What the printer does to the slips of some rounds: they break off, or take so long that the power goes in the middle. */
const PRINTERS = ['reset', 'slow'] as const;

test(`killed ${ROUNDS} times at any moment, the till loses nothing and doubles nothing`, async () => {
  test.setTimeout(ROUNDS * 30_000);
  const random = randomFor('kill');
  const till = await openEcsTill(1);
  const { work, acknowledged } = cashier(random);
  expect(disagreements(till, acknowledged)).toEqual([]);
  const longestMs = Math.round(LONGEST * (await firstReceiptMs()));
  process.stdout.write(`  the power goes within ${longestMs} ms of the start\n`);
  for (let round = 1; round <= ROUNDS; round++) {
    const kind = FAULTS[random(FAULTS.length * 3)];
    if (kind) {
      till.maxbonus.control.faults.add({ kind, operation: 'write' });
      till.ecs.control.faults.add({ kind, operation: 'confirm' });
    }
    await till.printer.setMode(PRINTERS[random(PRINTERS.length * 2)] ?? 'normal');
    // That the till is gone in the middle of it is what this is about.
    const working = work(till).catch(() => {});
    await sleep(random(longestMs));
    await till.powerCut();
    await working;
    await till.printer.setMode('normal');
    till.maxbonus.control.faults.clear();
    till.ecs.control.faults.clear();
    await settled(till);
    const found = [...disagreements(till, acknowledged), ...benefitDisagreements(till, acknowledged)];
    expect(found, `after round ${round}`).toEqual([]);
    if (round % 20 === 0 || round === ROUNDS) {
      const [receipts, benefits] = ['receipt', 'benefit'].map((kind) => counted(acknowledged, kind));
      process.stdout.write(
        `  ${round} rounds, acknowledged ${receipts} receipts and ${benefits} benefits, 0 lost, 0 doubled\n`,
      );
    }
  }
  // In a few rounds the power may go each time before the first receipt is done.
  if (ROUNDS >= FEW) {
    for (const [kind, share] of LEAST) expect(counted(acknowledged, kind), kind).toBeGreaterThanOrEqual(ROUNDS * share);
  }
  await till.close();

  async function firstReceiptMs(): Promise<number> {
    await till.powerCut();
    const begun = performance.now();
    const working = work(till).catch(() => {});
    await expect.poll(() => counted(acknowledged, 'receipt'), { timeout: 60_000 }).toBeGreaterThan(0);
    const took = performance.now() - begun;
    await till.powerCut();
    await working;
    await settled(till);
    return took;
  }
});

function counted(acknowledged: ReadonlySet<string>, kind: string): number {
  return [...acknowledged].filter((one) => one.startsWith(kind)).length;
}
