import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { JournalWriter, ReadOnlyJournal } from '../connection.ts';
import { publish, removeDatabase, removeIfFree } from './disk.ts';
import { wholeProblem } from './integrity.ts';
import { schemaVersion } from './migrate.ts';
import { dayOf, type JournalFiles } from './names.ts';
import { neededProblem } from './needed-rows.ts';

/** Backups that are kept; of each day there is one. */
const KEPT = 7;

/** How much is copied before the worker looks up again, pages. */
const PAGES_AT_ONCE = 1_000;

/** A copy from before the schema changed. */
const COPY = /-v\d+\.sqlite$/;

/** Nothing happens any more to a sale of which this is true. */
export const FINISHED_SALE = "stage IN ('written', 'set-aside', 'discarded')";

/** The same of a benefit's case: the holder's number is forgotten. */
export const FINISHED_CASE = "stage IN ('confirmed', 'given', 'declined', 'failed') AND client_id IS NULL";

/**
 * Copies the journal as it is into its backups, before its schema changes: SQLite writes the copy, so that what stands in
 * the write-ahead log is in it. It holds what is personal, and stays only until the change is known to be good
 * (`dropCopies`). Throws when the copy does not come out whole.
 */
export function backUpBefore(db: JournalWriter, files: JournalFiles, at: number): void {
  const name = path.join(files.backups, `${files.base}-${dayOf(at)}-v${schemaVersion(db)}.sqlite`);
  const part = partOf(name, files);
  try {
    db.prepare('VACUUM INTO ?').run(part);
    publishSound(part, name);
  } finally {
    removeDatabase(part);
  }
}

/**
 * Removes the copies that were made before the schema changed, once the journal at today's schema is whole and understood.
 * Where there are none nothing is checked.
 * @returns what is wrong with the journal, for which the copies stay; `null` when nothing is
 */
export function dropCopies(db: JournalWriter, files: JournalFiles): string | null {
  const copies = copiesOf(files);
  const problem = copies.length > 0 ? (wholeProblem(db) ?? neededProblem(db)) : null;
  if (problem === null) for (const copy of copies) removeIfFree(copy);
  return problem;
}

function copiesOf(files: JournalFiles): readonly string[] {
  try {
    return backupsOf(files).filter((name) => COPY.test(name));
  } catch {
    // What cannot be looked into is no reason not to sell.
    return [];
  }
}

/** Where a backup is made before it has its name. What one that was cut off left there may hold all that a journal does. */
function partOf(name: string, files: JournalFiles): string {
  mkdirSync(files.backups, { recursive: true });
  const left = readdirSync(files.backups).filter((one) => one.startsWith(`${files.base}-`) && one.includes('.part'));
  for (const one of left) rmSync(path.join(files.backups, one));
  return `${name}.part`;
}

/**
 * Makes the backup of the day of `at`, unless there is one: finished business only. What is under way stays out of it, so
 * that a backup holds no customer's name or token, and nothing that somebody who puts it in place would send twice.
 */
export async function backUp(reader: ReadOnlyJournal, files: JournalFiles, at: number): Promise<void> {
  const name = path.join(files.backups, `${files.base}-${dayOf(at)}.sqlite`);
  if (existsSync(name)) return;
  const part = partOf(name, files);
  try {
    await copyTo(part, reader);
    leaveOutOpenBusiness(part);
    publishSound(part, name);
  } finally {
    removeDatabase(part);
  }
  for (const old of backupsOf(files).slice(KEPT)) rmSync(old);
}

/** What is sold meanwhile goes into the next backup, and does not make this one begin again. */
async function copyTo(part: string, reader: ReadOnlyJournal): Promise<void> {
  reader.exec('BEGIN');
  try {
    reader.prepare('SELECT 1 FROM sale LIMIT 1').get();
    await reader.backup(part, { progress: () => PAGES_AT_ONCE });
  } finally {
    reader.exec('COMMIT');
  }
}

function publishSound(part: string, name: string): void {
  const problem = backupProblem(part);
  if (problem !== null) throw new Error(problem);
  publish(part, name);
}

function leaveOutOpenBusiness(part: string): void {
  const db = new Database(part);
  try {
    db.pragma('journal_mode = delete');
    db.pragma('secure_delete = ON');
    db.pragma('foreign_keys = OFF');
    db.transaction(() => {
      db.exec(`
        DELETE FROM outbox;
        DELETE FROM print_job;
        DELETE FROM receipt_return WHERE stage = 'writing';
        DELETE FROM benefit_case WHERE NOT (${FINISHED_CASE});
        DELETE FROM sale_line WHERE sale_id NOT IN (SELECT id FROM sale WHERE ${FINISHED_SALE});
        DELETE FROM sale WHERE NOT ${FINISHED_SALE};`);
    })();
  } finally {
    db.close();
  }
}

/** Why this file is no backup to rely on; `null` when it is one. It is not written to, though it is opened as if it were. */
export function backupProblem(file: string): string | null {
  try {
    const db = new Database(file, { fileMustExist: true });
    try {
      return wholeProblem(db);
    } finally {
      db.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The journal's backups, newest first. */
export function backupsOf({ backups, base }: JournalFiles): readonly string[] {
  if (!existsSync(backups)) return [];
  const ours = new RegExp(`^${base}-\\d{4}-\\d\\d-\\d\\d(-v\\d+)?\\.sqlite$`);
  return readdirSync(backups)
    .filter((name) => ours.test(name))
    .toSorted()
    .toReversed()
    .map((name) => path.join(backups, name));
}

/** The newest backup that can be relied on. */
export function newestBackup(files: JournalFiles): string | null {
  return backupsOf(files).find((file) => backupProblem(file) === null) ?? null;
}
