import { beforeEach, expect, test, vi } from 'vitest';
import { ZERO } from '../../domain/money.ts';
import type { OutboxKind } from '../../domain/outbox-kind.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { ReceiptId } from '../../domain/receipt.ts';
import { FREE, TestClock } from '../../testing/till.ts';
import type { PendingReturn } from '../ports.ts';
import type { OutboxEntry, OutboxRequest, OutboxStore } from './entry.ts';
import { type Delivery, Outbox } from './outbox.ts';

/** A store of rollbacks in memory; the journal's own has its tests in app/journal/outbox.test.ts. */
class MemoryStore implements OutboxStore {
  entries: OutboxEntry[] = [];
  broken = false;

  add(lane: string, change: Partial<Pick<OutboxEntry, 'inDoubt' | 'notBefore' | 'state'>> = {}): number {
    return this.enter(lane, { kind: 'receipt-rollback', request: { receiptId: lane as ReceiptId } }, change);
  }

  enter(
    lane: string,
    told: OutboxRequest,
    change: Partial<Pick<OutboxEntry, 'inDoubt' | 'notBefore' | 'state'>> = {},
  ): number {
    const id = (this.entries.at(-1)?.id ?? 0) + 1;
    const fresh = { id, lane, state: 'waiting', inDoubt: false } as const;
    this.entries.push({ ...told, ...fresh, attempts: 0, unclear: 0, notBefore: 0, problem: null, at: 0, ...change });
    return id;
  }

  get = (id: number) => this.entries.find((entry) => entry.id === id) ?? null;
  next(now: number, longestMs: number, kinds: readonly OutboxKind[], passed: readonly string[]) {
    if (this.broken) throw new Error('the disk is full');
    const due = ({ notBefore }: OutboxEntry) => notBefore <= now || notBefore > now + longestMs;
    const may = (entry: OutboxEntry) =>
      entry.state === 'waiting' && due(entry) && this.firstOf(entry.lane)?.id === entry.id;
    const asked = (entry: OutboxEntry) => kinds.includes(entry.kind) && !passed.includes(entry.lane);
    return this.entries.find((entry) => may(entry) && asked(entry)) ?? null;
  }
  firstOf = (lane: string) => this.entries.find((entry) => entry.lane === lane) ?? null;
  nextAt(now: number, kinds: readonly OutboxKind[]) {
    const waiting = this.entries.filter(({ state, kind }) => state === 'waiting' && kinds.includes(kind));
    const times = waiting.map(({ notBefore }) => notBefore);
    const later = times.filter((at) => at > now);
    return later.length > 0 ? Math.min(...later) : null;
  }
  begin = (id: number) => this.#change(id, (entry) => ({ ...entry, inDoubt: true, attempts: entry.attempts + 1 }));
  deny = (id: number) => this.begin(id);
  postpone = (id: number, inDoubt: boolean, notBefore: number, why: Problem, unclear = false) =>
    this.#change(id, (entry) => {
      const counted = entry.unclear + (unclear ? 1 : 0);
      return { ...entry, state: 'waiting', inDoubt, notBefore, problem: why, unclear: counted };
    });
  bury = (id: number, inDoubt: boolean, why: Problem) =>
    this.#change(id, (entry) => ({ ...entry, state: 'dead', inDoubt, problem: why }));
  revive = (id: number) => this.#change(id, (entry) => ({ ...entry, state: 'waiting', notBefore: 0 }));
  hasten() {
    for (const { id } of this.entries) this.#change(id, (entry) => ({ ...entry, notBefore: 0 }));
  }
  drop(id: number) {
    this.entries = this.entries.filter((entry) => entry.id !== id);
  }
  depth() {
    const dead = this.entries.filter(({ state }) => state === 'dead').length;
    return { waiting: this.entries.length - dead, dead };
  }
  list = () => this.entries;

  #change(id: number, change: (entry: OutboxEntry) => OutboxEntry): void {
    if (this.broken) throw new Error('the disk is full');
    this.entries = this.entries.map((entry) => (entry.id === id ? change(entry) : entry));
  }
}

const RETURN: PendingReturn = {
  request: { id: 'return', receiptId: 'ret' as ReceiptId, at: 0, cashier: '', lines: [] },
  given: [],
  refund: { cash: ZERO, card: ZERO, certificates: ZERO, bonuses: ZERO },
};
const DONE: Delivery = { kind: 'done' };
const UNKNOWN: Delivery = { kind: 'waits', inDoubt: true, down: false, problem: problem('service-timeout') };
const DOWN: Delivery = { kind: 'waits', inDoubt: false, down: true, problem: problem('service-unreachable') };
const REFUSED: Delivery = { kind: 'dead', inDoubt: false, problem: problem('rollback-refused') };

let store: MemoryStore;
let clock: TestClock;
let outbox: Outbox;
/** Lanes in the order of their attempts; a `?` marks one that was in doubt before. */
let attempts: string[];
let answer: (entry: OutboxEntry) => Delivery | Promise<Delivery>;
let told: string[];

beforeEach(() => {
  store = new MemoryStore();
  clock = new TestClock();
  attempts = [];
  told = [];
  answer = () => DONE;
  const courier = {
    async deliver(entry: OutboxEntry): Promise<Delivery> {
      attempts.push(entry.lane + (entry.inDoubt ? '?' : ''));
      const delivery = await answer(entry);
      if (delivery.kind === 'done' || delivery.kind === 'given-up') store.drop(entry.id);
      return delivery;
    },
  };
  outbox = new Outbox(
    { outbox: store, gate: FREE, clock, random: () => 0.5 },
    {
      'receipt-write': courier,
      'receipt-rollback': courier,
      'receipt-return': courier,
      'benefit-confirmation': courier,
      'benefit-refusal': courier,
    },
    {
      changed: () => {},
      failed: () => {},
      delivered: (entry, delivery) => told.push(`${entry.lane} ${delivery.kind}`),
    },
  );
});

function fail(): never {
  throw new Error('no such entry');
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function after(ms: number): Promise<readonly string[]> {
  attempts = [];
  clock.advance(ms);
  await settle();
  return attempts;
}

test('answers that settle nothing are counted over pauses and restarts, and the last one is for a person', async () => {
  const id = store.add('a');
  const unclear = { problem: problem('write-unreadable'), most: 3 };
  answer = () => ({ ...UNKNOWN, unclear });
  for (let turn = 0; turn < 6; turn += 1) {
    outbox.wake();
    await vi.waitFor(() => expect(outbox.isBusy('a')).toBe(false));
    clock.advance(60_000);
  }
  expect(attempts).toEqual(['a', 'a?', 'a?']);
  expect(store.get(id)).toMatchObject({ state: 'dead', inDoubt: true, problem: { code: 'write-unreadable' } });
  expect(outbox.depth).toEqual({ waiting: 0, dead: 1 });
});

test('all that waits is delivered, oldest first, one at a time', async () => {
  for (const lane of ['a', 'b', 'c']) store.add(lane);
  outbox.wake();
  outbox.wake();
  await settle();
  expect(attempts).toEqual(['a', 'b', 'c']);
  expect(outbox.depth).toEqual({ waiting: 0, dead: 0 });
  expect(told).toEqual(['a done', 'b done', 'c done']);
});

test('what is not known is tried again after 2, 4, 8, … at most 60 s, as one in doubt', async () => {
  store.add('a');
  answer = () => UNKNOWN;
  outbox.wake();
  await settle();
  expect(store.get(1)).toMatchObject({ inDoubt: true, problem: { code: 'service-timeout' } });
  const pauses: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    const pause = (store.get(1)?.notBefore ?? 0) - clock.now();
    pauses.push(pause);
    expect(await after(pause - 1)).toEqual([]);
    expect(await after(1)).toEqual(['a?']);
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

test('while its service is down nothing else is tried; the moment it answers all of it is', async () => {
  for (const lane of ['a', 'b', 'c']) store.add(lane);
  answer = () => DOWN;
  outbox.wake();
  await settle();
  expect(attempts).toEqual(['a']);
  answer = () => DONE;
  outbox.reachable();
  await settle();
  expect(attempts).toEqual(['a', 'a', 'b', 'c']);
});

test('a service that comes back unnoticed is found by the first that is tried again', async () => {
  for (const lane of ['a', 'b', 'c']) store.add(lane);
  answer = () => DOWN;
  outbox.wake();
  await settle();
  answer = () => DONE;
  expect(await after(2_000)).toEqual(['a', 'b', 'c']);
});

test('an entry for which alone the service does not answer holds up no other for long', async () => {
  for (const lane of ['a', 'b', 'c']) store.add(lane);
  answer = ({ lane }) => (lane === 'a' ? { ...UNKNOWN, down: true, silent: true } : DONE);
  outbox.wake();
  await settle();
  expect(attempts).toEqual(['a']);
  expect(await after(999)).toEqual([]);
  expect(await after(1)).toEqual(['b', 'c']);
  expect(await after(1_000)).toEqual(['a?']);
});

test('a service that asks to be left alone is, with all that it is told, until its time has come', async () => {
  const [first] = [store.add('a'), store.add('b')];
  store.enter('ret', { kind: 'receipt-return', request: RETURN });
  store.enter('ecs', { kind: 'benefit-refusal', request: { transactionId: 7 } });
  answer = ({ id }) => (id === first ? { ...DOWN, askedMs: 30_000 } : DONE);
  outbox.wake();
  await settle();
  expect(attempts).toEqual(['a', 'ecs']);
  answer = () => DONE;
  // It answers a cashier meanwhile; what it asked for holds all the same.
  outbox.reachable();
  expect(await after(29_999)).toEqual([]);
  expect(await after(1)).toEqual(['a', 'b', 'ret']);
});

test('it is asked again after five minutes, however long it wants, and at once when a person wants it', async () => {
  const id = store.add('a');
  answer = () => ({ ...UNKNOWN, askedMs: 86_400_000 });
  outbox.wake();
  await settle();
  expect(await after(299_999)).toEqual([]);
  expect(await after(1)).toEqual(['a?']);
  outbox.retry(store.get(id) ?? fail());
  await settle();
  expect(attempts).toEqual(['a?', 'a?']);
});

test('one that is refused for good waits for a person and holds up its lane only', async () => {
  const refused = store.add('a');
  for (const lane of ['a', 'b']) store.add(lane);
  answer = ({ id }) => (id === refused ? REFUSED : DONE);
  outbox.wake();
  await settle();
  expect(attempts).toEqual(['a', 'b']);
  expect(outbox.depth).toEqual({ waiting: 1, dead: 1 });
  answer = () => DONE;
  outbox.retry(store.get(refused) ?? fail());
  await settle();
  expect(outbox.depth).toEqual({ waiting: 0, dead: 0 });
});

test('the till’s own entry goes at once, beside one that is under way', async () => {
  let answered: (delivery: Delivery) => void = () => {};
  const slow = store.add('slow');
  answer = ({ id }) => (id === slow ? new Promise((resolve) => (answered = resolve)) : DONE);
  outbox.wake();
  const mine = store.add('mine', { inDoubt: true });
  expect(outbox.isBusy('slow')).toBe(true);
  expect(await outbox.deliverFirst(mine)).toEqual(DONE);
  expect(attempts).toEqual(['slow', 'mine']);
  expect(await outbox.deliver(slow)).toMatchObject({ kind: 'waits', problem: { code: 'busy' } });
  answered(DONE);
  await settle();
  expect(outbox.depth.waiting).toBe(0);
  expect(told).toEqual(['slow done']);
});

test('an entry behind another of its lane is not tried before it, also when it is asked for', async () => {
  store.add('a', { state: 'dead' });
  const behind = store.add('a');
  expect(await outbox.deliverFirst(behind)).toMatchObject({ kind: 'waits', inDoubt: false, problem: { code: 'busy' } });
  expect(attempts).toEqual([]);
});

test('a courier that throws leaves a doubt and tries again', async () => {
  store.add('a');
  answer = () => {
    throw new Error('a defect');
  };
  outbox.wake();
  await settle();
  expect(store.get(1)).toMatchObject({ inDoubt: true, problem: { code: 'internal' } });
  answer = () => DONE;
  expect(await after(2_000)).toEqual(['a?']);
});

test('a disk that takes nothing stops the deliveries, not the program; they go on when it does again', async () => {
  const id = store.add('a');
  store.broken = true;
  outbox.wake();
  await settle();
  expect(attempts).toEqual([]);
  expect(await outbox.deliver(id)).toMatchObject({ kind: 'waits', inDoubt: true, problem: { code: 'journal-failed' } });
  store.broken = false;
  expect(await after(60_000)).toEqual(['a']);
});

test('once stopped nothing begins', async () => {
  store.add('a');
  outbox.stop();
  outbox.wake();
  expect(await after(60_000)).toEqual([]);
});
