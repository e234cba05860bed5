import type { JournalWriter } from '../../../app/journal/connection.ts';
import { openDatabase } from '../../../app/journal/database.ts';
import { openJournal } from '../../../app/journal/journal.ts';
import { TestClock } from '../../../app/testing/till.ts';
import { opened, receipt, SLIP } from './receipts.ts';

/** Takes one measurement: ms that storing the outcome of a receipt and its slip took, until the disk had it. */
export type Commit = { run(round: number): number; close(): void };

export function journalAt(file: string): JournalWriter {
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

function timed(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** As the program does it. */
export function journalCommit(file: string): Commit {
  const db = journalAt(file);
  const { journal } = openJournal(db, new TestClock(), 'Смирнова О. В.');
  return {
    run(round) {
      const { open, writing, done, request } = receipt(round + 1);
      journal.save(open, null, opened);
      const entry = journal.intend(writing, request);
      return timed(() => journal.conclude(done, entry, SLIP, 'service'));
    },
    close: () => db.close(),
  };
}

/** The same rows in a bare transaction: texts made before, nothing checked, no chain of hashes. */
export function bareCommit(file: string): Commit {
  const db = journalAt(file);
  const insertSale = db.prepare(
    "INSERT INTO sale (id, number, stage, head, opened_at, changed_at) VALUES (?, ?, 'writing', ?, 0, 0)",
  );
  const insertEntry = db.prepare("INSERT INTO outbox (kind, lane, request, at) VALUES ('receipt-write', ?, ?, 0)");
  const updateSale = db.prepare("UPDATE sale SET stage = 'written', head = ? WHERE id = ?");
  const deleteEntry = db.prepare('DELETE FROM outbox WHERE id = ?');
  const insertJob = db.prepare(`
    INSERT INTO print_job (sale_id, kind, document, state, queued_at, changed_at) VALUES (?, 'sale', ?, 'queued', 0, 0)`);
  const insertEvent = db.prepare(
    "INSERT INTO event (id, at, who, kind, subject, body, hash) VALUES (?, 0, '', 'written', ?, '{}', '')",
  );
  const document = JSON.stringify(SLIP);
  return {
    run(round) {
      const { writing, done, request } = receipt(round + 1);
      const head = JSON.stringify({ ...done, lines: undefined });
      insertSale.run(writing.id, round + 1, JSON.stringify({ ...writing, lines: undefined }));
      const entry = insertEntry.run(writing.id, JSON.stringify(request)).lastInsertRowid;
      const store = db.transaction(() => {
        updateSale.run(head, done.id);
        deleteEntry.run(entry);
        insertJob.run(done.id, document);
        insertEvent.run(round + 1, done.id);
      });
      return timed(store);
    },
    close: () => db.close(),
  };
}
