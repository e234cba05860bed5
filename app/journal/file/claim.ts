import { realpathSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { filesOf } from './names.ts';

/** Keeps others out until it is called off; a program that dies calls it off. */
export type Claim = { release(): void };

/**
 * Claims the journal for this program, whichever way the file is reached; `null` when another one has it. The lock is
 * SQLite's own, on an empty file beside the journal: it works the same on every system, the worker's connection to the
 * journal passes by it, and the system takes it away from a program that dies.
 */
export function claim(journal: string): Claim | null {
  const lock = new Database(filesOf(realFile(journal)).lock, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
  return { release: () => lock.close() };
}

/** Two data folders may lead to one journal by a link. */
function realFile(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // Not made yet.
    return path.join(realpathSync(path.dirname(file)), path.basename(file));
  }
}
