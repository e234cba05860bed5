import { z } from 'zod';
import type { UsedServices } from '../sale/benefits/ports.ts';
import type { Clock } from '../sale/ports.ts';
import type { JournalWriter } from './database.ts';

/** No list of the lately used is longer. */
const MOST_KEPT = 50;

const serviceRow = z.object({ id: z.int(), name: z.string() });

/** Services of the ЕЦС that were asked about here. */
export function usedServices(db: JournalWriter, clock: Clock): UsedServices {
  const select = db.prepare(`SELECT id, name FROM benefit_service ORDER BY used_at DESC LIMIT ${MOST_KEPT}`);
  const upsert = db.prepare(`
    INSERT INTO benefit_service (id, name, used_at) VALUES (@id, @name, @now)
    ON CONFLICT (id) DO UPDATE SET name = @name, used_at = @now`);
  return {
    list: () => select.all().map((row) => serviceRow.parse(row)),
    use({ id, name }) {
      upsert.run({ id, name, now: clock.now() });
    },
  };
}
