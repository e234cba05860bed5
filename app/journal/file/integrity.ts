import Database from 'better-sqlite3';
import { z } from 'zod';
import type { JournalReader } from '../connection.ts';
import { damageIn } from './damage.ts';
import { NEWEST } from './migrate.ts';
import { type Table, tablesAt, tablesOf } from './schema.ts';

/** All of these want a checker (`database.ts`). */

/** How many of the newest rows of each table are looked at when the whole file is not. */
const NEWEST_ROWS = 50;

const answer = z.array(z.string());
const dangling = z.object({ table: z.string(), parent: z.string() }).optional();

/**
 * Whether the schema is what the steps up to `version` make.
 * @returns what is wrong, `null` when nothing is
 */
export function schemaProblem(checker: JournalReader, version: number): string | null {
  return problemIn(() => {
    const actual = new Map(tablesOf(checker).map((table) => [table.name, columnNames(table)]));
    const newest = tablesAt();
    const tables = version === NEWEST ? newest : tablesAt(version);
    const expected = new Map(tables.map((table) => [table.name, columnNames(table)]));
    const wrong = newest.find(({ name }) => actual.get(name) !== expected.get(name));
    return wrong ? `table ${wrong.name} is not as version ${version} has it` : null;
  });
}

function columnNames({ columns }: Table): string {
  return columns.map(({ name }) => name).join();
}

/** Costs the same however long the journal is: the newest rows of each table can be read, and what they refer to is there. */
export function newestProblem(checker: JournalReader): string | null {
  return problemIn(() => {
    for (const { name, key, hasRowNumbers, references } of tablesOf(checker)) {
      const order = (hasRowNumbers ? ['rowid'] : key).map((column) => `${column} DESC`).join();
      const newest = `SELECT * FROM ${name} ORDER BY ${order} LIMIT ${NEWEST_ROWS}`;
      checker.prepare(newest).all();
      for (const { column, table, key: target } of references) {
        const lost = checker.prepare(`
          SELECT 1 FROM (${newest}) AS new
          WHERE new.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${table} WHERE ${target} = new.${column})`);
        if (lost.get() !== undefined) return `a row of ${name} refers to none of ${table}`;
      }
    }
    return null;
  });
}

/** Every page, row, index and reference; the time grows with the file. */
export function wholeProblem(checker: JournalReader): string | null {
  return problemIn(() => {
    // Hardly slower than `quick_check`, which does not look into indexes.
    const [first = ''] = answer.parse(checker.prepare('PRAGMA integrity_check(1)').pluck().all());
    if (first !== 'ok') return first;
    const row = dangling.parse(checker.prepare('PRAGMA foreign_key_check').get());
    return row ? `a row of ${row.table} refers to none of ${row.parent}` : null;
  });
}

/** A statement of ours can also fail on content: a computed column on JSON that is none any more. */
function problemIn(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    const reason =
      error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR' ? error.message : damageIn(error);
    if (reason === null) throw error;
    return reason;
  }
}
