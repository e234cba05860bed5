import { z } from 'zod';
import type { JournalWriter } from '../connection.ts';
import { migrations } from '../migrations.ts';
import { JournalDamage } from './damage.ts';

/** The version of the schema that this program works with. */
export const NEWEST = migrations.length;

/** How many steps were done to this file; 0 for an empty one. */
export function schemaVersion(db: Pick<JournalWriter, 'pragma'>): number {
  return z.int().parse(db.pragma('user_version', { simple: true }));
}

/**
 * Takes the schema to `target`, each step one transaction with its number. Foreign keys are off meanwhile, since a step may
 * rebuild a table that others refer to, and checked before the step counts.
 * @param told before each step, the share of the steps that are done
 */
export function migrate(db: JournalWriter, target = NEWEST, told: (share: number) => void = () => {}): void {
  db.pragma('foreign_keys = OFF');
  const done = schemaVersion(db);
  const steps = migrations.slice(done, target);
  steps.forEach((step, index) => {
    told(index / steps.length);
    db.transaction(() => {
      db.exec(step);
      if (db.prepare('PRAGMA foreign_key_check').get() !== undefined) {
        throw new JournalDamage('a row refers to one that is not there');
      }
      db.pragma(`user_version = ${done + index + 1}`);
    })();
  });
}
