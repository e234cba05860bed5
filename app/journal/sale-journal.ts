import { z } from 'zod';
import { ZERO } from '../domain/money.ts';
import { byKind, type Money, NO_MONEY, total } from '../domain/payment.ts';
import type { Problem } from '../domain/problem.ts';
import type { Line, ReceiptId } from '../domain/receipt.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { OutboxStore } from '../sale/outbox/entry.ts';
import type { Clock, SaleJournal, WriteRequest } from '../sale/ports.ts';
import { moneyTaken, type Sale, type SaleEvent } from '../sale/sale.ts';
import type { JournalWriter } from './database.ts';
import type { EventBody, EventLog } from './event-log.ts';
import { opened, type PinSeal, sealed } from './pin-seal.ts';
import { eventBody } from './sale-events.ts';
import type { ShiftOpener } from './shift-journal.ts';
import { storedHead, storedLine } from './stored.ts';

/**
 * The sales' part of the journal: each method is one transaction that is on the disk when it returns.
 * @param follow stores, in the same transaction, what a change of the receipt means for its benefits
 */
export function saleJournal(
  db: JournalWriter,
  clock: Clock,
  events: EventLog,
  openShift: ShiftOpener,
  follow: (sale: Sale) => void,
  bury: OutboxStore['bury'],
  seal: PinSeal,
): SaleJournal {
  const upsertHead = db.prepare(`
    INSERT INTO sale (id, number, stage, head, opened_at, changed_at) VALUES (@id, @number, @stage, @head, @now, @now)
    ON CONFLICT (id) DO UPDATE SET stage = @stage, head = @head, changed_at = @now`);
  const setPaid = db.prepare('UPDATE sale SET shift = @shift, finished_at = @now WHERE id = @id');
  const setCancelled = db.prepare('UPDATE sale SET shift = NULL, finished_at = @now WHERE id = @id');
  const setUnpaid = db.prepare('UPDATE sale SET shift = NULL, finished_at = NULL WHERE id = @id');
  const isStored = db.prepare('SELECT 1 FROM sale WHERE id = ?');
  const upsertLine = db.prepare(`
    INSERT INTO sale_line (sale_id, line_index, body) VALUES (?, ?, ?)
    ON CONFLICT (sale_id, line_index) DO UPDATE SET body = excluded.body`);
  const deleteLine = db.prepare('DELETE FROM sale_line WHERE sale_id = ? AND line_index = ?');
  // The attempt begins with the row: from now on it may have taken effect.
  const insertEntry = db.prepare(`
    INSERT INTO outbox (kind, lane, request, in_doubt, attempts, at) VALUES (@kind, @lane, @request, 1, 1, @now)`);
  const deleteEntry = db.prepare('DELETE FROM outbox WHERE id = ?');
  const selectEntry = db.prepare("SELECT id FROM outbox WHERE lane = ? AND kind = 'receipt-write'").pluck();
  const insertJob = db.prepare(`
    INSERT INTO print_job (sale_id, kind, document, state, queued_at, changed_at)
    VALUES (@sale, @kind, @document, 'queued', @now, @now)`);
  const selectUnfinished = db.prepare(
    "SELECT head AS json FROM sale WHERE stage IN ('open', 'writing', 'in-doubt') ORDER BY number DESC LIMIT 1",
  );
  const selectHeld = db.prepare("SELECT head AS json FROM sale WHERE stage = 'held' ORDER BY number");
  const selectOne = db.prepare('SELECT head AS json FROM sale WHERE id = ?');
  const selectNumber = db.prepare('SELECT number FROM sale WHERE id = ?').pluck();
  const selectLines = db.prepare('SELECT body AS json FROM sale_line WHERE sale_id = ? ORDER BY line_index');
  const selectLargest = db
    .prepare('SELECT max(coalesce((SELECT max(number) FROM sale), 0), coalesce((SELECT sale FROM number_floor), 0))')
    .pluck();

  const storeHead = (sale: Sale): void => {
    const { lines: _ownRows, ...head } = sale;
    upsertHead.run({
      id: sale.id,
      number: sale.number,
      stage: sale.stage.at,
      head: JSON.stringify(sealed(head, seal)),
      now: clock.now(),
    });
  };

  const queueSlip = (sale: Sale, kind: 'sale' | 'notice', slip: SlipDocument): void => {
    insertJob.run({ sale: sale.id, kind, document: JSON.stringify(slip), now: clock.now() });
  };

  /** The service's part is over: who the customer was is nobody's business any more. */
  const finish = (sale: Sale, entry: number, event: SaleEvent['kind'] | 'accepted'): void => {
    forget(sale);
    deleteEntry.run(entry);
    events.append(event, sale.id, outcomeBody(sale));
    follow(sale);
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

  const forget = (sale: Sale): void => {
    const kept = withoutIdentity(sale);
    storeHead(kept);
    storeLines(sale.id, kept.lines, sale.lines);
  };

  const tellMoney = (
    event: 'money-kept' | 'money-returned',
    id: ReceiptId,
    { cash, card, credit = ZERO }: Money,
  ): void => {
    const kinds = byKind(cash, card, credit);
    if (total(kinds) > 0) events.append(event, id, kinds);
  };

  const saleIn = (row: unknown): Sale | null => {
    const found = jsonRow.optional().parse(row);
    if (!found) return null;
    const head = opened(storedHead.parse(JSON.parse(found.json)), seal);
    const lines = selectLines.all(head.id).map((line) => storedLine.parse(JSON.parse(jsonRow.parse(line).json)));
    return { ...head, lines };
  };

  return {
    current: () => saleIn(selectUnfinished.get()),
    sale: (id) => saleIn(selectOne.get(id)),
    held: () => selectHeld.all().flatMap((row) => saleIn(row) ?? []),
    nextNumber: () => z.int().parse(selectLargest.get()) + 1,
    numberOf: (id) => z.int().optional().parse(selectNumber.get(id)) ?? null,
    intent: (id) => z.int().optional().parse(selectEntry.get(id)) ?? null,

    save: db.transaction((sale: Sale, before: Sale | null, event: SaleEvent) => {
      storeHead(sale);
      storeLines(sale.id, sale.lines, before?.id === sale.id ? before.lines : []);
      events.append(event.kind, sale.id, eventBody(event));
      follow(sale);
    }),

    discard: db.transaction((sale: Sale) => {
      if (isStored.get(sale.id) === undefined) return;
      const discarded: Sale = { ...sale, taken: NO_MONEY, stage: { at: 'discarded' } };
      forget(discarded);
      setCancelled.run({ id: sale.id, now: clock.now() });
      events.append('discarded', sale.id);
      tellMoney('money-returned', sale.id, moneyTaken(sale));
      follow(discarded);
    }),

    intend: db.transaction((sale: Sale, request: WriteRequest) => {
      storeHead(sale);
      setPaid.run({ id: sale.id, shift: openShift().number, now: clock.now() });
      const entry = insertEntry.run({
        kind: 'receipt-write',
        lane: sale.id,
        request: JSON.stringify(sealed(request, seal)),
        now: clock.now(),
      });
      const { cash, card, credit = ZERO } = request.payment;
      events.append('write-started', sale.id, { ...byKind(cash, card, credit), offline: request.calculationId === '' });
      return Number(entry.lastInsertRowid);
    }),

    queue: db.transaction((sale: Sale, slip: SlipDocument | null) => {
      forget(sale);
      if (slip) queueSlip(sale, 'notice', slip);
      events.append('queued', sale.id);
      follow(sale);
    }),

    conclude: db.transaction((sale: Sale, entry: number, slip: SlipDocument | null, by: 'service' | 'person') => {
      // Before those of its benefits: the customer waits for this one.
      if (slip) queueSlip(sale, 'sale', slip);
      finish(sale, entry, by === 'service' ? 'written' : 'accepted');
    }),

    reopen: db.transaction((sale: Sale, entry: number) => {
      storeHead(sale);
      setUnpaid.run({ id: sale.id });
      deleteEntry.run(entry);
      events.append('write-refused', sale.id);
      tellMoney('money-kept', sale.id, sale.taken);
    }),

    abandon: db.transaction((sale: Sale, entry: number) => {
      const before = saleIn(selectOne.get(sale.id));
      finish(sale, entry, 'abandoned');
      if (before) tellMoney('money-returned', sale.id, moneyTaken(before));
      setCancelled.run({ id: sale.id, now: clock.now() });
      const request = JSON.stringify({ receiptId: sale.id });
      const rollback = insertEntry.run({ kind: 'receipt-rollback', lane: sale.id, request, now: clock.now() });
      return Number(rollback.lastInsertRowid);
    }),

    refuseLate: db.transaction((sale: Sale, entry: number, why: Problem, notice: SlipDocument | null) => {
      const wasQueued = saleIn(selectOne.get(sale.id))?.stage.at === 'queued';
      storeHead(withoutIdentity(sale));
      if (!wasQueued) events.append('queued', sale.id);
      // Not the receipt's own slip: a copy for the customer is of another.
      if (notice) insertJob.run({ sale: null, kind: 'notice', document: JSON.stringify(notice), now: clock.now() });
      bury(entry, false, why);
    }),

    setAside: db.transaction((sale: Sale, entry: number) => finish(sale, entry, 'set-aside')),
  };
}

const jsonRow = z.object({ json: z.string() });

function outcomeBody({ stage }: Sale): EventBody {
  return stage.at === 'written' ? { redeemed: stage.outcome.redeemed, accrued: stage.outcome.accrued } : {};
}

/**
 * What may be kept of a finished sale: of its customer the last digits of the phone, of a certificate or promo code those of
 * its code, of a benefit what it took off.
 */
function withoutIdentity(sale: Sale): Sale {
  return {
    ...sale,
    lines: sale.lines.map((line) => (line.benefit?.name ? { ...line, benefit: { ...line.benefit, name: '' } } : line)),
    customer: sale.customer && { ...sale.customer, token: '', name: '' },
    certificates: sale.certificates.map((one) => ({ ...one, code: one.code.slice(-4), pin: '' })),
    promo: sale.promo?.slice(-4) ?? null,
  };
}
