import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import type { WriteRequest } from '../sale/ports.ts';
import { newSale, type SaleEvent } from '../sale/sale.ts';
import { bag, calculationOf, dmitry, having, water } from '../testing/fixtures.ts';
import { TestClock, written } from '../testing/till.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { openJournal } from './journal.ts';

const SLIP = { blocks: [{ kind: 'text', text: 'слип' }] } as const;
const payment = { cash: kopecks(5690), card: ZERO, change: ZERO };

const ADDED: SaleEvent = { kind: 'line-added', product: water, quantity: ONE };

function open(): { db: JournalWriter; dir: string } {
  const dir = mkdtempSync(path.join(tmpdir(), 'journal-'));
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  onTestFinished(() => {
    opened.value.close();
    rmSync(dir, { recursive: true, force: true });
  });
  return { db: opened.value, dir };
}

const rung = having(
  newSale('receipt-1' as ReceiptId, 1),
  { kind: 'line-added', product: water, quantity: ONE },
  { kind: 'line-added', product: bag, quantity: ONE },
  { kind: 'customer-identified', customer: dmitry },
);
const request: WriteRequest = {
  receiptId: rung.id,
  calculationId: 'calculation',
  number: 1,
  at: 0,
  cashier: '',
  payment,
  customerToken: dmitry.token,
  lines: rung.lines,
  redemption: ZERO,
  certificates: [],
  promo: null,
};
const ready = having(rung, { kind: 'calculated', calculation: calculationOf(request, ZERO) });
const writing = having(ready, { kind: 'write-started', payment });
const done = having(writing, { kind: 'written', outcome: written });

test('a sale is stored to the last field, and only its changed lines are written again', () => {
  const { db } = open();
  const journal = openJournal(db, new TestClock(), 'Смирнова').journal;
  journal.save(rung, null, ADDED);
  expect(journal.current()).toEqual(rung);

  const changes = db.prepare('SELECT total_changes() AS n').pluck();
  const before = Number(changes.get());
  const more = having(rung, { kind: 'quantity-changed', index: 2, quantity: ONE });
  journal.save(more, rung, ADDED);
  // The head, one line and the event.
  expect(Number(changes.get()) - before).toBe(3);
  const fewer = having(more, { kind: 'line-removed', index: 1 });
  journal.save(fewer, more, ADDED);
  expect(journal.current()).toEqual(fewer);
});

test('an intent is an entry of the outbox until the write is concluded or refused', () => {
  const { journal, outbox } = openJournal(open().db, new TestClock(), 'Смирнова');
  journal.save(ready, null, ADDED);
  const entry = journal.intend(writing, request);
  expect(journal.intent(rung.id)).toBe(entry);
  expect(outbox.get(entry)).toMatchObject({
    kind: 'receipt-write',
    lane: rung.id,
    request,
    inDoubt: true,
    attempts: 1,
  });
  expect(journal.current()?.stage.at).toBe('writing');
  journal.reopen(rung, entry);
  expect(journal.intent(rung.id)).toBeNull();
  expect(outbox.depth()).toEqual({ waiting: 0, dead: 0 });
  expect(journal.current()?.stage.at).toBe('open');
});

test('outcome and slip come together; numbers go on', () => {
  const { db } = open();
  const clock = new TestClock();
  const { journal } = openJournal(db, clock, 'Смирнова');
  journal.save(ready, null, ADDED);
  journal.conclude(done, journal.intend(writing, request), SLIP, 'service');
  expect(journal.current()).toBeNull();
  expect(journal.nextNumber()).toBe(2);
  expect(journal.intent(rung.id)).toBeNull();
  expect(db.prepare('SELECT sale_id, kind, document, state, copy FROM print_job').all()).toEqual([
    { sale_id: rung.id, kind: 'sale', document: JSON.stringify(SLIP), state: 'queued', copy: 0 },
  ]);
});

test('a conclusion that fails half-way leaves the intent as it was', () => {
  const { db } = open();
  const { journal } = openJournal(db, new TestClock(), 'Смирнова');
  journal.save(ready, null, ADDED);
  const entry = journal.intend(writing, request);
  db.exec('ALTER TABLE print_job RENAME TO elsewhere');
  expect(() => journal.conclude(done, entry, SLIP, 'service')).toThrow();
  expect(journal.intent(rung.id)).toBe(entry);
  expect(journal.current()?.stage.at).toBe('writing');
  expect(db.prepare("SELECT count(*) FROM event WHERE kind = 'written'").pluck().get()).toBe(0);
});

test('a queued receipt leaves the desk, its entry stays; a late outcome needs no second slip', () => {
  const { db } = open();
  const { journal, outbox } = openJournal(db, new TestClock(), 'Смирнова');
  journal.save(ready, null, ADDED);
  const entry = journal.intend(writing, request);
  const queued = having(writing, { kind: 'queued' });
  journal.queue(queued, SLIP);
  expect(journal.current()).toBeNull();
  expect(outbox.depth()).toEqual({ waiting: 1, dead: 0 });
  journal.conclude(having(queued, { kind: 'written', outcome: written }), entry, null, 'service');
  expect(outbox.depth()).toEqual({ waiting: 0, dead: 0 });
  expect(journal.sale(rung.id)?.stage).toMatchObject({ at: 'written', outcome: written });
  expect(db.prepare('SELECT kind FROM print_job').pluck().all()).toEqual(['notice']);
});

test('a cancelled receipt in doubt leaves an entry to delete it', () => {
  const { journal, outbox } = openJournal(open().db, new TestClock(), 'Смирнова');
  journal.save(ready, null, ADDED);
  const entry = journal.intend(writing, request);
  const doubtful = having(writing, { kind: 'outcome-lost' });
  const rollback = journal.abandon(having(doubtful, { kind: 'abandoned' }), entry);
  expect(outbox.get(entry)).toBeNull();
  expect(outbox.get(rollback)).toMatchObject({ kind: 'receipt-rollback', request: { receiptId: rung.id } });
  expect(journal.current()).toBeNull();
});

test('held receipts wait in order of their numbers and are no receipt on the desk', () => {
  const { journal } = openJournal(open().db, new TestClock(), 'Смирнова');
  const second = having(newSale('receipt-2' as ReceiptId, 2), ADDED, { kind: 'held' });
  const first = having(rung, { kind: 'held' });
  journal.save(second, null, { kind: 'held' });
  journal.save(first, null, { kind: 'held' });
  expect(journal.held()).toEqual([first, second]);
  expect(journal.current()).toBeNull();
  journal.discard(second);
  expect(journal.held()).toEqual([first]);
});

test('of a finished sale no name and no token is left in any file', () => {
  const { db, dir } = open();
  const { journal } = openJournal(db, new TestClock(), 'Смирнова');
  journal.save(ready, null, ADDED);
  journal.conclude(done, journal.intend(writing, request), SLIP, 'service');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const everything = readdirSync(dir)
    .map((file) => readFileSync(path.join(dir, file), 'utf8'))
    .join('');
  expect(everything).toContain('3377');
  expect(everything).not.toContain(dmitry.token);
  expect(everything).not.toContain('Дмитрий');
});

test('a row that is not what it should be is a defect, not a sale', () => {
  const { db } = open();
  const journal = openJournal(db, new TestClock(), 'Смирнова').journal;
  journal.save(rung, null, ADDED);
  db.prepare("UPDATE sale SET head = json_set(head, '$.redemption', 'many')").run();
  expect(() => journal.current()).toThrow();
});
