import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import type { WriteRequest } from '../sale/ports.ts';
import { newSale } from '../sale/sale.ts';
import { bag, calculationOf, dmitry, having, water } from '../testing/fixtures.ts';
import { TestClock, written } from '../testing/till.ts';
import { type JournalDatabase, openDatabase } from './database.ts';
import { printJobs } from './print-jobs.ts';
import { saleJournal } from './sale-journal.ts';

const SLIP = { blocks: [{ kind: 'text', text: 'слип' }] } as const;
const payment = { cash: kopecks(5690), card: ZERO, change: ZERO };

function open(): { db: JournalDatabase; dir: string } {
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
  const journal = saleJournal(db, new TestClock());
  journal.save(rung, null);
  expect(journal.current()).toEqual(rung);

  const changes = db.prepare('SELECT total_changes() AS n').pluck();
  const before = Number(changes.get());
  const more = having(rung, { kind: 'quantity-changed', index: 2, quantity: ONE });
  journal.save(more, rung);
  // The head and one line.
  expect(Number(changes.get()) - before).toBe(2);
  const fewer = having(more, { kind: 'line-removed', index: 1 });
  journal.save(fewer, more);
  expect(journal.current()).toEqual(fewer);
});

test('an intent stands until the write is concluded or refused', () => {
  const journal = saleJournal(open().db, new TestClock());
  journal.save(ready, null);
  journal.intend(writing, request);
  expect(journal.intent(rung.id)).toEqual(request);
  expect(journal.current()?.stage.at).toBe('writing');
  journal.reopen(rung);
  expect(journal.intent(rung.id)).toBeNull();
  expect(journal.current()?.stage.at).toBe('open');
});

test('outcome and slip come together; numbers go on', () => {
  const { db } = open();
  const clock = new TestClock();
  const journal = saleJournal(db, clock);
  journal.save(ready, null);
  journal.intend(writing, request);
  journal.conclude(done, SLIP);
  expect(journal.current()).toBeNull();
  expect(journal.nextNumber()).toBe(2);
  expect(printJobs(db, clock).next()).toMatchObject({ slip: SLIP, copy: false });
});

test('a conclusion that fails half-way leaves the intent as it was', () => {
  const { db } = open();
  const journal = saleJournal(db, new TestClock());
  journal.save(ready, null);
  journal.intend(writing, request);
  db.exec('DROP TABLE print_job');
  expect(() => journal.conclude(done, SLIP)).toThrow();
  expect(journal.intent(rung.id)).toEqual(request);
  expect(journal.current()?.stage.at).toBe('writing');
});

test('of a finished sale no name and no token is left in any file', () => {
  const { db, dir } = open();
  const journal = saleJournal(db, new TestClock());
  journal.save(ready, null);
  journal.intend(writing, request);
  journal.conclude(done, SLIP);
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
  const journal = saleJournal(db, new TestClock());
  journal.save(rung, null);
  db.prepare("UPDATE sale SET head = json_set(head, '$.redemption', 'many')").run();
  expect(() => journal.current()).toThrow();
});
