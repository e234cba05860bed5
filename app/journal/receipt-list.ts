import { z } from 'zod';
import { type ReceiptFilter, type ReceiptPage, receiptRow } from '../schema/receipts.ts';
import type { JournalReader } from './connection.ts';
import { STATE, selectionOf } from './receipt-filter.ts';

/** What a row of the list is read from, and of whatever else begins with one. Bonuses count as taken off from the payment on. */
export const ROW_COLUMNS = `
  id, number, at, ${STATE} AS state, phone_ending AS phoneEnding,
  coalesce(head ->> '$.stage.payment.cash', head ->> '$.taken.cash', 0)
    + coalesce(head ->> '$.stage.payment.card', head ->> '$.taken.card', 0)
    + coalesce(head ->> '$.stage.payment.credit', head ->> '$.taken.credit', 0) AS paid,
  coalesce(head ->> '$.stage.outcome.redeemed', iif(head -> '$.stage.payment' IS NULL, 0, head ->> '$.calculation.redeemed'), 0)
    AS redeemed,
  coalesce(head ->> '$.stage.outcome.accrued', 0) AS accrued`;

/** Receipts that the filter lets through, newest number first: at most `most` of them from the `offset`th on. */
export function listReceipts(db: JournalReader, filter: ReceiptFilter, offset: number, most: number): ReceiptPage {
  const { from, values } = selectionOf(filter);
  const page = `SELECT number FROM ${from} ORDER BY number DESC LIMIT @most OFFSET @offset`;
  const select = db.prepare<object>(`SELECT ${ROW_COLUMNS} FROM sale WHERE number IN (${page}) ORDER BY number DESC`);
  const count = db.prepare<object>(`SELECT count(*) FROM ${from}`).pluck();
  return {
    rows: z.array(receiptRow).parse(select.all({ ...values, most, offset })),
    total: z.int().parse(count.get(values)),
  };
}
