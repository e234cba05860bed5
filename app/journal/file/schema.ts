import Database from 'better-sqlite3';
import { z } from 'zod';
import type { JournalReader } from '../connection.ts';
import { migrate, NEWEST } from './migrate.ts';

export type Column = {
  readonly name: string;
  readonly type: 'INTEGER' | 'TEXT';
  readonly required: boolean;
  /** The row's number under another name: it is no part of the stored record. */
  readonly isRowNumber: boolean;
};

export type Reference = { readonly column: string; readonly table: string; readonly key: string };

export type Table = {
  readonly name: string;
  /** False for a table that is kept in the order of its key (`WITHOUT ROWID`). */
  readonly hasRowNumbers: boolean;
  /** In the order in which a record holds them; computed ones are not stored. */
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly references: readonly Reference[];
};

const tableRow = z.object({ name: z.string(), wr: z.int() });
const columnRow = z.object({
  name: z.string(),
  type: z.enum(['INTEGER', 'TEXT']),
  notnull: z.int(),
  pk: z.int(),
  hidden: z.int(),
});
const referenceRow = z.object({ from: z.string(), table: z.string(), to: z.string() });

/** The tables of a journal, read from SQLite's own account of them. */
export function tablesOf(db: JournalReader): readonly Table[] {
  const tables = db
    .prepare(
      "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  return z
    .array(tableRow)
    .parse(tables)
    .map((table) => tableOf(db, table));
}

function tableOf(db: JournalReader, { name, wr }: z.output<typeof tableRow>): Table {
  const hasRowNumbers = wr === 0;
  const rows = z.array(columnRow).parse(db.prepare('SELECT * FROM pragma_table_xinfo(?)').all(name));
  const stored = rows.filter(({ hidden }) => hidden === 0);
  const key = stored.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
  // Without row numbers the record begins with the key.
  const inOrder = hasRowNumbers ? stored : [...key, ...stored.filter(({ pk }) => pk === 0)];
  const references = z.array(referenceRow).parse(db.prepare('SELECT * FROM pragma_foreign_key_list(?)').all(name));
  return {
    name,
    hasRowNumbers,
    columns: inOrder.map((column) => ({
      name: column.name,
      type: column.type,
      required: column.notnull === 1 || column.pk > 0,
      isRowNumber: hasRowNumbers && key.length === 1 && column.pk === 1 && column.type === 'INTEGER',
    })),
    key: key.map((column) => column.name),
    references: references.map(({ from, table, to }) => ({ column: from, table, key: to })),
  };
}

/** The tables as the steps make them up to this version. */
export function tablesAt(version = NEWEST): readonly Table[] {
  const db = new Database(':memory:');
  try {
    migrate(db, version);
    return tablesOf(db);
  } finally {
    db.close();
  }
}
