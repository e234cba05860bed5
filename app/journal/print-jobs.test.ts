import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import type { Scan } from '../domain/scan.ts';
import { water } from '../testing/fixtures.ts';
import { answers, openTill, type TestTill } from '../testing/till.ts';

const scan: Scan = { text: water.barcode ?? '', source: 'serial' };

/** A till with one written receipt, whose slip waits to be printed. */
async function written(): Promise<TestTill> {
  const till = openTill(answers(), onTestFinished);
  till.desk.scanned(scan);
  await till.desk.loyalty.calculate(ZERO);
  const sum = kopecks(4990);
  await till.desk.pay(sum, { cash: sum, card: ZERO });
  return till;
}

test('jobs come oldest first, copies after their first', async () => {
  const { desk, jobs } = await written();
  const { id } = desk.state.sale;
  desk.reprint();
  const first = jobs.next();
  expect([first?.copy, jobs.waiting()]).toEqual([false, 2]);
  jobs.mark(first?.id ?? 0, 'sent');
  expect(jobs.next()).toMatchObject({ copy: true });
  expect(jobs.stateOf(id)).toBe('queued');
  expect(jobs.slipOf(id)).toEqual(first?.slip);
});

test('a slip cut off by a crash is not printed again by itself', async () => {
  const till = await written();
  till.jobs.mark(till.jobs.next()?.id ?? 0, 'sending');
  const { jobs } = till.restart();
  expect(jobs.next()).toBeNull();
  expect(jobs.stateOf(till.desk.state.sale.id)).toBe('sent');
});

test('a receipt without a slip has nothing to copy', async () => {
  const { desk, jobs } = await written();
  desk.newSale();
  expect(jobs.queueCopy(desk.state.sale.id)).toBe(false);
  expect(jobs.slipOf(desk.state.sale.id)).toBeNull();
});
