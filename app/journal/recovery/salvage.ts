import Database from 'better-sqlite3';
import type { JournalWriter } from '../connection.ts';
import { type Table, tablesOf } from '../file/schema.ts';
import type { Pages } from './page.ts';
import { type Cell, cellsOn, type Value } from './record.ts';
import { tableOf } from './shape.ts';

export type Salvaged = {
  readonly rows: number;
  /** Rows that were read and that the schema refuses: damaged content, or the same key twice. */
  readonly refused: number;
};

/** Pages that are looked at to tell the schema; all of a journal of years would take minutes. */
const SAMPLED_PAGES = 2_000;

/** How many rows, on pages from all over the file, belong to these tables: tells which version of the schema it had. */
export function countRows(pages: Pages, tables: readonly Table[]): number {
  let rows = 0;
  for (const cell of cellsOf(pages, Math.ceil(pages.count / SAMPLED_PAGES))) if (tableOf(cell, tables)) rows += 1;
  return rows;
}

/**
 * Puts every row that can be read into `target`, whose schema has the version of the pages. What refers to what is not asked.
 * @param told the share of the pages that are done
 */
export function salvage(pages: Pages, target: JournalWriter, told: (share: number) => void): Salvaged {
  const tables = tablesOf(target);
  const insert = inserter(target);
  let rows = 0;
  let refused = 0;
  target.pragma('foreign_keys = OFF');
  target.transaction(() => {
    for (const cell of cellsOf(pages, 1, told)) {
      const table = tableOf(cell, tables);
      if (!table) continue;
      if (insert(cell, table)) rows += 1;
      else refused += 1;
    }
    const contradicting = dropContradictions(target);
    rows -= contradicting;
    refused += contradicting;
  })();
  return { rows, refused };
}

function* cellsOf(pages: Pages, step: number, told?: (share: number) => void): Generator<Cell> {
  for (let page = 1; page <= pages.count; page += step) {
    for (const cell of cellsOn(page, pages)) if (cell) yield cell;
    told?.(page / pages.count);
  }
}

/** Stores a row as it was; false when the schema does not take it. */
function inserter(target: JournalWriter): (cell: Cell, table: Table) => boolean {
  const statements = new Map<string, Database.Statement<Value[]>>();
  return ({ rowNumber, values }, { name, columns }) => {
    const key = `${name} ${values.length}`;
    const present = columns.slice(0, values.length);
    const statement =
      statements.get(key) ??
      target.prepare<Value[]>(
        `INSERT INTO ${name} (${present.map((column) => column.name)}) VALUES (${present.map(() => '?')})`,
      );
    statements.set(key, statement);
    try {
      statement.run(...values.map((value, index) => (present[index]?.isRowNumber ? rowNumber : value)));
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  };
}

/** A constraint, or a computed column that cannot be reckoned. */
function isRefusal(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CONSTRAINT|ERROR$)/.test(error.code);
}

/** A receipt says twice who it is: one whose two answers differ is damaged, and its number would be the next ones' measure. */
function dropContradictions(target: JournalWriter): number {
  return target.prepare("DELETE FROM sale WHERE head ->> '$.id' IS NOT id OR head ->> '$.number' IS NOT number").run()
    .changes;
}
