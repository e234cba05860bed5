import { z } from 'zod';
import type { CalculatedLine } from '../domain/calculation.ts';
import { minus, ZERO } from '../domain/money.ts';
import { type Line, lineTotal, type ReceiptId } from '../domain/receipt.ts';
import type { PendingReturn } from '../sale/ports.ts';
import { type ReceiptFacts, receiptFacts, receiptRow } from '../schema/receipts.ts';
import type { JournalReader } from './connection.ts';
import { eventsOf } from './event-log.ts';
import { ROW_COLUMNS } from './receipt-list.ts';
import { slipIn, storedHead, storedLine, storedReturn, storedSlip } from './stored.ts';

/** All that the journal knows of one receipt; `slip`: as it was first queued, `null` when none was, or none that can be read. */
export const receiptDetailsSchema = receiptFacts.extend({ slip: storedSlip.nullable() });

export type ReceiptDetails = z.output<typeof receiptDetailsSchema>;

const json = z.object({ json: z.string() });
const detailedRow = receiptRow.extend({ openedAt: z.int(), head: z.string() });
const returnRow = z.object({ json: z.string(), stage: z.string() });

/** `null` when the journal has no such receipt. */
export function receiptDetails(db: JournalReader, id: ReceiptId): ReceiptDetails | null {
  const stored = db.prepare(`SELECT ${ROW_COLUMNS}, opened_at AS openedAt, head FROM sale WHERE id = ?`).get(id);
  if (stored === undefined) return null;
  const { head, ...row } = detailedRow.parse(stored);
  const { calculation, stage, taken } = storedHead.parse(JSON.parse(head));
  const returns = returnsOf(db, id);
  const { cash, card, credit = ZERO, change } = 'payment' in stage ? stage.payment : { ...taken, change: ZERO };
  return {
    ...row,
    lines: linesOf(db, id, calculation?.lines ?? [], givenBack(returns)),
    discount: calculation?.discount ?? ZERO,
    certificates: calculation?.certificates ?? ZERO,
    cash,
    card,
    credit,
    change,
    returns: returns.map(({ pending: { request, refund }, inDoubt }) => {
      return { ...refund, id: request.id, at: request.at, inDoubt };
    }),
    slip: slipOf(db, id),
    events: eventsOf(db, id),
  };
}

function linesOf(
  db: JournalReader,
  id: ReceiptId,
  calculated: readonly CalculatedLine[],
  returned: ReadonlyMap<number, number>,
): ReceiptFacts['lines'] {
  const discounts = new Map(calculated.map(({ index, discount }) => [index, discount]));
  const rows = db.prepare('SELECT body AS json FROM sale_line WHERE sale_id = ? ORDER BY line_index').all(id);
  return rows.map((row) => {
    const line: Line = storedLine.parse(JSON.parse(json.parse(row).json));
    const { index, product, quantity } = line;
    const discount = discounts.get(index) ?? ZERO;
    return {
      index,
      name: product.name,
      code: product.barcode ?? product.code,
      weighed: product.weighed,
      quantity,
      price: product.price,
      discount,
      total: minus(lineTotal(line), discount),
      returned: returned.get(index) ?? 0,
    };
  });
}

type Return = { readonly pending: PendingReturn; readonly inDoubt: boolean };

function returnsOf(db: JournalReader, id: ReceiptId): readonly Return[] {
  const select = db.prepare(
    "SELECT request AS json, stage FROM receipt_return WHERE sale_id = ? AND stage <> 'refused' ORDER BY rowid",
  );
  return z
    .array(returnRow)
    .parse(select.all(id))
    .map(({ json: request, stage }) => ({
      pending: storedReturn.parse(JSON.parse(request)),
      inDoubt: stage === 'writing',
    }));
}

/** In thousandths, by line index. */
function givenBack(returns: readonly Return[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { index, quantity } of returns.flatMap(({ pending }) => pending.given)) {
    sums.set(index, (sums.get(index) ?? 0) + quantity);
  }
  return sums;
}

function slipOf(db: JournalReader, id: ReceiptId): ReceiptDetails['slip'] {
  const row = db
    .prepare(`
      SELECT document AS json FROM print_job
      WHERE sale_id = ? AND kind IN ('sale', 'notice') AND copy = 0 ORDER BY id DESC LIMIT 1`)
    .get(id);
  return row === undefined ? null : slipIn(json.parse(row).json);
}
