import Database from 'better-sqlite3';
import type { JournalWriter } from '../connection.ts';

/** What SQLite itself does not call damage: rows that refer to nothing, tables that are not there. Its message is the reason. */
export class JournalDamage extends Error {}

/** The file is not what it was, or ends too soon, or the disk does not give a part of it. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS))/;

/** The reason when this error says that the file is damaged, `null` for any other. */
export function damageIn(error: unknown): string | null {
  if (error instanceof JournalDamage) return error.message;
  const damaged = error instanceof Database.SqliteError && DAMAGE.test(error.code);
  return damaged ? error.message : null;
}

/**
 * Has this connection tell of damage that a statement runs into, whoever catches the error. It is thrown as before: the
 * statement had no effect.
 */
export function tellOfDamage(db: JournalWriter, damaged: (reason: string) => void): void {
  const prepare = db.prepare.bind(db);
  const watched = (run: (...parameters: unknown[]) => unknown) =>
    function (this: unknown, ...parameters: unknown[]): unknown {
      try {
        return Reflect.apply(run, this, parameters);
      } catch (error) {
        const reason = damageIn(error);
        if (reason !== null) damaged(reason);
        throw error;
      }
    };
  Object.defineProperty(db, 'prepare', {
    value: (source: string) => {
      const statement = prepare(source);
      for (const name of ['run', 'get', 'all'] as const) {
        Object.defineProperty(statement, name, { value: watched(statement[name]) });
      }
      return statement;
    },
  });
}
