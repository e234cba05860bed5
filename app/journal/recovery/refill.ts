import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { JournalWriter } from '../connection.ts';
import { FINISHED_CASE, FINISHED_SALE } from '../file/backup.ts';
import { removeDatabase } from '../file/disk.ts';
import { migrate } from '../file/migrate.ts';
import { tablesOf } from '../file/schema.ts';
import { type Seen, seenIn } from './seen.ts';

export type Refilled = {
  /** Receipts that only the backup had. */
  readonly receipts: number;
  /** The largest numbers that the backup knows. */
  readonly seen: Seen;
};

/**
 * What is filled in, in this order. Never a receipt that was open, a slip or an outbox entry: each may have been finished,
 * printed or delivered since, and would be so a second time.
 */
const MISSING = [
  // The open shift of the backup is the open one still, unless a later one was begun.
  ['shift', 'closed_at IS NOT NULL OR number > (SELECT coalesce(max(number), 0) FROM main.shift)'],
  ['sale', FINISHED_SALE],
  ['sale_line', `sale_id IN (SELECT id FROM main.sale WHERE ${FINISHED_SALE})`],
  ['receipt_return', "stage <> 'writing'"],
  ['benefit_case', FINISHED_CASE],
  ['event', 'TRUE'],
  // Goods change as a whole: yesterday's are better than none, and worse than today's.
  ['goods_group', 'NOT EXISTS (SELECT 1 FROM main.product)'],
  ['product', 'NOT EXISTS (SELECT 1 FROM main.product)'],
] as const;

/**
 * Fills in from a backup what `target`, at today's schema, lacks.
 * @param backup a backup to rely on; it stays as it is
 * @param copy where its copy may be brought to today's schema; removed afterwards
 * @param told the share of the tables that are done
 */
export function refill(target: JournalWriter, backup: string, copy: string, told: (share: number) => void): Refilled {
  removeDatabase(copy);
  copyFileSync(backup, copy);
  try {
    bringUpToDate(copy);
    target.prepare('ATTACH ? AS backup').run(copy);
    const receipts = target.transaction(() => fillIn(target, told))();
    const seen = seenIn(target, 'backup');
    target.exec('DETACH backup');
    return { receipts, seen };
  } finally {
    removeDatabase(copy);
  }
}

function bringUpToDate(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = delete');
  migrate(db);
  db.close();
}

function fillIn(target: JournalWriter, told: (share: number) => void): number {
  const tables = tablesOf(target);
  let receipts = 0;
  for (const [index, [name, condition]] of MISSING.entries()) {
    const columns = tables
      .find((table) => table.name === name)
      ?.columns.map((column) => column.name)
      .join();
    const filled = target
      .prepare(`
      INSERT OR IGNORE INTO main.${name} (${columns}) SELECT ${columns} FROM backup.${name} WHERE ${condition}`)
      .run();
    if (name === 'sale') receipts = filled.changes;
    told((index + 1) / MISSING.length);
  }
  return receipts;
}
