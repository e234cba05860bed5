import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../domain/result.ts';
import { migrations } from './migrations.ts';

export type JournalDatabase = Database.Database;

export type OpenFailure =
  /** The file cannot be opened, read or written; `reason` is SQLite's own. */
  | { readonly kind: 'unusable'; readonly reason: string }
  /** A newer program made this file. */
  | { readonly kind: 'too-new'; readonly version: number }
  /** The disk does not take the guarantees the journal rests on. */
  | { readonly kind: 'pragma'; readonly name: string; readonly value: string };

/** What the journal rests on: set, read back, and refused if the engine did not take it. */
const PRAGMAS = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // Tokens and names that were deleted must not linger in free pages.
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
] as const;

/** Opens the journal's file, creating or migrating it. The caller closes it. */
export function openDatabase(file: string): Result<JournalDatabase, OpenFailure> {
  let db: JournalDatabase | undefined;
  try {
    db = new Database(file);
    const refused = setPragmas(db) ?? migrate(db);
    if (refused) {
      db.close();
      return fail(refused);
    }
    return ok(db);
  } catch (error) {
    db?.close();
    return fail({ kind: 'unusable', reason: error instanceof Error ? error.message : String(error) });
  }
}

function setPragmas(db: JournalDatabase): OpenFailure | null {
  for (const [name, value, expected] of PRAGMAS) {
    db.pragma(`${name} = ${value}`);
    const actual = db.pragma(name, { simple: true });
    if (actual !== expected) return { kind: 'pragma', name, value: String(actual) };
  }
  return null;
}

function migrate(db: JournalDatabase): OpenFailure | null {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > migrations.length) return { kind: 'too-new', version };
  db.transaction(() => {
    for (const step of migrations.slice(version)) db.exec(step);
    db.pragma(`user_version = ${migrations.length}`);
  })();
  return null;
}
