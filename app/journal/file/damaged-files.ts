import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { removeIfFree } from './disk.ts';
import { dayOf, type JournalFiles, secondOf } from './names.ts';

/** How long a damaged journal is kept to be looked into, days: nothing personal is forgotten in it any more. */
export const DAMAGED_KEPT_DAYS = 30;

const DAY_MS = 24 * 60 * 60_000;

/** Under which name the damaged journal is set aside: one that nothing has yet. */
export function nameForDamaged({ journal, base }: JournalFiles, at: number): string {
  const first = `${base}-damaged-${secondOf(at)}`;
  let name = `${first}.sqlite`;
  for (let count = 1; existsSync(path.join(path.dirname(journal), name)); count++) name = `${first}-${count}.sqlite`;
  return name;
}

/** Removes damaged journals whose time is over, with their logs and reports. */
export function removeOldDamaged({ journal, base }: JournalFiles, now: number): void {
  const folder = path.dirname(journal);
  const oldest = `${base}-damaged-${dayOf(now - DAMAGED_KEPT_DAYS * DAY_MS)}`;
  const ours = new RegExp(`^${base}-damaged-\\d{4}-\\d\\d-\\d\\d-\\d{6}(-\\d+)?\\.sqlite`);
  for (const name of readdirSync(folder).filter((one) => ours.test(one) && one < oldest)) {
    removeIfFree(path.join(folder, name));
  }
}
