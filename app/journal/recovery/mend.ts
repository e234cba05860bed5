import { z } from 'zod';
import type { JournalWriter } from '../connection.ts';
import { tablesOf } from '../file/schema.ts';
import type { Seen } from './seen.ts';

const numbers = z.array(z.int());

/** Opens a shift again whose row is lost while receipts of it are there: their sums belong into its Z report. */
export function reopenShift(db: JournalWriter): void {
  db.exec(`
    INSERT INTO shift (number, opened_at, opened_by)
    SELECT lost.number, coalesce(opened.at, lost.first, 0), coalesce(opened.who, '')
    FROM (SELECT shift AS number, min(finished_at) AS first FROM sale WHERE shift IS NOT NULL GROUP BY shift
          ORDER BY shift DESC LIMIT 1) AS lost
    LEFT JOIN event AS opened ON opened.kind = 'shift-opened' AND opened.body ->> '$.number' = lost.number
    WHERE lost.number > (SELECT coalesce(max(number), 0) FROM shift)
      AND NOT EXISTS (SELECT 1 FROM shift WHERE closed_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM event WHERE kind = 'shift-closed' AND body ->> '$.number' = lost.number)
    LIMIT 1`);
}

/** Rows that refer to a lost one go on without it where they may, else they go too; gives how many went. */
export function dropDangling(db: JournalWriter): number {
  let dropped = 0;
  for (const { name, columns, references } of tablesOf(db)) {
    for (const { column, table, key } of references) {
      const isLost = `${column} IS NOT NULL AND ${column} NOT IN (SELECT ${key} FROM ${table})`;
      const required = columns.some((one) => one.name === column && one.required);
      if (required) dropped += db.prepare(`DELETE FROM ${name} WHERE ${isLost}`).run().changes;
      else db.prepare(`UPDATE ${name} SET ${column} = NULL WHERE ${isLost}`).run();
    }
  }
  return dropped;
}

/** No number is given out again that somebody may hold on paper. */
export function keepNumbers(db: JournalWriter, { sale, shift }: Seen): void {
  db.prepare(`
    INSERT INTO number_floor (id, sale, shift) VALUES (1, ?, ?)
    ON CONFLICT (id) DO UPDATE SET sale = max(sale, excluded.sale), shift = max(shift, excluded.shift)`).run(
    sale,
    shift,
  );
}

/** Numbers up to `last` that no receipt has. */
export function missingNumbers(db: JournalWriter, last: number): readonly number[] {
  const there = new Set(numbers.parse(db.prepare('SELECT number FROM sale').pluck().all()));
  return Array.from({ length: last }, (_, index) => index + 1).filter((number) => !there.has(number));
}
