import { z } from 'zod';
import type { JournalReader } from '../connection.ts';

/** Receipts whose slip is lost, of those since the last recovery: a backup, which fills in older ones, has no slips. */
export function slipsLost(db: JournalReader): number {
  return counted(
    db,
    `sale WHERE stage IN ('queued', 'written')
      AND finished_at >= coalesce((SELECT max(at) FROM event WHERE kind = 'journal-recovered'), 0)
      AND NOT EXISTS (SELECT 1 FROM print_job WHERE sale_id = sale.id AND kind IN ('sale', 'notice'))`,
  );
}

/** Returns that the event log speaks of and nothing else does. */
export function returnsLost(db: JournalReader): number {
  return counted(db, "event WHERE kind = 'return-started' AND body ->> '$.id' NOT IN (SELECT id FROM receipt_return)");
}

/** Benefits that the event log speaks of and nothing else does. */
export function benefitsLost(db: JournalReader): number {
  return counted(
    db,
    "event WHERE kind = 'benefit-found' AND subject NOT IN (SELECT 'benefit-' || id FROM benefit_case)",
  );
}

function counted(db: JournalReader, what: string): number {
  return z.int().parse(db.prepare(`SELECT count(*) FROM ${what}`).pluck().get());
}
