import { z } from 'zod';
import { ZERO } from '../domain/money.ts';
import { byKind } from '../domain/payment.ts';
import type { Refund } from '../domain/receipt-return.ts';
import { type Belated, type PaidReceipt, type Shift, type ShiftReport, shiftReport } from '../domain/shift.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { Clock, ShiftJournal } from '../sale/ports.ts';
import { amount } from '../schema/values.ts';
import type { JournalWriter } from './database.ts';
import { type EventLog, lastEvent } from './event-log.ts';
import { storedReturn } from './stored.ts';

/** Gives the open shift, opening one where there is none; part of the transaction of whatever needs it. */
export type ShiftOpener = () => Shift;

const openRow = z
  .object({ number: z.int(), opened_at: z.int(), opened_by: z.string() })
  .transform((row): Shift => ({ number: row.number, openedAt: row.opened_at, openedBy: row.opened_by }));
const paidRow = z
  .object({
    paidAt: z.int(),
    stage: z.string(),
    cash: amount,
    card: amount,
    credit: amount,
    change: amount,
    discount: amount,
    redeemed: amount,
    accrued: amount,
    certificates: amount,
  })
  .transform(
    ({ stage, cash, card, credit, change, ...sums }): PaidReceipt => ({
      ...sums,
      payment: { ...byKind(cash, card, credit), change },
      queued: stage !== 'written' && stage !== 'set-aside',
    }),
  );
const json = z.object({ json: z.string() });
const belated = z.object({ count: z.int(), accrued: amount, redeemed: amount }) satisfies z.ZodType<Belated>;

const sums = z.object({
  cash: amount,
  card: amount,
  credit: amount.default(ZERO),
  certificates: amount,
  bonuses: amount,
  count: z.int(),
});
/** A Z report as it stands in its shift's row. */
const storedReport = z.object({
  kind: z.enum(['x', 'z']),
  number: z.int(),
  openedAt: z.int(),
  openedBy: z.string(),
  closedAt: z.int().nullable(),
  closedBy: z.string().nullable(),
  receipts: z.int(),
  sales: amount,
  discounts: amount,
  redeemed: amount,
  accrued: amount,
  certificates: amount,
  cash: amount,
  card: amount,
  // Nor of customers who pay later.
  credit: amount.default(ZERO),
  returns: sums,
  queued: z.object({ count: z.int(), sum: amount }),
  // Reports of before there was such a thing lack it.
  belated: belated.default({ count: 0, accrued: ZERO, redeemed: ZERO }),
  hours: z.array(z.object({ hour: z.int(), sum: amount, receipts: z.int() })),
  lastEvent: z.object({ id: z.int(), hash: z.string() }).nullable(),
}) satisfies z.ZodType<ShiftReport>;

/** The shifts' part of the journal, worked in by `who`. */
export function shiftJournal(
  db: JournalWriter,
  clock: Clock,
  events: EventLog,
  who: string,
): ShiftJournal & { readonly opener: ShiftOpener } {
  const selectOpen = db.prepare('SELECT number, opened_at, opened_by FROM shift WHERE closed_at IS NULL');
  const selectLast = db
    .prepare('SELECT max(coalesce((SELECT max(number) FROM shift), 0), coalesce((SELECT shift FROM number_floor), 0))')
    .pluck();
  const insert = db.prepare('INSERT INTO shift (number, opened_at, opened_by) VALUES (@number, @openedAt, @openedBy)');
  const setClosed = db.prepare('UPDATE shift SET closed_at = @at, report = @report WHERE number = @number');
  const selectReport = db.prepare('SELECT report AS json FROM shift WHERE number = ? AND report IS NOT NULL');
  const selectPast = db.prepare(
    'SELECT report AS json FROM shift WHERE report IS NOT NULL ORDER BY number DESC LIMIT ?',
  );
  const selectPaid = db.prepare(`
    SELECT finished_at AS paidAt, stage,
      head ->> '$.stage.payment.cash' AS cash, head ->> '$.stage.payment.card' AS card,
      coalesce(head ->> '$.stage.payment.credit', 0) AS credit,
      head ->> '$.stage.payment.change' AS change,
      coalesce(head ->> '$.calculation.discount', 0) AS discount,
      coalesce(head ->> '$.stage.outcome.redeemed', head ->> '$.calculation.redeemed', 0) AS redeemed,
      coalesce(head ->> '$.stage.outcome.accrued', 0) AS accrued,
      coalesce(head ->> '$.calculation.certificates', 0) AS certificates
    FROM sale WHERE shift = ? AND stage IN ('writing', 'in-doubt', 'queued', 'written', 'set-aside')`);
  const selectBelated = db.prepare(`
    SELECT count(*) AS count, coalesce(sum(head ->> '$.stage.outcome.accrued'), 0) AS accrued,
      coalesce(sum((head ->> '$.stage.outcome.redeemed') - coalesce(head ->> '$.calculation.redeemed', 0)), 0) AS redeemed
    FROM sale INDEXED BY sale_belated WHERE belated = 0 AND stage = 'written'`);
  const setReported = db.prepare(`
    UPDATE sale INDEXED BY sale_belated SET belated = @number WHERE belated = 0 AND stage IN ('written', 'set-aside')`);
  const setOutstanding = db.prepare(`
    UPDATE sale INDEXED BY sale_stage SET belated = 0
    WHERE stage IN ('writing', 'in-doubt', 'queued') AND shift IS NOT NULL AND belated IS NULL`);
  const selectReturns = db.prepare("SELECT request AS json FROM receipt_return WHERE shift = ? AND stage = 'written'");
  const insertJob = db.prepare(`
    INSERT INTO print_job (kind, document, state, queued_at, changed_at)
    VALUES ('shift', @document, 'queued', @now, @now)`);

  const current = (): Shift | null => openRow.optional().parse(selectOpen.get()) ?? null;

  const open = (): Shift => {
    const number = z.int().parse(selectLast.get()) + 1;
    const shift = { number, openedAt: clock.now(), openedBy: who };
    insert.run(shift);
    events.append('shift-opened', subjectOf(shift), { number });
    return shift;
  };

  const reportOf = (shift: Shift, closedAt: number | null): ShiftReport => {
    const receipts = selectPaid.all(shift.number).map((row) => paidRow.parse(row));
    const refunds = selectReturns.all(shift.number).map((row): Refund => {
      return storedReturn.parse(JSON.parse(json.parse(row).json)).refund;
    });
    const closedBy = closedAt === null ? null : who;
    const head = {
      kind: closedAt === null ? 'x' : 'z',
      ...shift,
      closedAt,
      closedBy,
      belated: belated.parse(selectBelated.get()),
      lastEvent: lastEvent(db),
    } as const;
    return shiftReport(head, receipts, refunds, (at) => new Date(at).getHours());
  };

  const stored = (row: unknown): ShiftReport => storedReport.parse(JSON.parse(json.parse(row).json));

  return {
    current,
    open: db.transaction(open),
    opener: () => current() ?? open(),
    report() {
      const shift = current();
      return shift && reportOf(shift, null);
    },
    close: db.transaction((slipOf: (report: ShiftReport) => SlipDocument) => {
      const shift = current();
      if (!shift) return null;
      const at = clock.now();
      events.append('shift-closed', subjectOf(shift), { number: shift.number });
      const report = reportOf(shift, at);
      setReported.run({ number: shift.number });
      setOutstanding.run();
      setClosed.run({ number: shift.number, at, report: JSON.stringify(report) });
      insertJob.run({ document: JSON.stringify(slipOf(report)), now: at });
      return report;
    }),
    closed(number) {
      const row = selectReport.get(number);
      return row === undefined ? null : stored(row);
    },
    past: (most) => selectPast.all(most).map(stored),
  };
}

function subjectOf({ number }: Shift): string {
  return `shift-${number}`;
}
