import { z } from 'zod';
import { PRINT_STATES, type PrintState, SLIP_KINDS, type SlipKind } from '../domain/printing.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { Clock } from '../sale/ports.ts';
import type { JournalWriter } from './database.ts';
import { slipIn } from './stored.ts';

/** A slip to print; `slip` is null for one that is damaged, or that no version of this program can read. */
export type PrintJob = {
  readonly id: number;
  readonly kind: SlipKind;
  readonly slip: SlipDocument | null;
  readonly copy: boolean;
};

/** A job as a person is told of it. */
export type PrintJobInfo = {
  readonly id: number;
  readonly kind: SlipKind;
  /** Of the receipt that it belongs to. */
  readonly number: number | null;
  readonly state: PrintState;
  /** The printer that was chosen for it; `null` for the first. */
  readonly printer: string | null;
};

/** A job that ended, for good or until the cashier says what to make of it. */
export type EndedState = Exclude<PrintState, 'queued' | 'sending'>;

/** The slips to print, as rows of the journal. */
export interface PrintJobs {
  /** The oldest job that waits for this printer; the `first` one also has those for which none was chosen. */
  next(printer: string, first: boolean): PrintJob | null;
  /** Before the first byte leaves; false when the job waits no longer. */
  begin(id: number): boolean;
  /** Of a job that began nothing has left: it waits again. */
  putBack(id: number): void;
  /** A slip that tells who somebody is, or why there was a benefit, is forgotten when it is done with. */
  end(id: number, state: EndedState): void;
  /** Has it wait again, for this printer; a copy stays one. */
  again(id: number, printer: string | null, copy: boolean): void;
  info(id: number): PrintJobInfo | null;
  /** The oldest job that the cashier has to decide on. */
  inDoubt(): PrintJobInfo | null;
  /** Jobs for a printer which is none of these are the first one's, should they wait or have to be printed again. */
  adopt(printers: readonly string[]): void;
  /** State of the newest slip of a receipt, copies included. */
  stateOf(receipt: ReceiptId): PrintState | null;
  /** The receipt's latest slip, without the mark of a copy. */
  slipOf(receipt: ReceiptId): SlipDocument | null;
  /** Queues a slip that belongs to no sale. */
  queue(slip: SlipDocument, kind: SlipKind, copy?: boolean): void;
  /** Queues the receipt's slip once more as a copy; false when it has none. */
  queueCopy(receipt: ReceiptId): boolean;
  /** Slips that are not printed yet, or of which nobody knows whether they are. */
  waiting(): number;
}

const jobRow = z.object({ id: z.int(), kind: z.enum(SLIP_KINDS), document: z.string(), copy: z.int() });
const infoRow = z.object({
  id: z.int(),
  kind: z.enum(SLIP_KINDS),
  number: z.int().nullable(),
  state: z.enum(PRINT_STATES),
  printer: z.string().nullable(),
}) satisfies z.ZodType<PrintJobInfo>;

const FORGOTTEN = JSON.stringify({ blocks: [] } satisfies SlipDocument);
/** One that a damaged disk made unreadable is no slip, but the row has to be written all the same. */
const DOCUMENT = "CASE WHEN json_valid(document) THEN document ELSE 'null' END";
/** Kinds of slips that are a receipt's own. */
const OWN = "kind IN ('sale', 'notice')";

/**
 * Opens the queue. A job found in `sending` was cut off by a crash: it may be on paper, so it is in doubt and not printed
 * again by itself.
 */
export function printJobs(db: JournalWriter, clock: Clock): PrintJobs {
  const selectNext = db.prepare(`
    SELECT id, kind, document, copy FROM print_job
    WHERE state = 'queued' AND (printer = @printer OR (@first AND printer IS NULL)) ORDER BY id LIMIT 1`);
  const setSending = db.prepare(
    "UPDATE print_job SET state = 'sending', changed_at = ? WHERE id = ? AND state = 'queued'",
  );
  const setBack = db.prepare(
    "UPDATE print_job SET state = 'queued', changed_at = ? WHERE id = ? AND state = 'sending'",
  );
  const setEnded = db.prepare(`
    UPDATE print_job SET state = @state, changed_at = @now,
      document = CASE WHEN kind IN ('registration', 'benefit') AND @state <> 'in-doubt' THEN '${FORGOTTEN}' ELSE ${DOCUMENT} END
    WHERE id = @id`);
  const setQueued = db.prepare(`
    UPDATE print_job SET state = 'queued', printer = @printer, copy = max(copy, @copy), changed_at = @now WHERE id = @id`);
  const info =
    'SELECT job.id, kind, sale.number, state, printer FROM print_job job LEFT JOIN sale ON sale.id = sale_id';
  const selectInfo = db.prepare(`${info} WHERE job.id = ?`);
  const selectDoubt = db.prepare(`${info} WHERE state = 'in-doubt' ORDER BY job.id LIMIT 1`);
  const setFirst = db.prepare(`
    UPDATE print_job SET printer = NULL
    WHERE state IN ('queued', 'sending', 'in-doubt') AND printer NOT IN (SELECT value FROM json_each(?))`);
  const selectState = db
    .prepare(`SELECT state FROM print_job WHERE sale_id = ? AND ${OWN} ORDER BY id DESC LIMIT 1`)
    .pluck();
  const selectSlip = db
    .prepare(`SELECT document FROM print_job WHERE sale_id = ? AND ${OWN} ORDER BY id DESC LIMIT 1`)
    .pluck();
  const insertCopy = db.prepare(`
    INSERT INTO print_job (sale_id, kind, document, state, copy, queued_at, changed_at)
    SELECT sale_id, kind, ${DOCUMENT}, 'queued', 1, @now, @now FROM print_job
    WHERE sale_id = @sale AND ${OWN} ORDER BY id DESC LIMIT 1`);
  const insertLoose = db.prepare(`
    INSERT INTO print_job (kind, document, state, copy, queued_at, changed_at)
    VALUES (@kind, @document, 'queued', @copy, @now, @now)`);
  const countWaiting = db
    .prepare("SELECT count(*) FROM print_job WHERE state IN ('queued', 'sending', 'in-doubt')")
    .pluck();

  db.prepare("UPDATE print_job SET state = 'in-doubt', changed_at = ? WHERE state = 'sending'").run(clock.now());

  return {
    next(printer, first) {
      const row = jobRow.optional().parse(selectNext.get({ printer, first: first ? 1 : 0 }));
      return row ? { id: row.id, kind: row.kind, slip: slipIn(row.document), copy: row.copy === 1 } : null;
    },
    begin: (id) => setSending.run(clock.now(), id).changes === 1,
    putBack(id) {
      setBack.run(clock.now(), id);
    },
    end(id, state) {
      setEnded.run({ id, state, now: clock.now() });
    },
    again(id, printer, copy) {
      setQueued.run({ id, printer, copy: copy ? 1 : 0, now: clock.now() });
    },
    info: (id) => infoRow.optional().parse(selectInfo.get(id)) ?? null,
    inDoubt: () => infoRow.optional().parse(selectDoubt.get()) ?? null,
    adopt(printers) {
      setFirst.run(JSON.stringify(printers));
    },
    stateOf: (receipt) => z.enum(PRINT_STATES).optional().parse(selectState.get(receipt)) ?? null,
    slipOf(receipt) {
      const document = z.string().optional().parse(selectSlip.get(receipt));
      return document === undefined ? null : slipIn(document);
    },
    queue(slip, kind, copy = false) {
      insertLoose.run({ kind, document: JSON.stringify(slip), copy: copy ? 1 : 0, now: clock.now() });
    },
    queueCopy: (receipt) => insertCopy.run({ sale: receipt, now: clock.now() }).changes === 1,
    waiting: () => z.int().parse(countWaiting.get()),
  };
}
