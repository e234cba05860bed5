import { z } from 'zod';
import { total } from '../../domain/payment.ts';
import { linesTotal } from '../../domain/receipt.ts';
import type { WriteRequest } from '../../sale/ports.ts';
import type { JournalWriter } from '../connection.ts';
import { storedHead, storedLine } from '../stored.ts';

const saleRow = z.object({ id: z.string(), head: z.string(), at: z.int(), who: z.string() });
const bodies = z.array(z.string());

/** What its service cannot be told any more. */
export type Untold = { readonly receipts: number; readonly benefits: number };

/**
 * Whatever a service has yet to be told, and whose outbox entry is lost, gets a new one: in doubt, so that the service settles
 * what it has already. A receipt that is not whole any more, or whose customer only the entry knew, is set aside: else it would
 * hold up the till. Confirmations of benefits are entered when the journal opens (`benefit-cases.ts`).
 */
export function requeue(db: JournalWriter): Untold {
  requeueReturns(db);
  requeueRollbacks(db);
  requeueRefusals(db);
  return { receipts: requeueWrites(db), benefits: endUnconfirmable(db) };
}

function requeueReturns(db: JournalWriter): void {
  db.exec(`
    INSERT INTO outbox (kind, lane, request, in_doubt, at)
    SELECT 'receipt-return', sale_id, request, 1, at FROM receipt_return AS one
    WHERE stage = 'writing' AND NOT EXISTS (
      SELECT 1 FROM outbox WHERE kind = 'receipt-return' AND request ->> '$.request.id' = one.id)`);
}

/**
 * A receipt was cancelled after it was paid when its own event says so, or when none says that it was cancelled before. The log
 * of an older program begins later than its receipts. That a receipt to be deleted is not there is as good, so that one too
 * many does no harm.
 */
function requeueRollbacks(db: JournalWriter): void {
  db.exec(`
    INSERT INTO outbox (kind, lane, request, in_doubt, at)
    SELECT 'receipt-rollback', id, json_object('receiptId', id), 1, min(at) FROM (
      SELECT subject AS id, at FROM event WHERE kind = 'abandoned'
        AND NOT EXISTS (SELECT 1 FROM sale WHERE id = subject AND stage <> 'discarded')
      UNION ALL
      SELECT id, finished_at FROM sale WHERE stage = 'discarded' AND finished_at >= (SELECT min(at) FROM event)
        AND NOT EXISTS (SELECT 1 FROM event WHERE subject = sale.id AND kind = 'discarded')) AS cancelled
    WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'receipt-rollback' AND lane = cancelled.id)
      AND NOT EXISTS (SELECT 1 FROM event WHERE subject = cancelled.id AND kind = 'outbox-done'
        AND body ->> '$.kind' = 'receipt-rollback')
    GROUP BY id`);
}

/** Whether the ЕЦС is told of a refusal is a setting: the event has what it was. */
function requeueRefusals(db: JournalWriter): void {
  db.exec(`
    INSERT INTO outbox (kind, lane, request, in_doubt, at)
    SELECT 'benefit-refusal', subject, json_object('transactionId', benefit_case.body -> '$.transactionId'), 1, declined.at
    FROM event AS declined JOIN benefit_case ON subject = 'benefit-' || benefit_case.id
    WHERE kind = 'benefit-declined' AND declined.body ->> '$.tell' AND stage = 'declined'
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'benefit-refusal' AND lane = subject)
      AND NOT EXISTS (SELECT 1 FROM event AS done WHERE done.subject = declined.subject AND done.kind = 'outbox-done')`);
}

/** A benefit that was given, and of which too little is left to tell the ЕЦС; gives how many there were. */
function endUnconfirmable(db: JournalWriter): number {
  return db
    .prepare(`
    UPDATE benefit_case SET stage = 'failed', client_id = NULL,
      body = json_set(body, '$.categories', json('[]'), '$.category', NULL)
    WHERE stage = 'confirming' AND (client_id IS NULL OR body ->> '$.category' IS NULL)
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = 'benefit-' || benefit_case.id)`)
    .run().changes;
}

/** Gives how many receipts were set aside. */
function requeueWrites(db: JournalWriter): number {
  const waiting = db.prepare(`
    SELECT id, head, coalesce(finished_at, changed_at) AS at, coalesce((
      SELECT who FROM event WHERE subject = sale.id AND kind = 'write-started' ORDER BY event.id DESC LIMIT 1), '') AS who
    FROM sale WHERE stage IN ('writing', 'in-doubt', 'queued')
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'receipt-write' AND lane = sale.id) ORDER BY number`);
  const linesOf = db.prepare('SELECT body FROM sale_line WHERE sale_id = ? ORDER BY line_index').pluck();
  const insert = db.prepare(
    "INSERT INTO outbox (kind, lane, request, in_doubt, attempts, at) VALUES ('receipt-write', @id, @request, 1, 1, @at)",
  );
  const setAside = db.prepare(`
    UPDATE sale SET stage = 'set-aside',
      head = json_set(head, '$.stage.at', 'set-aside', '$.customer.token', '', '$.customer.name', '') WHERE id = ?`);
  let aside = 0;
  for (const row of z.array(saleRow).parse(waiting.all())) {
    const request = requestOf(row, bodies.parse(linesOf.all(row.id)));
    if (request) insert.run({ id: row.id, request: JSON.stringify(request), at: row.at });
    else aside += setAside.run(row.id).changes;
  }
  return aside;
}

/** The request of a receipt, as it was made when it was paid; `null` when a part of it is lost. */
function requestOf({ head, at, who }: z.output<typeof saleRow>, stored: readonly string[]): WriteRequest | null {
  const { id, number, stage, calculation, customer, redemption, certificates, promo } = storedHead.parse(
    JSON.parse(head),
  );
  const lines = stored.map((body) => storedLine.parse(JSON.parse(body)));
  if (!('payment' in stage) || customer?.token === '') return null;
  if (linesTotal(lines) !== (calculation?.total ?? total(stage.payment))) return null;
  return {
    receiptId: id,
    calculationId: calculation?.id ?? '',
    number,
    at,
    cashier: who,
    payment: stage.payment,
    customerToken: customer?.token ?? null,
    lines,
    redemption,
    certificates: certificates.map(({ code, pin, amount }) => ({ code, pin, amount })),
    promo,
  };
}
