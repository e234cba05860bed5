import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { ZERO } from '../../domain/money.ts';
import { type ProblemCode, problem } from '../../domain/problem.ts';
import type { ReceiptId } from '../../domain/receipt.ts';
import { fail } from '../../domain/result.ts';
import { type JournalWriter, openDatabase } from '../../journal/database.ts';
import { openJournal } from '../../journal/journal.ts';
import { settle } from '../../testing/cashier.ts';
import { answers, FREE, TestClock } from '../../testing/till.ts';
import type { PendingReturn, ServiceFailure } from '../ports.ts';
import { ConfirmationCourier, RefusalCourier } from './benefit-courier.ts';
import type { OutboxEntry, OutboxRequest } from './entry.ts';
import { type Delivery, Outbox } from './outbox.ts';
import { ReturnCourier } from './return-courier.ts';
import { RollbackCourier } from './rollback-courier.ts';

/** The outbox of a real journal and services that hang: each of their answers is lost after ten seconds. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const TIMEOUT = 10 * SECOND;
const LOST = fail({ kind: 'lost', cause: 'timeout' } as const);
const ABSENT: ServiceFailure = { kind: 'refused', reason: 'not-found', message: 'Чек не найден' };
const DOWN: Delivery = { kind: 'waits', inDoubt: false, down: true, problem: problem('service-unreachable') };

let db: JournalWriter;
let clock: TestClock;
let outbox: Outbox;
/** What was asked of the services, in its order. */
let asked: string[];
/** Receipts whose rollback does not hang: the service says that it does not have them. */
let absent: Set<string>;
let write: () => Delivery;

beforeEach(() => {
  const dir = mkdtempSync(path.join(tmpdir(), 'outbox-'));
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    outbox.stop();
    db.close();
    rmSync(dir, { recursive: true, force: true });
  });
  clock = new TestClock();
  asked = [];
  absent = new Set();
  write = () => ({ kind: 'done' });
  outbox = openOutbox();
});

/** A run of the program on the journal as it is. */
function openOutbox(): Outbox {
  const { outbox: store, returns, cases } = openJournal(db, clock, 'Смирнова О. В.');
  const hang = (what: string) => {
    asked.push(what);
    return new Promise<typeof LOST>((resolve) => clock.after(TIMEOUT, () => resolve(LOST)));
  };
  const loyalty = answers({
    rollback: async (receipt) => {
      if (!absent.has(receipt)) return hang(receipt);
      asked.push(receipt);
      return fail(ABSENT);
    },
    returnReceipt: ({ id }) => hang(id),
  });
  const benefits = {
    confirm: ({ transactionId }: { transactionId: number }) => hang(`confirm ${transactionId}`),
    refuse: (transactionId: number) => hang(`refuse ${transactionId}`),
  };
  const slips = { wake: () => {}, expect: () => () => {}, print: () => {}, reprint: () => false };
  const slip = { blocks: [] };
  const compose = {
    sale: () => slip,
    notice: () => slip,
    refusal: () => slip,
    receiptReturn: () => slip,
    registration: () => slip,
    shift: () => slip,
    benefit: () => slip,
  };
  return new Outbox(
    { outbox: store, gate: FREE, clock, random: () => 0.5 },
    {
      'receipt-write': {
        deliver: async ({ id, lane }) => {
          asked.push(lane);
          const delivery = write();
          if (delivery.kind === 'done') store.drop(id);
          return delivery;
        },
      },
      'receipt-rollback': new RollbackCourier({ loyalty, drop: store.drop, clock }),
      'receipt-return': new ReturnCourier({ loyalty, returns, slips, compose }, 'repeat'),
      'benefit-confirmation': new ConfirmationCourier({ benefits, cases }),
      'benefit-refusal': new RefusalCourier({ benefits, drop: store.drop }),
    },
    {
      changed: () => {},
      failed: (error) => {
        throw error;
      },
      delivered: () => {},
    },
  );
}

const writeRequest = (receipt: string) => ({
  receiptId: receipt as ReceiptId,
  calculationId: 'calculation',
  number: 1,
  at: 0,
  cashier: '',
  payment: { cash: ZERO, card: ZERO, change: ZERO },
  customerToken: null,
  lines: [],
  redemption: ZERO,
  certificates: [],
  promo: null,
});
const returnOf = (id: string): PendingReturn => ({
  request: { id, receiptId: 'sold' as ReceiptId, at: 0, cashier: '', lines: [] },
  given: [],
  refund: { cash: ZERO, card: ZERO, certificates: ZERO, bonuses: ZERO },
});
const confirmationOf = (transactionId: number): OutboxRequest => ({
  kind: 'benefit-confirmation',
  request: {
    caseId: 1,
    confirmation: { transactionId, clientId: 1, benefitCategoryId: 1, price: null, discountedPrice: null },
  },
});

/** Enters it as one whose attempt has begun, as the journal does. */
function enter(lane: string, { kind, request }: OutboxRequest): number {
  const row = db
    .prepare('INSERT INTO outbox (kind, lane, request, in_doubt, attempts, at) VALUES (?, ?, ?, 1, 1, ?)')
    .run(kind, lane, JSON.stringify(request), clock.now());
  return Number(row.lastInsertRowid);
}
const enterWrite = (lane: string): number => enter(lane, { kind: 'receipt-write', request: writeRequest(lane) });
const enterRollback = (lane: string): number =>
  enter(lane, { kind: 'receipt-rollback', request: { receiptId: lane as ReceiptId } });

/** Second by second, until `done` or for `atMost` ms; gives how long it took. */
async function pass(atMost: number, done: () => boolean = () => false): Promise<number> {
  const from = clock.elapsed();
  await settle();
  while (!done() && clock.elapsed() - from < atMost) {
    clock.advance(SECOND);
    await settle();
  }
  return clock.elapsed() - from;
}

const kindsOf = (entry: OutboxEntry): string => `${entry.kind} ${entry.problem?.code}`;

test('an ЕЦС that hangs holds up nothing of the loyalty service', async () => {
  for (const transaction of [1, 2, 3]) enter(`benefit ${transaction}`, confirmationOf(transaction));
  outbox.wake();
  await pass(5 * SECOND);
  enterWrite('receipt');
  let attempts = 0;
  write = () => (++attempts === 1 ? DOWN : { kind: 'done' });
  outbox.wake();
  expect(await pass(MINUTE, () => attempts === 2)).toBe(4 * SECOND);
});

test.each<[string, (name: string) => number]>([
  ['rollbacks', enterRollback],
  ['returns', (name) => enter(name, { kind: 'receipt-return', request: returnOf(name) })],
])(
  'eight %s that hang hold up a write for less than a minute, and each of them has its turn',
  async (_name, hanging) => {
    const names = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `hanging ${number}`);
    for (const name of names) hanging(name);
    outbox.wake();
    await pass(60 * MINUTE);
    const turns = names.map((name) => asked.filter((one) => one === name).length);
    expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
    expect(Math.min(...turns)).toBeGreaterThan(5);
    const id = enterWrite('receipt');
    write = () => DOWN;
    expect(await outbox.deliverFirst(id)).toEqual(DOWN);
    write = () => ({ kind: 'done' });
    expect(await pass(120 * MINUTE, () => outbox.depth.waiting === 8)).toBeLessThan(MINUTE);
  },
);

test('a service that hangs is left alone for a while after each attempt, whatever it is told', async () => {
  enterRollback('rollback');
  enter('return', { kind: 'receipt-return', request: returnOf('return') });
  enter('benefit 1', confirmationOf(1));
  enter('benefit 2', { kind: 'benefit-refusal', request: { transactionId: 2 } });
  outbox.wake();
  await pass(TIMEOUT);
  expect(asked).toEqual(['rollback', 'confirm 1']);
  // Half of the pause of four seconds that the entry itself waits.
  await pass(SECOND);
  expect(asked).toHaveLength(2);
  await pass(SECOND);
  expect(asked.slice(2).sort()).toEqual(['refuse 2', 'return']);
  await pass(TIMEOUT);
  const { outbox: store } = openJournal(db, clock, '');
  expect(store.list(4).map(kindsOf)).toEqual([
    'receipt-rollback service-timeout',
    'receipt-return service-timeout',
    'benefit-confirmation benefit-timeout',
    'benefit-refusal benefit-timeout',
  ] satisfies `${string} ${ProblemCode}`[]);
});

test.each<[string, number]>([
  ['put forward', 24 * 60 * MINUTE],
  ['put back', -24 * 60 * MINUTE],
  ['left alone', 0],
])('a cancelled receipt is asked for until two minutes have passed, with a clock that is %s', async (_name, ms) => {
  enterRollback('cancelled');
  absent.add('cancelled');
  outbox.wake();
  await pass(SECOND);
  clock.putForward(ms);
  outbox.wake();
  const until = await pass(10 * MINUTE, () => outbox.depth.waiting === 0);
  expect(until).toBeGreaterThanOrEqual(2 * MINUTE - SECOND);
  expect(until).toBeLessThan(4 * MINUTE);
});

test('after a restart, in a year that has yet to come, it is asked for as long once more', async () => {
  clock.putForward(365 * 24 * 60 * MINUTE);
  enterRollback('cancelled');
  absent.add('cancelled');
  outbox.wake();
  await pass(MINUTE);
  outbox.stop();
  clock.putForward(-365 * 24 * 60 * MINUTE);
  outbox = openOutbox();
  outbox.wake();
  const until = await pass(10 * MINUTE, () => outbox.depth.waiting === 0);
  expect(until).toBeGreaterThanOrEqual(2 * MINUTE);
  expect(until).toBeLessThan(4 * MINUTE);
});

test('a rest is as long as it is, whatever is done to the clock', async () => {
  enterWrite('receipt');
  enterWrite('other');
  write = () => DOWN;
  outbox.wake();
  await settle();
  expect(asked).toEqual(['receipt']);
  clock.putForward(MINUTE);
  outbox.wake();
  await settle();
  expect(asked).toEqual(['receipt']);
  write = () => ({ kind: 'done' });
  expect(await pass(MINUTE, () => outbox.depth.waiting === 0)).toBe(4 * SECOND);
  expect(asked).toEqual(['receipt', 'receipt', 'other']);
});
