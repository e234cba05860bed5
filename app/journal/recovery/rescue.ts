import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { JournalWriter } from '../connection.ts';
import { nameForDamaged } from '../file/damaged-files.ts';
import { publish, removeDatabase } from '../file/disk.ts';
import type { JournalFiles } from '../file/names.ts';
import { receiptsIn } from './recover.ts';
import { swapIn } from './swap.ts';

/** Stands in the report of a journal that was written anew because its files were taken away under the open program. */
export const DISPLACED = 'the files were deleted or replaced while they were open';

/**
 * Writes all that the open journal holds to its path, where its files were deleted or replaced; what stands there now is set
 * aside. SQLite still has the deleted file, down to the last receipt. The program has to start anew at once: what it writes
 * from now on goes into a file that nobody finds.
 * @param at epoch ms
 */
export function rescue(db: JournalWriter, files: JournalFiles, at: number): Result<undefined, string> {
  const part = `${files.salvage}.part`;
  try {
    mkdirSync(path.dirname(files.journal), { recursive: true });
    removeDatabase(part);
    db.prepare('VACUUM INTO ?').run(part);
    publish(part, files.salvage);
    const receipts = receiptsIn(db);
    swapIn(files, {
      at,
      reason: DISPLACED,
      damaged: nameForDamaged(files, at),
      rows: receipts,
      refused: 0,
      receipts,
      restored: 0,
      backup: null,
      lost: [],
      unsettled: { receipts: 0, returns: 0, benefits: 0, slips: 0 },
    });
    return ok(undefined);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
