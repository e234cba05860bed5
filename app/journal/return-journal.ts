import { z } from 'zod';
import type { ReceiptId } from '../domain/receipt.ts';
import type { WrittenReceipt } from '../domain/receipt-return.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { Clock, PendingReturn, ReturnJournal, ReturnOutcome } from '../sale/ports.ts';
import type { JournalDatabase } from './database.ts';
import { storedHead, storedLine, storedReturn } from './stored.ts';

const json = z.object({ json: z.string() });
const writtenRow = z.object({ head: z.string(), changed_at: z.int() });

/** The returns' part of the journal. A return counts as given back from its intent on, so that none is started twice. */
export function returnJournal(db: JournalDatabase, clock: Clock): ReturnJournal {
  const selectWritten = db.prepare(`
    SELECT head, changed_at FROM sale
    WHERE stage = 'written' AND (@text = '' OR number LIKE @text || '%' OR head ->> '$.customer.phoneEnding' LIKE @text || '%')
    ORDER BY number DESC LIMIT @most`);
  const selectOne = db.prepare("SELECT head, changed_at FROM sale WHERE id = ? AND stage = 'written'");
  const selectLines = db.prepare('SELECT body AS json FROM sale_line WHERE sale_id = ? ORDER BY line_index');
  const selectGiven = db.prepare("SELECT request AS json FROM receipt_return WHERE sale_id = ? AND stage <> 'refused'");
  const selectOpen = db.prepare(`
    SELECT request AS json FROM receipt_return WHERE stage = 'writing' ORDER BY at LIMIT 1`);
  const insert = db.prepare(
    "INSERT INTO receipt_return (id, sale_id, stage, request, at) VALUES (@id, @sale, 'writing', @request, @at)",
  );
  const setStage = db.prepare('UPDATE receipt_return SET stage = @stage, outcome = @outcome WHERE id = @id');
  const insertJob = db.prepare(
    "INSERT INTO print_job (document, state, queued_at, changed_at) VALUES (@document, 'queued', @now, @now)",
  );

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
    const { head, changed_at: writtenAt } = writtenRow.parse(row);
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
    find: (text, most) =>
      selectWritten.all({ text: text.replace(/[%_]/g, ''), most }).flatMap((row) => written(row) ?? []),
    receipt(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : written(row);
    },
    intend(pending: PendingReturn) {
      const { id, receiptId, at } = pending.request;
      insert.run({ id, sale: receiptId, request: JSON.stringify(pending), at });
    },
    open() {
      const row = json.optional().parse(selectOpen.get());
      return row ? storedReturn.parse(JSON.parse(row.json)) : null;
    },
    conclude: db.transaction(({ request }: PendingReturn, outcome: ReturnOutcome, slip: SlipDocument) => {
      setStage.run({ id: request.id, stage: 'written', outcome: JSON.stringify(outcome) });
      insertJob.run({ document: JSON.stringify(slip), now: clock.now() });
    }),
    refuse({ request }: PendingReturn) {
      setStage.run({ id: request.id, stage: 'refused', outcome: null });
    },
  };
}
