import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../app/domain/money.ts';
import { fail, ok } from '../app/domain/result.ts';
import { water } from '../app/testing/fixtures.ts';
import { answers, openTill, type TestTill } from '../app/testing/till.ts';
import { PrintQueue, type SlipPrinter } from './queue.ts';

type Outcome = Awaited<ReturnType<SlipPrinter['send']>>;

/** A till with one written receipt, and a queue whose printer answers in turn and tells what it was sent. */
async function printing(
  outcomes: Outcome[],
  available = true,
): Promise<{ till: TestTill; queue: PrintQueue; sent: boolean[] }> {
  const till = openTill(answers(), onTestFinished);
  till.desk.scanned({ text: water.barcode ?? '', source: 'serial' });
  await till.desk.loyalty.calculate(ZERO);
  await till.desk.pay(kopecks(4990), { cash: kopecks(4990), card: ZERO });
  const sent: boolean[] = [];
  const printer: SlipPrinter = {
    available: () => available,
    send: async (_slip, copy) => {
      sent.push(copy);
      return outcomes.shift() ?? fail('interrupted');
    },
  };
  return { till, queue: new PrintQueue(till.jobs, printer, till.clock, () => {}), sent };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const stateOf = (till: TestTill): string | null => till.jobs.stateOf(till.desk.state.sale.id);

test('a slip goes once, however often the queue is woken', async () => {
  const { till, queue, sent } = await printing([ok('sent')]);
  queue.wake();
  queue.wake();
  await settle();
  queue.wake();
  await settle();
  expect([sent, stateOf(till)]).toEqual([[false], 'sent']);
});

test('a slip that did not start goes when the printer is back', async () => {
  const { till, queue, sent } = await printing([fail('not-started'), fail('not-started'), ok('sent')]);
  queue.wake();
  await settle();
  expect(stateOf(till)).toBe('queued');
  till.clock.advance(1_000);
  await settle();
  till.clock.advance(1_999);
  await settle();
  expect(sent).toHaveLength(2);
  till.clock.advance(1);
  await settle();
  expect([sent.length, stateOf(till)]).toEqual([3, 'sent']);
});

test('an interrupted slip is left to the cashier, who prints a copy', async () => {
  const { till, queue, sent } = await printing([fail('interrupted'), ok('sent')]);
  queue.wake();
  await settle();
  till.clock.advance(120_000);
  await settle();
  expect([sent, stateOf(till)]).toEqual([[false], 'failed']);
  expect(queue.reprint(till.desk.state.sale.id)).toBe(true);
  await settle();
  expect([sent, stateOf(till)]).toEqual([[false, true], 'sent']);
});

test('without a printer slips do not pile up to come out all at once later', async () => {
  const { till, queue, sent } = await printing([], false);
  queue.wake();
  await settle();
  expect([sent, stateOf(till), till.jobs.waiting()]).toEqual([[], 'no-printer', 0]);
});

test('a slip is not sent again because its state could not be stored', async () => {
  const { till, queue, sent } = await printing([ok('sent'), ok('sent')]);
  const { mark } = till.jobs;
  let failing = true;
  till.jobs.mark = (id, state) => {
    if (failing && state === 'sent') throw new Error('disk full');
    mark(id, state);
  };
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  queue.wake();
  await settle();
  failing = false;
  queue.wake();
  await settle();
  process.off('unhandledRejection', note);
  expect(sent).toHaveLength(1);
});
