import { z } from 'zod';
import type { ReceiptId } from '../domain/receipt.ts';
import type { WrittenReceipt } from '../domain/receipt-return.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { Clock, OpenReturn, PendingReturn, ReturnJournal, ReturnOutcome } from '../sale/ports.ts';
import type { JournalWriter } from './database.ts';
import type { EventLog } from './event-log.ts';
import { selectionOf } from './receipt-filter.ts';
import type { ShiftOpener } from './shift-journal.ts';
import { storedHead, storedLine, storedReturn } from './stored.ts';

const json = z.object({ json: z.string() });
const writtenRow = z.object({ head: z.string(), finished_at: z.int() });

const openRow = z
  .object({ entry: z.int(), number: z.int(), state: z.string() })
  .transform(({ state, ...row }): OpenReturn => ({ ...row, asked: state === 'dead' }));

/** The returns' part of the journal. A return counts as given back from its intent on, so that none is started twice. */
export function returnJournal(
  db: JournalWriter,
  clock: Clock,
  events: EventLog,
  openShift: ShiftOpener,
): ReturnJournal {
  const selectOne = db.prepare("SELECT head, finished_at FROM sale WHERE id = ? AND stage = 'written'");
  const selectLines = db.prepare('SELECT body AS json FROM sale_line WHERE sale_id = ? ORDER BY line_index');
  const selectGiven = db.prepare("SELECT request AS json FROM receipt_return WHERE sale_id = ? AND stage <> 'refused'");
  // One that the service refused is dead and not open: it waits for a person like any other that was refused.
  const selectOpen = db.prepare(`
    SELECT outbox.id AS entry, sale.number, outbox.state FROM outbox JOIN sale ON sale.id = outbox.lane
    WHERE outbox.kind = 'receipt-return' AND (outbox.state = 'waiting' OR outbox.in_doubt = 1) ORDER BY outbox.id`);
  const insert = db.prepare(`
    INSERT INTO receipt_return (id, sale_id, stage, request, at) VALUES (@id, @sale, 'writing', @request, @at)`);
  const setWritten = db.prepare(
    "UPDATE receipt_return SET stage = 'written', outcome = @outcome, shift = @shift WHERE id = @id",
  );
  const setRefused = db.prepare("UPDATE receipt_return SET stage = 'refused' WHERE id = ?");
  const insertEntry = db.prepare(`
    INSERT INTO outbox (kind, lane, request, in_doubt, attempts, at)
    VALUES ('receipt-return', @sale, @request, 1, 1, @at)`);
  const deleteEntry = db.prepare('DELETE FROM outbox WHERE id = ?');
  const insertJob = db.prepare(`
    INSERT INTO print_job (kind, document, state, queued_at, changed_at)
    VALUES ('return', @document, 'queued', @now, @now)`);

  const lines = (statement: typeof selectLines, id: string): string[] =>
    statement.all(id).map((row) => json.parse(row).json);

  const given = (id: ReceiptId): Map<number, number> => {
    const sums = new Map<number, number>();
    for (const stored of lines(selectGiven, id)) {
      for (const line of storedReturn.parse(JSON.parse(stored)).given) {
        sums.set(line.index, (sums.get(line.index) ?? 0) + line.quantity);
      }
    }
    return sums;
  };

  /** `null` for a sale that was written without a calculation, which none is. */
  const written = (row: unknown): WrittenReceipt | null => {
    const { head, finished_at: writtenAt } = writtenRow.parse(row);
    const { id, number, calculation, stage, customer } = storedHead.parse(JSON.parse(head));
    if (!calculation || stage.at !== 'written') return null;
    return {
      id,
      number,
      writtenAt,
      lines: lines(selectLines, id).map((line) => storedLine.parse(JSON.parse(line))),
      calculation,
      payment: stage.payment,
      phoneEnding: customer?.phoneEnding ?? null,
      returned: given(id),
    };
  };

  return {
    find(text, most) {
      const filter = { from: null, until: null, text: text.replace(/\D/g, ''), state: null };
      const { from, values } = selectionOf(filter);
      const select = db.prepare(`
        SELECT head, finished_at FROM ${from} ${from.includes('WHERE') ? 'AND' : 'WHERE'} stage = 'written'
        ORDER BY number DESC LIMIT @most`);
      return select.all({ ...values, most }).flatMap((row) => written(row) ?? []);
    },
    receipt(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : written(row);
    },
    open: () => z.array(openRow).parse(selectOpen.all()),
    intend: db.transaction((pending: PendingReturn) => {
      const { id, receiptId, at } = pending.request;
      const request = JSON.stringify(pending);
      insert.run({ id, sale: receiptId, request, at });
      const entry = insertEntry.run({ sale: receiptId, request, at });
      events.append('return-started', receiptId, { id, lines: pending.given.length });
      return Number(entry.lastInsertRowid);
    }),
    conclude: db.transaction(
      (
        { request, refund }: PendingReturn,
        entry: number,
        outcome: ReturnOutcome,
        slip: SlipDocument,
        by: 'service' | 'person',
      ) => {
        // Money goes back when the service has said so: it counts in the shift of that moment.
        setWritten.run({ id: request.id, outcome: JSON.stringify(outcome), shift: openShift().number });
        deleteEntry.run(entry);
        insertJob.run({ document: JSON.stringify(slip), now: clock.now() });
        events.append(by === 'service' ? 'returned' : 'return-accepted', request.receiptId, {
          id: request.id,
          ...refund,
        });
      },
    ),
    refuse: db.transaction(({ request }: PendingReturn, entry: number) => {
      setRefused.run(request.id);
      deleteEntry.run(entry);
      events.append('return-refused', request.receiptId, { id: request.id });
    }),
  };
}
