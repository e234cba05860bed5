import { z } from 'zod';
import type { Kopecks } from '../../domain/money.ts';
import { type ReceiptFilter, type ReceiptRow, receiptRow } from '../../schema/receipts.ts';
import { amount } from '../../schema/values.ts';
import type { JournalReader } from '../connection.ts';
import { selectionOf } from '../receipt-filter.ts';
import { ROW_COLUMNS } from '../receipt-list.ts';

/** A receipt as it is exported. */
export type ExportedReceipt = ReceiptRow & {
  /** Epoch ms. */
  readonly openedAt: number;
  /** Who took the money; empty for a receipt that nobody paid. */
  readonly cashier: string;
  readonly cash: Kopecks;
  readonly card: Kopecks;
  readonly credit: Kopecks;
  readonly discount: Kopecks;
  readonly certificates: Kopecks;
};

/** How a file of receipts is put together. */
export type ExportForm = {
  readonly head: string;
  row(receipt: ExportedReceipt): string;
  readonly tail: string;
};

const exportedRow = receiptRow.extend({
  openedAt: z.int(),
  cashier: z.string(),
  cash: amount,
  card: amount,
  credit: amount,
  discount: amount,
  certificates: amount,
}) satisfies z.ZodType<ExportedReceipt>;

const COLUMNS = `
  ${ROW_COLUMNS}, opened_at AS openedAt,
  coalesce((SELECT who FROM event WHERE subject = sale.id AND kind = 'write-started' ORDER BY id DESC LIMIT 1), '') AS cashier,
  coalesce(head ->> '$.stage.payment.cash', head ->> '$.taken.cash', 0) AS cash,
  coalesce(head ->> '$.stage.payment.card', head ->> '$.taken.card', 0) AS card,
  coalesce(head ->> '$.stage.payment.credit', head ->> '$.taken.credit', 0) AS credit,
  coalesce(head ->> '$.calculation.discount', 0) AS discount,
  coalesce(head ->> '$.calculation.certificates', 0) AS certificates`;

/** The receipts that the filter lets through, newest number first, one after the other and all as they stand at the first. */
export function* exportedReceipts(db: JournalReader, filter: ReceiptFilter): Generator<ExportedReceipt> {
  const { from, values } = selectionOf(filter);
  const select = db.prepare<object>(`SELECT ${COLUMNS} FROM ${from} ORDER BY number DESC`);
  for (const row of select.iterate(values)) yield exportedRow.parse(row);
}
