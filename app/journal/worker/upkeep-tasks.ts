import Database from 'better-sqlite3';
import { z } from 'zod';
import { openChecker } from '../database.ts';
import { wholeProblem } from '../file/integrity.ts';
import type { JournalFiles } from '../file/names.ts';
import { setPragmas, WRITING } from '../file/pragmas.ts';

/** While somebody writes, each round leaves less of the log to the next one. */
const MOST_ROUNDS = 3;
/** How long emptying waits for others, ms: who writes waits for it meanwhile. */
const PATIENCE_MS = 10;

const checkpointed = z.tuple([z.object({ busy: z.int(), log: z.int(), checkpointed: z.int() })]);

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
 * Writes the log into the journal and empties it, so that what was deleted is gone from the disk as well. It is written while
 * others write on, and emptied when nothing of it is left to write, for that locks main's writer out.
 */
export function checkpoint({ journal }: JournalFiles): { done: boolean } {
  const db = new Database(journal, { fileMustExist: true });
  try {
    setPragmas(db, WRITING);
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
    return { done: isWritten(db) && askedFor(db, 'TRUNCATE').busy === 0 };
  } finally {
    db.close();
  }
}

function isWritten(db: Database.Database): boolean {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { busy, log, checkpointed: written } = askedFor(db, 'PASSIVE');
    if (busy === 0 && log === written) return true;
  }
  return false;
}

function askedFor(db: Database.Database, mode: 'PASSIVE' | 'TRUNCATE'): z.output<typeof checkpointed>[0] {
  return checkpointed.parse(db.pragma(`wal_checkpoint(${mode})`))[0];
}
