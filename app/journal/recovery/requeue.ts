import { z } from 'zod';
import { minus, plus } from '../../domain/money.ts';
import type { Payment } from '../../domain/payment.ts';
import { linesTotal } from '../../domain/receipt.ts';
import type { WriteRequest } from '../../sale/ports.ts';
import type { JournalWriter } from '../connection.ts';
import { storedHead, storedLine } from '../stored.ts';

const saleRow = z.object({ id: z.string(), head: z.string(), at: z.int(), who: z.string() });
const bodies = z.array(z.string());

/**
 * Receipts and returns whose service has yet to be told, and whose outbox entry is lost, get a new one: in doubt, so that the
 * service settles what it has already. A receipt that is not whole any more, or whose customer only the entry knew, is set
 * aside: else it would hold up the till.
 */
export function requeue(db: JournalWriter): void {
  db.exec(`
    INSERT INTO outbox (kind, lane, request, in_doubt, at)
    SELECT 'receipt-return', sale_id, request, 1, at FROM receipt_return AS one
    WHERE stage = 'writing' AND NOT EXISTS (
      SELECT 1 FROM outbox WHERE kind = 'receipt-return' AND request ->> '$.request.id' = one.id)`);
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
  for (const row of z.array(saleRow).parse(waiting.all())) {
    const request = requestOf(row, bodies.parse(linesOf.all(row.id)));
    if (request) insert.run({ id: row.id, request: JSON.stringify(request), at: row.at });
    else setAside.run(row.id);
  }
}

/** The request of a receipt, as it was made when it was paid; `null` when a part of it is lost. */
function requestOf({ head, at, who }: z.output<typeof saleRow>, stored: readonly string[]): WriteRequest | null {
  const { id, number, stage, calculation, customer, redemption, certificates, promo } = storedHead.parse(
    JSON.parse(head),
  );
  const lines = stored.map((body) => storedLine.parse(JSON.parse(body)));
  if (!('payment' in stage) || customer?.token === '') return null;
  if (linesTotal(lines) !== (calculation?.total ?? taken(stage.payment))) return null;
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

function taken({ cash, card, change }: Payment): number {
  return minus(plus(cash, card), change);
}
