import { openJournal } from '../../../app/journal/journal.ts';
import { printJobs } from '../../../app/journal/print-jobs.ts';
import { TestClock } from '../../../app/testing/till.ts';
import { journalAt } from './commit.ts';
import { receipt, SLIP } from './receipts.ts';

/** Makes a journal of so many written receipts, each with three lines, a slip and three events; gives its file. */
export function filledJournal(file: string, receipts: number): string {
  const db = journalAt(file);
  const { done } = receipt(1);
  const { lines, ...head } = done;
  db.exec('PRAGMA synchronous = OFF');
  const numbers = 'WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < @receipts)';
  db.transaction(() => {
    db.prepare(`
      INSERT INTO sale (id, number, stage, head, opened_at, changed_at, finished_at)
      ${numbers} SELECT 'r' || n, n, 'written', json_set(@head, '$.id', 'r' || n, '$.number', n), n, n, n FROM n`).run({
      receipts,
      head: JSON.stringify(head),
    });
    for (const line of lines) {
      db.prepare(`INSERT INTO sale_line ${numbers} SELECT 'r' || n, @index, @body FROM n`).run({
        receipts,
        index: line.index,
        body: JSON.stringify(line),
      });
    }
    db.prepare(`
      INSERT INTO print_job (sale_id, kind, document, state, queued_at, changed_at)
      ${numbers} SELECT 'r' || n, 'sale', @document, 'confirmed', n, n FROM n`).run({
      receipts,
      document: JSON.stringify(SLIP),
    });
    db.prepare(`
      INSERT INTO event (at, who, kind, subject, body, hash)
      ${numbers} SELECT n, 'who', 'written', 'r' || (n / 3), '{}', printf('%064d', n) FROM n`).run({
      receipts: receipts * 3,
    });
  })();
  db.close();
  return file;
}

/** Ms until a journal can be sold with. */
export function openingTime(file: string): number {
  const before = performance.now();
  const db = journalAt(file);
  const clock = new TestClock();
  const { journal, outbox, shifts } = openJournal(db, clock, 'Смирнова О. В.');
  printJobs(db, clock).waiting();
  journal.current();
  journal.nextNumber();
  journal.held();
  outbox.depth();
  shifts.current();
  const took = performance.now() - before;
  db.close();
  return took;
}
