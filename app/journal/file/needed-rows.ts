import { z } from 'zod';
import { caseOf, OPEN_CASE } from '../benefit-cases.ts';
import type { JournalReader, JournalWriter } from '../connection.ts';
import { entryOf } from '../outbox.ts';
import { storedHead, storedLine } from '../stored.ts';

type Needed = {
  readonly table: string;
  readonly rows: string;
  /** What tells one row from another. */
  readonly key: string;
  /** Throws for a row that it does not understand. */
  read(row: unknown): unknown;
};

/** As `sale_unfinished` has it, so that the index finds them. */
const UNFINISHED = "stage IN ('open', 'held', 'writing', 'in-doubt', 'queued')";

const saleRow = z.object({ head: z.string() });
const lineRow = z.object({ body: z.string() });
const keyed = z.looseObject({ rowKey: z.union([z.string(), z.number()]) });

/** Rows that the till takes up where it stopped: one that cannot be understood would keep it from starting. */
const NEEDED: readonly Needed[] = [
  { table: 'sale', rows: UNFINISHED, key: 'id', read: (row) => storedHead.parse(JSON.parse(saleRow.parse(row).head)) },
  {
    table: 'sale_line',
    rows: `sale_id IN (SELECT id FROM sale WHERE ${UNFINISHED})`,
    key: "sale_id || ' ' || line_index",
    read: (row) => storedLine.parse(JSON.parse(lineRow.parse(row).body)),
  },
  { table: 'outbox', rows: 'TRUE', key: 'id', read: entryOf },
  { table: 'benefit_case', rows: OPEN_CASE, key: 'id', read: caseOf },
];

/** What cannot be understood of a journal at today's schema, `null` when all can. */
export function neededProblem(db: JournalReader): string | null {
  const bad = NEEDED.find((needed) => notUnderstood(db, needed).length > 0);
  return bad ? `a row of ${bad.table} cannot be understood` : null;
}

/** Takes those rows out; gives how many there were. */
export function dropNotUnderstood(db: JournalWriter): number {
  let dropped = 0;
  for (const needed of NEEDED) {
    const remove = db.prepare(`DELETE FROM ${needed.table} WHERE ${needed.rows} AND ${needed.key} = ?`);
    for (const key of notUnderstood(db, needed)) dropped += remove.run(key).changes;
  }
  return dropped;
}

function notUnderstood(db: JournalReader, { table, rows, key, read }: Needed): readonly (string | number)[] {
  const stored = db.prepare(`SELECT *, ${key} AS rowKey FROM ${table} WHERE ${rows}`).all();
  return z
    .array(keyed)
    .parse(stored)
    .filter((row) => !isUnderstood(row, read))
    .map(({ rowKey }) => rowKey);
}

function isUnderstood(row: unknown, read: Needed['read']): boolean {
  try {
    read(row);
    return true;
  } catch {
    return false;
  }
}
