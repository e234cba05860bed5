import type { Line, ReceiptId } from '../domain/receipt.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { Clock, SaleJournal, WriteRequest } from '../sale/ports.ts';
import type { Sale } from '../sale/sale.ts';
import type { JournalDatabase } from './database.ts';
import { storedHead, storedLine, storedRequest } from './stored.ts';

type JsonRow = { readonly json: string };

/** The sales' part of the journal: each method is one transaction that is on the disk when it returns. */
export function saleJournal(db: JournalDatabase, clock: Clock): SaleJournal {
  const upsertHead = db.prepare(`
    INSERT INTO sale (id, number, stage, head, opened_at, changed_at) VALUES (@id, @number, @stage, @head, @now, @now)
    ON CONFLICT (id) DO UPDATE SET stage = @stage, head = @head, changed_at = @now`);
  const discardHead = db.prepare("UPDATE sale SET stage = 'discarded', head = @head, changed_at = @now WHERE id = @id");
  const upsertLine = db.prepare(`
    INSERT INTO sale_line (sale_id, line_index, body) VALUES (?, ?, ?)
    ON CONFLICT (sale_id, line_index) DO UPDATE SET body = excluded.body`);
  const deleteLine = db.prepare('DELETE FROM sale_line WHERE sale_id = ? AND line_index = ?');
  const insertIntent = db.prepare('INSERT INTO write_intent (sale_id, request, at) VALUES (?, ?, ?)');
  const deleteIntent = db.prepare('DELETE FROM write_intent WHERE sale_id = ?');
  const insertJob = db.prepare(`
    INSERT INTO print_job (sale_id, document, state, queued_at, changed_at) VALUES (@sale, @document, 'queued', @now, @now)`);
  const selectUnfinished = db.prepare<[], JsonRow>(
    "SELECT head AS json FROM sale WHERE stage IN ('open', 'writing', 'in-doubt') ORDER BY number DESC LIMIT 1",
  );
  const selectLines = db.prepare<[string], JsonRow>(
    'SELECT body AS json FROM sale_line WHERE sale_id = ? ORDER BY line_index',
  );
  const selectIntent = db.prepare<[string], JsonRow>('SELECT request AS json FROM write_intent WHERE sale_id = ?');
  const selectLargest = db.prepare<[], { readonly largest: number | null }>('SELECT max(number) AS largest FROM sale');

  const storeHead = (sale: Sale): void => {
    const { lines: _ownRows, ...head } = sale;
    upsertHead.run({
      id: sale.id,
      number: sale.number,
      stage: sale.stage.at,
      head: JSON.stringify(head),
      now: clock.now(),
    });
  };

  /** Lines are immutable, so one that is the same object did not change: a scan costs one row, however long the receipt. */
  const storeLines = (id: ReceiptId, lines: readonly Line[], before: readonly Line[]): void => {
    const old = new Map(before.map((line) => [line.index, line]));
    for (const line of lines) {
      if (old.get(line.index) !== line) upsertLine.run(id, line.index, JSON.stringify(line));
      old.delete(line.index);
    }
    for (const gone of old.keys()) deleteLine.run(id, gone);
  };

  return {
    current() {
      const row = selectUnfinished.get();
      if (!row) return null;
      const head = storedHead.parse(JSON.parse(row.json));
      return { ...head, lines: selectLines.all(head.id).map((line) => storedLine.parse(JSON.parse(line.json))) };
    },

    nextNumber: () => (selectLargest.get()?.largest ?? 0) + 1,

    save: db.transaction((sale: Sale, before: Sale | null) => {
      storeHead(sale);
      storeLines(sale.id, sale.lines, before?.id === sale.id ? before.lines : []);
    }),

    discard(sale) {
      const { lines: _ownRows, ...head } = withoutIdentity(sale);
      discardHead.run({ id: sale.id, head: JSON.stringify(head), now: clock.now() });
    },

    intend: db.transaction((sale: Sale, request: WriteRequest) => {
      storeHead(sale);
      insertIntent.run(sale.id, JSON.stringify(request), clock.now());
    }),

    intent(id) {
      const row = selectIntent.get(id);
      return row ? storedRequest.parse(JSON.parse(row.json)) : null;
    },

    conclude: db.transaction((sale: Sale, slip: SlipDocument) => {
      storeHead(withoutIdentity(sale));
      deleteIntent.run(sale.id);
      insertJob.run({ sale: sale.id, document: JSON.stringify(slip), now: clock.now() });
    }),

    reopen: db.transaction((sale: Sale) => {
      storeHead(sale);
      deleteIntent.run(sale.id);
    }),
  };
}

/** What may be kept of a finished sale: of its customer the last digits of the phone, of a certificate those of its code. */
function withoutIdentity(sale: Sale): Sale {
  return {
    ...sale,
    customer: sale.customer && { ...sale.customer, token: '', name: '' },
    certificates: sale.certificates.map((one) => ({ ...one, code: one.code.slice(-4), pin: '' })),
  };
}
