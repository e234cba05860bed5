import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { PreparationProgress } from '../../schema/preparation.ts';
import { type OpenFailure, openDatabase } from '../database.ts';
import { recover } from '../recovery/recover.ts';
import { filesOf } from './names.ts';

/** What has to be done to a journal before it can be opened. It may take minutes, so that whoever opens says where it is done. */
export const preparation = z.object({
  what: z.discriminatedUnion('task', [
    /** `reason`: the damage. */
    z.object({ task: z.literal('restore'), reason: z.string() }),
    z.object({ task: z.literal('migrate') }),
  ]),
  /** Epoch ms. */
  at: z.int(),
});

export type Preparation = z.output<typeof preparation>;

export type Prepared = Result<undefined, OpenFailure>;

/**
 * Does it here and now. Cut off at any moment it leaves journal and backups as they were, or is gone on with at the next start.
 * @param journal its file; nobody else works with it
 */
export function prepare(
  journal: string,
  { what, at }: Preparation,
  told: (progress: PreparationProgress) => void,
): Prepared {
  if (what.task === 'restore') {
    const restored = recover(filesOf(journal), what.reason, at, told);
    return restored.ok ? restored : fail({ kind: 'damaged', reason: restored.error });
  }
  const migrated = openDatabase(journal, at, told);
  if (!migrated.ok) return migrated;
  migrated.value.close();
  return ok(undefined);
}
