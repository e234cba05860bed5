import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { migrate, NEWEST } from '../file/migrate.ts';
import { type Column, type Table, tablesAt, tablesOf } from '../file/schema.ts';
import { tableOf } from './shape.ts';

/** Could one row be taken for a row of either? */
function lookAlike(one: Table, other: Table): boolean {
  if (one.hasRowNumbers !== other.hasRowNumbers) return false;
  const least = (table: Table): number => table.columns.findLastIndex(({ required }) => required) + 1;
  const shortest = Math.max(least(one), least(other));
  const longest = Math.min(one.columns.length, other.columns.length);
  const lengths = Array.from({ length: Math.max(0, longest - shortest + 1) }, (_, index) => shortest + index);
  return lengths.some((length) =>
    one.columns.slice(0, length).every((column, index) => {
      const against = other.columns[index];
      return against !== undefined && kindsOf(column).some((kind) => kindsOf(against).includes(kind));
    }),
  );
}

function kindsOf({ type, required, isRowNumber }: Column): string[] {
  if (isRowNumber) return ['NULL'];
  return required ? [type] : [type, 'NULL'];
}

/** The indexes, as tables of their own: their rows stand on pages of the same kind as those of a table without row numbers. */
function indexes(version: number): readonly Table[] {
  const db = new Database(':memory:');
  migrate(db, version);
  const types = new Map(
    tablesOf(db).flatMap((table) => table.columns.map((column) => [`${table.name}.${column.name}`, column.type])),
  );
  const rows = db
    .prepare(`
      SELECT one.name AS name, tbl_name AS owner, info.name AS "column"
      FROM sqlite_schema AS one JOIN pragma_index_xinfo(one.name) AS info WHERE one.type = 'index' ORDER BY one.name, seqno`)
    .all();
  db.close();
  const parsed = z.array(z.object({ name: z.string(), owner: z.string(), column: z.string().nullable() })).parse(rows);
  const names = [...new Set(parsed.map(({ name }) => name))];
  return names.map((name) => ({
    name,
    hasRowNumbers: false,
    key: [],
    references: [],
    columns: parsed
      .filter((row) => row.name === name)
      .map(({ owner, column }) => {
        // A computed column; else the row number that ends each entry.
        const type = column === 'phone_ending' ? 'TEXT' : (types.get(`${owner}.${column}`) ?? 'INTEGER');
        return { name: column ?? '', type, required: true, isRowNumber: false };
      }),
  }));
}

describe.each(Array.from({ length: NEWEST }, (_, index) => index + 1))('in version %i', (version) => {
  test('no row could belong to two tables, nor to a table and an index', () => {
    const tables = tablesAt(version);
    const others = [...tables, ...indexes(version)];
    const pairs = tables.flatMap((table) =>
      others
        .filter((other) => other.name !== table.name && !isOwnOrder(table, other) && lookAlike(table, other))
        .map((other) => `${table.name} ${other.name}`),
    );
    expect(pairs).toEqual([]);
  });
});

/** The index by which SQLite names the table's own order. */
function isOwnOrder(table: Table, index: Table): boolean {
  return !table.hasRowNumbers && index.name === `sqlite_autoindex_${table.name}_1`;
}

test('a row that ends before a column that was added later is known; one that lacks a required one is not', () => {
  const tables = tablesAt();
  const row = ['return', 'sale', 'written', '{}', null, 5];
  const nameOf = (values: (string | number | null)[]) => tableOf({ rowNumber: 1, values }, tables)?.name ?? null;
  expect(nameOf(row)).toBe('receipt_return');
  expect(nameOf([...row, 3])).toBe('receipt_return');
  expect(nameOf([...row, 3, 4])).toBeNull();
  expect(nameOf(row.slice(0, -1))).toBeNull();
  expect(nameOf(['return', 'sale', 'written', 7, null, 5])).toBeNull();
});
