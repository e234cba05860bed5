import Database from 'better-sqlite3';
import { z } from 'zod';
import { openChecker } from '../database.ts';
import { wholeProblem } from '../file/integrity.ts';
import type { JournalFiles } from '../file/names.ts';
import { setPragmas, WRITING } from '../file/pragmas.ts';

/** How long emptying the log may keep main's writer waiting, ms. */
const PATIENCE_MS = 50;

const checkpointed = z.tuple([z.object({ busy: z.int() })]);

export function checkWhole({ journal }: JournalFiles): { problem: string | null } {
  const checker = openChecker(journal);
  if (!checker.ok) throw new Error(checker.error.kind);
  try {
    return { problem: wholeProblem(checker.value) };
  } finally {
    checker.value.close();
  }
}

/**
 * Writes the log into the journal and empties it, so that what was deleted is gone from the disk as well. Most is written
 * while others write on; only for the rest they are kept waiting.
 */
export function checkpoint({ journal }: JournalFiles): { done: boolean } {
  const db = new Database(journal, { fileMustExist: true, timeout: PATIENCE_MS });
  try {
    setPragmas(db, WRITING);
    db.pragma('wal_checkpoint(PASSIVE)');
    const [{ busy }] = checkpointed.parse(db.pragma('wal_checkpoint(TRUNCATE)'));
    return { done: busy === 0 };
  } finally {
    db.close();
  }
}
