import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import type { BenefitJournal } from '../sale/benefits/ports.ts';
import { calculationRequest } from '../sale/loyalty-steps.ts';
import type { OutboxStore } from '../sale/outbox/entry.ts';
import type { SaleJournal, WriteRequest } from '../sale/ports.ts';
import { newSale, type SaleEvent } from '../sale/sale.ts';
import { having, water } from '../testing/fixtures.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { TestClock } from '../testing/till.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { eventsOf } from './event-log.ts';
import { openJournal } from './journal.ts';

const BREAD = { id: 101, name: 'Хлеб и молочные продукты' };
const FAMILY = { id: 12, name: 'Многодетная семья' };
const FOUND = { transactionId: 700_005, clientId: 5_001, categories: [FAMILY] } as const;
const SLIP = { blocks: [] };

let db: JournalWriter;
let cases: BenefitJournal;
let outbox: OutboxStore;
let sales: SaleJournal;
let clock: TestClock;

beforeEach(() => {
  const opened = openDatabase(path.join(temporaryFolder(onTestFinished), 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  clock = new TestClock();
  ({ cases, outbox, journal: sales } = openJournal(db, clock, 'Смирнова'));
});

/** A case that the holder took, with type 1. */
function given(): number {
  const found = cases.found(1, BREAD, FOUND, null);
  cases.give({ ...found, category: FAMILY }, SLIP);
  return found.id;
}

const kinds = (id: number): readonly string[] => eventsOf(db, `benefit-${id}`).map(({ kind }) => kind);

test('a benefit that was found is there, with the holder’s number at the ЕЦС and nothing else of the holder', () => {
  const found = cases.found(3, BREAD, FOUND, kopecks(10_000));
  expect(found).toEqual({
    id: 1,
    at: clock.now(),
    connection: 3,
    service: BREAD,
    ...FOUND,
    category: null,
    price: 10_000,
    discountedPrice: null,
    receipt: null,
    stage: 'found',
  });
  expect(cases.get(1)).toEqual(found);
  expect(JSON.stringify(eventsOf(db, 'benefit-1'))).not.toContain(String(FOUND.clientId));
});

test('one that is taken is confirmed by an entry that has all it takes', () => {
  const id = given();
  expect(outbox.list(1)[0]).toMatchObject({
    kind: 'benefit-confirmation',
    lane: `benefit-${id}`,
    inDoubt: false,
    request: {
      caseId: id,
      confirmation: { transactionId: 700_005, clientId: 5_001, benefitCategoryId: 12, price: null },
    },
  });
  expect(cases.get(id)).toMatchObject({ stage: 'confirming', clientId: 5_001 });
  expect(cases.delivery(id)).toEqual({ dead: false, problem: null });
});

/** All that the database holds, but for the bank's own list of services. */
function everything(): string {
  const tables = ['benefit_case', 'outbox', 'print_job', 'sale', 'sale_line', 'event'];
  return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()));
}

test.each(['confirmed', 'failed'] as const)('once it is %s the holder is forgotten, the entry gone', (stage) => {
  const id = given();
  expect(everything()).toContain(FAMILY.name);
  cases[stage](id, 1);
  expect([cases.get(id)?.stage, cases.get(id)?.clientId, cases.delivery(id)]).toEqual([stage, null, null]);
  expect(cases.get(id)).toMatchObject({ categories: [], category: null, service: BREAD });
  expect(everything()).not.toContain(FAMILY.name);
  expect(outbox.depth()).toEqual({ waiting: 0, dead: 0 });
  expect(kinds(id)).toEqual(['benefit-found', 'benefit-given', `benefit-${stage}`]);
});

test('one that is declined is told or not', () => {
  const [told, not] = [cases.found(1, BREAD, FOUND, null), cases.found(1, BREAD, FOUND, null)];
  cases.decline(told, true);
  cases.decline(not, false);
  expect(everything()).not.toContain(FAMILY.name);
  expect(outbox.list(10)).toMatchObject([{ kind: 'benefit-refusal', request: { transactionId: 700_005 } }]);
  expect(cases.list(5)).toMatchObject([
    { id: 2, stage: 'declined', clientId: null },
    { id: 1, stage: 'declined', clientId: null },
  ]);
});

test('what is not over is listed, however old, and the latest others; newest first', () => {
  const open = cases.found(1, BREAD, FOUND, null);
  for (let over = 0; over < 3; over++) {
    cases.decline(cases.found(1, BREAD, FOUND, null), false);
  }
  expect(cases.list(2).map(({ id }) => id)).toEqual([4, 3, open.id]);
});

test('one that is over and cannot be read any more is left out of the list', () => {
  const [bad, good] = [cases.found(1, BREAD, FOUND, null), cases.found(1, BREAD, FOUND, null)];
  for (const one of [bad, good]) cases.decline(one, false);
  db.prepare("UPDATE benefit_case SET body = json_set(body, '$.connection', 9) WHERE id = ?").run(bad.id);
  expect(cases.list(5).map(({ id }) => id)).toEqual([good.id]);
});

test('a number that the outbox, the log or an open receipt still speaks of is not given to a new one', () => {
  const id = given();
  db.exec('DELETE FROM benefit_case; DELETE FROM outbox');
  expect(cases.found(1, BREAD, FOUND, null).id).toBe(id + 1);
  db.exec("INSERT INTO outbox (kind, lane, request, at) VALUES ('benefit-refusal', 'benefit-10', '{}', 0)");
  expect(cases.found(1, BREAD, FOUND, null).id).toBe(11);
  const line = { index: 1, product: water, quantity: 1000, benefit: { caseId: 20, name: '', price: 4990 } };
  db.exec(`
    INSERT INTO sale (id, number, stage, head, opened_at, changed_at) VALUES ('open', 1, 'open', '{}', 0, 0);
    INSERT INTO sale_line VALUES ('open', 1, '${JSON.stringify(line)}')`);
  expect(cases.found(1, BREAD, FOUND, null).id).toBe(21);
});

test('one whose outbox entry the journal lost is entered again', () => {
  const id = given();
  const [entry] = outbox.list(5);
  db.exec('DELETE FROM outbox');
  const again = openJournal(db, clock, 'Смирнова').outbox.list(5);
  expect(again).toMatchObject([{ lane: `benefit-${id}`, request: entry?.request }]);
  expect(openJournal(db, clock, 'Смирнова').outbox.list(5)).toEqual(again);
});

test('a check of which nobody knows the answer is noted until there is one', () => {
  expect(cases.unanswered()).toBeNull();
  cases.asked('Вода');
  cases.asked(BREAD.name);
  expect(cases.unanswered()).toBe(BREAD.name);
  cases.answered();
  expect(cases.unanswered()).toBeNull();
  cases.asked(BREAD.name);
  cases.found(3, BREAD, FOUND, null);
  expect(cases.unanswered()).toBeNull();
});

describe('one that goes with a receipt', () => {
  const granted = { caseId: 1, name: FAMILY.name };
  const rung = having(newSale('receipt' as ReceiptId, 1), { kind: 'line-added', product: water, quantity: ONE });
  const applied: SaleEvent = { kind: 'benefit-applied', granted, off: kopecks(499), line: 1 };
  const lowered = having(rung, applied);
  const payment = { cash: kopecks(4491), card: ZERO, change: ZERO };
  const writing = having(lowered, { kind: 'write-started', payment, offline: true });
  const request: WriteRequest = {
    ...calculationRequest(writing),
    receiptId: writing.id,
    calculationId: '',
    number: 1,
    at: 0,
    cashier: '',
    payment,
  };
  const outcome = { redeemed: ZERO, accrued: ZERO, balance: null, text: [] };
  const jobs = (): unknown[] => db.prepare("SELECT document FROM print_job WHERE kind = 'benefit'").pluck().all();

  /** A case on a receipt, and the outbox entry of its write. */
  function taken(connection: 1 | 3 = 1): number {
    sales.save(rung, null, { kind: 'line-added', product: water, quantity: ONE });
    const found = cases.found(connection, BREAD, FOUND, connection === 3 ? kopecks(4990) : null);
    const decided = { price: kopecks(4990), discountedPrice: kopecks(4491), receipt: rung.id };
    const change = { sale: lowered, before: rung, event: applied };
    cases.take({ ...found, category: FAMILY, ...decided }, SLIP, change);
    return sales.intend(writing, request);
  }

  const paid: readonly [string, (entry: number) => void][] = [
    ['is written', (entry) => sales.conclude(having(writing, { kind: 'written', outcome }), entry, null, 'service')],
    ['waits for its service', () => sales.queue(having(writing, { kind: 'queued' }), null)],
    ['is set aside', (entry) => sales.setAside(having(writing, { kind: 'set-aside' }), entry)],
  ];

  test.each(paid)('is confirmed, once, with its slip, when that %s', (_name, pay) => {
    const entry = taken();
    expect([cases.get(1)?.stage, jobs()]).toEqual(['taken', []]);
    expect(outbox.list(5).map(({ kind }) => kind)).toEqual(['receipt-write']);
    pay(entry);
    pay(entry);
    expect([cases.get(1)?.stage, jobs()]).toEqual(['confirming', [JSON.stringify(SLIP)]]);
    expect(outbox.list(5).filter(({ kind }) => kind === 'benefit-confirmation')).toMatchObject([
      { request: { confirmation: { transactionId: 700_005, clientId: 5_001, benefitCategoryId: 12, price: 4990 } } },
    ]);
    expect(kinds(1)).toEqual(['benefit-found', 'benefit-taken', 'benefit-given']);
    cases.confirmed(1, outbox.list(5).find(({ kind }) => kind === 'benefit-confirmation')?.id ?? 0);
    db.exec("DELETE FROM outbox WHERE kind = 'receipt-write'");
    expect(everything()).not.toContain(FAMILY.name);
  });

  test('is given, and its holder forgotten, with type 3', () => {
    const entry = taken(3);
    sales.conclude(having(writing, { kind: 'written', outcome }), entry, null, 'service');
    expect(cases.get(1)).toMatchObject({ stage: 'given', clientId: null, categories: [] });
    expect([outbox.list(5), jobs()]).toEqual([[], [JSON.stringify(SLIP)]]);
    expect(everything()).not.toContain(FAMILY.name);
  });

  const unpaid: readonly [string, (entry: number) => void][] = [
    ['is cancelled', () => sales.discard(lowered)],
    ['is cancelled in doubt', (entry) => sales.abandon(having(writing, { kind: 'abandoned' }), entry)],
    ['has its discount no more', () => sales.save(rung, lowered, { kind: 'benefit-removed', caseId: 1 })],
  ];

  test.each(unpaid)('is found again when that %s', (_name, undo) => {
    undo(taken());
    expect(cases.get(1)).toMatchObject({
      stage: 'found',
      receipt: null,
      category: null,
      price: null,
      discountedPrice: null,
      clientId: 5_001,
      categories: [FAMILY],
    });
    expect(outbox.list(5).filter(({ kind }) => kind === 'benefit-confirmation')).toEqual([]);
    expect([jobs(), db.prepare('SELECT slip FROM benefit_case').pluck().all()]).toEqual([[], [null]]);
  });

  test('is still taken while that is held, and when its write had no effect', () => {
    const entry = taken();
    sales.reopen(having(writing, { kind: 'write-refused' }), entry);
    expect(cases.get(1)?.stage).toBe('taken');
    sales.save(having(lowered, { kind: 'held' }), lowered, { kind: 'held' });
    expect(cases.get(1)?.stage).toBe('taken');
  });

  test('is found again when the journal lost that', () => {
    taken();
    db.pragma('foreign_keys = OFF');
    db.exec('DELETE FROM sale');
    expect(openJournal(db, clock, 'Смирнова').cases.list(0)).toMatchObject([{ stage: 'found', receipt: null }]);
  });
});

test('a refusal of the ЕЦС stands beside its case', () => {
  const id = given();
  outbox.bury(1, false, { code: 'benefit-confirmation-rejected', params: { message: 'Нет' } });
  expect(cases.delivery(id)).toEqual({
    dead: true,
    problem: { code: 'benefit-confirmation-rejected', params: { message: 'Нет' } },
  });
});
