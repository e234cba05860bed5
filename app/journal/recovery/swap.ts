import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { keepNames, writeWhole } from '../file/disk.ts';
import type { JournalFiles } from '../file/names.ts';
import { type Recovery, recoverySchema } from './report.ts';

/**
 * Puts the salvaged journal in the place of the damaged one. From the report on it is certain to happen: a program that is
 * cut off meanwhile goes on with it at its next start, and no start finds the new file beside the old one's log.
 */
export function swapIn(files: JournalFiles, recovery: Recovery): void {
  writeWhole(files.recovery, JSON.stringify(recovery));
  finishSwap(files);
}

/** Goes on with a swap that was cut off; does nothing when there is none. */
export function finishSwap(files: JournalFiles): void {
  const recovery = untold(files);
  if (!recovery) return;
  if (existsSync(files.salvage)) {
    const folder = path.dirname(files.journal);
    for (const ending of ['-wal', '-shm', '']) {
      const damaged = `${files.journal}${ending}`;
      if (existsSync(damaged)) renameSync(damaged, `${path.join(folder, recovery.damaged)}${ending}`);
    }
    keepNames(folder);
    renameSync(files.salvage, files.journal);
    keepNames(folder);
  }
  rmSync(files.suspicion, { force: true });
}

/** The recovery that nobody was told of yet. */
export function untold(files: JournalFiles): Recovery | null {
  try {
    return recoverySchema.parse(JSON.parse(readFileSync(files.recovery, 'utf8')));
  } catch {
    return null;
  }
}

/** Lays the report beside the damaged file: somebody was told. */
export function told(files: JournalFiles, { damaged }: Recovery): void {
  renameSync(files.recovery, path.join(path.dirname(files.journal), `${damaged}.json`));
}
