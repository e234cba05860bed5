import { z } from 'zod';
import type { CheckCounts } from '../sale/benefits/ports.ts';
import type { Clock } from '../sale/ports.ts';
import type { JournalWriter } from './database.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;

const levelRow = z.object({ checks: z.int(), late: z.int(), failed: z.int() });

/** Checks at the ЕЦС by the hour; the last day is the hour that runs and the 23 before it. Older hours are forgotten. */
export function checkCounts(db: JournalWriter, clock: Clock): CheckCounts {
  const upsert = db.prepare(`
    INSERT INTO benefit_level (hour, checks, late, failed) VALUES (@hour, 1, @late, @failed)
    ON CONFLICT (hour) DO UPDATE SET checks = checks + 1, late = late + @late, failed = failed + @failed`);
  const forget = db.prepare('DELETE FROM benefit_level WHERE hour <= ?');
  const select = db.prepare(`
    SELECT coalesce(sum(checks), 0) AS checks, coalesce(sum(late), 0) AS late, coalesce(sum(failed), 0) AS failed
    FROM benefit_level WHERE hour > @hour - ${HOURS} AND hour <= @hour`);
  const now = (): number => Math.floor(clock.now() / HOUR_MS);
  return {
    count: db.transaction((check) => {
      const hour = now();
      upsert.run({ hour, late: check === 'late' ? 1 : 0, failed: check === 'failed' ? 1 : 0 });
      forget.run(hour - HOURS);
    }),
    lastDay: () => levelRow.parse(select.get({ hour: now() })),
  };
}
