import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { PreparationProgress } from '../../schema/preparation.ts';
import type { JournalWriter } from '../connection.ts';
import { newestBackup } from '../file/backup.ts';
import { nameForDamaged } from '../file/damaged-files.ts';
import { publish, removeDatabase } from '../file/disk.ts';
import { wholeProblem } from '../file/integrity.ts';
import { migrate, NEWEST } from '../file/migrate.ts';
import type { JournalFiles } from '../file/names.ts';
import { dropNotUnderstood } from '../file/needed-rows.ts';
import { tablesAt } from '../file/schema.ts';
import { dropDangling, keepNumbers, missingNumbers, reopenShift } from './mend.ts';
import type { Pages } from './page.ts';
import { openPages } from './pages.ts';
import { refill } from './refill.ts';
import type { Recovery } from './report.ts';
import { requeue } from './requeue.ts';
import { countRows, type Salvaged, salvage } from './salvage.ts';
import { furthest, NOTHING_SEEN, seenIn, seenInDamaged } from './seen.ts';
import { swapIn } from './swap.ts';
import { benefitsLost, returnsLost, slipsLost } from './unsettled.ts';

/**
 * Makes a journal out of a damaged one: every row that can be read, then what of finished business only the newest backup
 * has. The damaged file is set aside as it is. Until the new one is whole nothing is touched, so that a failure — a full
 * disk above all — leaves everything as it was.
 * @param at epoch ms
 * @param told how far it is; the journal of years takes minutes
 */
export function recover(files: JournalFiles, reason: string, at: number, told: Told): Result<undefined, string> {
  try {
    const found = rebuild(files, told);
    swapIn(files, { at, reason, damaged: nameForDamaged(files, at), ...found });
    return ok(undefined);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

type Told = (progress: PreparationProgress) => void;

/** What the steps take of the whole, measured: where each begins. */
const SHARES = { reading: 0, refilling: 0.75, checking: 0.85 } as const;

type Found = Omit<Recovery, 'at' | 'reason' | 'damaged'>;

function rebuild(files: JournalFiles, told: Told): Found {
  const part = `${files.salvage}.part`;
  removeDatabase(part);
  try {
    const found = build(part, files, told);
    publish(part, files.salvage);
    return found;
  } finally {
    removeDatabase(part);
  }
}

function build(part: string, files: JournalFiles, told: Told): Found {
  const db = new Database(part);
  try {
    // Nobody has this file yet: it is put on the disk as a whole.
    for (const pragma of ['page_size = 4096', 'journal_mode = MEMORY', 'synchronous = OFF', 'secure_delete = ON']) {
      db.pragma(pragma);
    }
    const { rows, refused } = takeOver(files, db, within('reading', told));
    const slips = slipsLost(db);
    const refilling = within('refilling', told);
    refilling(0);
    const backup = newestBackup(files);
    const refilled =
      backup === null ? { receipts: 0, seen: NOTHING_SEEN } : refill(db, backup, files.oldBackup, refilling);
    within('checking', told)(0);
    reopenShift(db);
    const dropped = dropDangling(db);
    const untold = requeue(db);
    const known = furthest(seenIn(db), refilled.seen);
    const seen = seenInDamaged(files.journal, known);
    keepNumbers(db, seen);
    const problem = wholeProblem(db);
    if (problem !== null) throw new Error(problem);
    return {
      rows: rows - dropped,
      refused: refused + dropped,
      receipts: receiptsIn(db),
      restored: refilled.receipts,
      backup: backup && path.basename(backup),
      lost: [...missingNumbers(db, seen.sale)],
      unsettled: {
        receipts: untold.receipts,
        returns: returnsLost(db),
        benefits: untold.benefits + benefitsLost(db),
        slips,
      },
    };
  } finally {
    db.close();
  }
}

/** Turns the share of a step into that of the whole. */
function within(step: keyof typeof SHARES, told: Told): (share: number) => void {
  const begins = SHARES[step];
  const ends = Object.values(SHARES).find((next) => next > begins) ?? 1;
  return (share) => told({ task: 'restore', step, share: begins + share * (ends - begins) });
}

/** Salvages into the schema that the damaged file had, and brings that to today's. */
function takeOver(files: JournalFiles, db: JournalWriter, told: (share: number) => void): Salvaged {
  told(0);
  const pages = openPages(files.journal, files.wal);
  try {
    const version = versionOf(pages);
    migrate(db, version);
    const { rows, refused } = salvage(pages, db, told);
    // Steps insist on whole references; what a backup could still mend waits for it.
    let dropped = version < NEWEST ? dropDangling(db) : 0;
    migrate(db);
    dropped += dropNotUnderstood(db);
    return { rows: rows - dropped, refused: refused + dropped };
  } finally {
    pages.close();
  }
}

/** The version whose tables most rows fit: the number in the file may be what is damaged. */
function versionOf(pages: Pages): number {
  const versions = Array.from({ length: NEWEST }, (_, index) => NEWEST - index);
  const counted = versions.map((version) => ({ version, rows: countRows(pages, tablesAt(version)) }));
  return counted.reduce((best, one) => (one.rows > best.rows ? one : best)).version;
}

/** How many receipts it holds; those that were cancelled do not count. */
export function receiptsIn(db: JournalWriter): number {
  return z.int().parse(db.prepare("SELECT count(*) FROM sale WHERE stage <> 'discarded'").pluck().get());
}
