import { z } from 'zod';
import type { ReceiptId } from '../domain/receipt.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { Clock } from '../sale/ports.ts';
import type { JournalDatabase } from './database.ts';
import { storedSlip } from './stored.ts';

/**
 * `sent`: the bytes left, the printer did not say that they are on paper. `failed`: part of the slip may be on paper, so it
 * is not sent again by itself. `no-printer`: none was set up when its turn came.
 */
export type PrintState = 'queued' | 'sending' | 'sent' | 'confirmed' | 'failed' | 'no-printer';

export type PrintJob = { readonly id: number; readonly slip: SlipDocument; readonly copy: boolean };

const jobRow = z.object({ id: z.int(), document: z.string(), copy: z.int() });
const stateRow = z.object({ state: z.enum(['queued', 'sending', 'sent', 'confirmed', 'failed', 'no-printer']) });

/** The slips to print, as rows of the journal. */
export interface PrintJobs {
  /** The oldest job still to be sent. */
  next(): PrintJob | null;
  mark(id: number, state: PrintState): void;
  /** State of the newest job of a receipt, copies included. */
  stateOf(receipt: ReceiptId): PrintState | null;
  /** The receipt's slip as it was first queued. */
  slipOf(receipt: ReceiptId): SlipDocument | null;
  /** Queues a slip that belongs to no sale. */
  queue(slip: SlipDocument): void;
  /** Queues the receipt's slip once more as a copy; false when it has none. */
  queueCopy(receipt: ReceiptId): boolean;
  waiting(): number;
}

/**
 * Opens the queue. A job found in `sending` was cut off by a crash: it may have been printed, so it counts as `sent` and is
 * not printed again by itself.
 */
export function printJobs(db: JournalDatabase, clock: Clock): PrintJobs {
  const setState = db.prepare('UPDATE print_job SET state = ?, changed_at = ? WHERE id = ?');
  const selectNext = db.prepare("SELECT id, document, copy FROM print_job WHERE state = 'queued' ORDER BY id LIMIT 1");
  const selectState = db.prepare('SELECT state FROM print_job WHERE sale_id = ? ORDER BY id DESC LIMIT 1');
  const selectSlip = db.prepare('SELECT id, document, copy FROM print_job WHERE sale_id = ? ORDER BY id LIMIT 1');
  const insertCopy = db.prepare(`
    INSERT INTO print_job (sale_id, document, state, copy, queued_at, changed_at)
    SELECT sale_id, document, 'queued', 1, @now, @now FROM print_job WHERE sale_id = @sale ORDER BY id LIMIT 1`);
  const insertLoose = db.prepare(
    "INSERT INTO print_job (document, state, queued_at, changed_at) VALUES (@document, 'queued', @now, @now)",
  );
  const countWaiting = db.prepare("SELECT count(*) FROM print_job WHERE state IN ('queued', 'sending')").pluck();

  db.prepare("UPDATE print_job SET state = 'sent', changed_at = ? WHERE state = 'sending'").run(clock.now());

  const slipIn = (row: z.output<typeof jobRow>): SlipDocument => storedSlip.parse(JSON.parse(row.document));

  return {
    next() {
      const row = jobRow.optional().parse(selectNext.get());
      return row ? { id: row.id, slip: slipIn(row), copy: row.copy === 1 } : null;
    },
    mark(id, state) {
      setState.run(state, clock.now(), id);
    },
    stateOf: (receipt) => stateRow.optional().parse(selectState.get(receipt))?.state ?? null,
    slipOf(receipt) {
      const row = jobRow.optional().parse(selectSlip.get(receipt));
      return row ? slipIn(row) : null;
    },
    queue(slip) {
      insertLoose.run({ document: JSON.stringify(slip), now: clock.now() });
    },
    queueCopy: (receipt) => insertCopy.run({ sale: receipt, now: clock.now() }).changes === 1,
    waiting: () => z.int().parse(countWaiting.get()),
  };
}
