import type Database from 'better-sqlite3';

type Pragma = readonly [name: string, value: string, expected: string | number];

/** What a connection that writes rests on. */
export const WRITING: readonly Pragma[] = [
  // Before the first page is written; the salvage of a damaged file counts on it.
  ['page_size', '4096', 4096],
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'FULL', 2],
  // Tokens and names that were deleted must not linger in free pages, nor in a temporary file.
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['trusted_schema', 'OFF', 0],
  // A damaged page is noticed when it is read, not when its cells are.
  ['cell_size_check', 'ON', 1],
  // Pages. The worker writes the log into the journal, so that no commit has to; this is for one that does not come to it.
  ['wal_autocheckpoint', '16384', 16_384],
];

/**
 * How long a statement of the writer waits for another program, ms: main stands still meanwhile. The worker's emptying of the log
 * is over within it.
 */
export const WRITER_TIMEOUT_MS = 100;

/** Set once the file is migrated: a step may rebuild a table that others refer to. */
export const MIGRATED: readonly Pragma[] = [['foreign_keys', 'ON', 1]];

/** What a connection that only reads rests on. */
export const READING: readonly Pragma[] = [
  ['query_only', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
];

type RefusedPragma = { readonly kind: 'pragma'; readonly name: string; readonly value: string };

/** Sets them and reads them back; the first that the engine did not take comes back with the value it has instead. */
export function setPragmas(db: Pick<Database.Database, 'pragma'>, pragmas: readonly Pragma[]): RefusedPragma | null {
  for (const [name, value, expected] of pragmas) {
    db.pragma(`${name} = ${value}`);
    const actual = db.pragma(name, { simple: true });
    if (actual !== expected) return { kind: 'pragma', name, value: String(actual) };
  }
  return null;
}
