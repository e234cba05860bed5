import Database from 'better-sqlite3';
import { z } from 'zod';
import { fail, ok, type Result } from '../domain/result.ts';
import type { PreparationProgress } from '../schema/preparation.ts';
import type { JournalWriter, ReadOnlyJournal } from './connection.ts';
import { backUpBefore, dropCopies } from './file/backup.ts';
import { damageIn } from './file/damage.ts';
import { migrate, NEWEST, schemaVersion } from './file/migrate.ts';
import { filesOf } from './file/names.ts';
import { MIGRATED, READING, setPragmas, WRITING } from './file/pragmas.ts';

export type { JournalReader, JournalWriter } from './connection.ts';

/** Why a journal does not open; it may come from another thread. */
export const openFailureSchema = z.discriminatedUnion('kind', [
  /** The file cannot be opened, read or written; `reason` is SQLite's own. */
  z.object({ kind: z.literal('unusable'), reason: z.string() }),
  z.object({ kind: z.literal('damaged'), reason: z.string() }),
  /** File or folder may only be read. */
  z.object({ kind: z.literal('read-only') }),
  z.object({ kind: z.literal('disk-full') }),
  /** Another program holds it, and did not let go while it was waited for. */
  z.object({ kind: z.literal('busy') }),
  /** A newer program made this file. */
  z.object({ kind: z.literal('too-new'), version: z.int() }),
  /** It is not brought to today's schema, for it could not be copied before. */
  z.object({ kind: z.literal('no-backup'), reason: z.string() }),
  /** The disk does not take the guarantees the journal rests on. */
  z.object({ kind: z.literal('pragma'), name: z.string(), value: z.string() }),
]);

export type OpenFailure = Readonly<z.output<typeof openFailureSchema>>;

/**
 * Opens the journal's file, creating or migrating it; what is migrated is backed up first. The caller closes it.
 * @param now epoch ms, for the backup's name
 * @param told how far a migration is
 */
export function openDatabase(
  file: string,
  now = Date.now(),
  told: (progress: PreparationProgress) => void = () => {},
): Result<JournalWriter, OpenFailure> {
  return opened(
    () => new Database(file),
    (db) =>
      setPragmas(db, WRITING) ?? probeWriting(db) ?? bringUpToDate(db, file, now, told) ?? setPragmas(db, MIGRATED),
  );
}

/** Opens a journal that is there for reading. The caller closes it. */
export function openReader(file: string): Result<ReadOnlyJournal, OpenFailure> {
  return opened(
    () => new Database(file, { readonly: true, fileMustExist: true }),
    (db) => setPragmas(db, READING),
  );
}

/**
 * The same for an integrity check: SQLite leaves the CHECK constraints of a file out of it that it may only read, so it is
 * opened for writing, and not written. Closed last of all connections it would write the log into the file.
 */
export function openChecker(file: string): Result<ReadOnlyJournal, OpenFailure> {
  return opened(
    () => new Database(file, { fileMustExist: true }),
    (db) => setPragmas(db, READING),
  );
}

function opened(
  open: () => Database.Database,
  prepare: (db: Database.Database) => OpenFailure | null,
): Result<Database.Database, OpenFailure> {
  let db: Database.Database | undefined;
  try {
    db = open();
    const refused = prepare(db);
    if (refused === null) return ok(db);
    db.close();
    return fail(refused);
  } catch (error) {
    db?.close();
    return fail(openFailure(error));
  }
}

/** What an error says when it comes from opening a journal. */
export function openFailure(error: unknown): OpenFailure {
  const reason = error instanceof Error ? error.message : String(error);
  if (damageIn(error) !== null) return { kind: 'damaged', reason };
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_BUSY')) return { kind: 'busy' };
  if (code.startsWith('SQLITE_READONLY')) return { kind: 'read-only' };
  return code === 'SQLITE_FULL' ? { kind: 'disk-full' } : { kind: 'unusable', reason };
}

/** SQLite opens a file that it may only read without a word; so something is written, and taken back before it reaches the disk. */
function probeWriting(db: Database.Database): null {
  db.exec('BEGIN; PRAGMA user_version = 0; ROLLBACK');
  return null;
}

function bringUpToDate(
  db: Database.Database,
  file: string,
  now: number,
  told: (progress: PreparationProgress) => void,
): OpenFailure | null {
  const version = schemaVersion(db);
  if (version > NEWEST) return { kind: 'too-new', version };
  if (version > 0 && version < NEWEST) {
    told({ task: 'migrate', step: 'backing-up', share: 0 });
    try {
      backUpBefore(db, filesOf(file), now);
    } catch (error) {
      return { kind: 'no-backup', reason: error instanceof Error ? error.message : String(error) };
    }
  }
  migrate(db, NEWEST, (share) => told({ task: 'migrate', step: 'migrating', share: (1 + share) / 2 }));
  const problem = dropCopies(db, filesOf(file));
  return problem === null ? null : { kind: 'damaged', reason: problem };
}
