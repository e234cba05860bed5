import { z } from 'zod';
import { RECEIPT_STATES } from '../domain/receipt-state.ts';
import { amount, receiptId, soldQuantity } from './values.ts';

/** Receipts of the journal as they pass from its worker to main and on to the screen. */

/** Epoch ms. */
const moment = z.int();

/** Which receipts are meant; what is `null` or empty lets all through. */
export const receiptFilter = z.object({
  /** Paid or cancelled, else opened, at that time or later. */
  from: moment.nullable(),
  /** The same before that time. */
  until: moment.nullable(),
  /** The receipt's number or the last digits of the customer's phone begin so. */
  text: z.string().trim().max(20),
  state: z.enum(RECEIPT_STATES).nullable(),
});

/** Some rows of the filtered journal, newest number first. */
export const receiptRange = z.object({
  filter: receiptFilter,
  /** Rows before the first one wanted. */
  offset: z.int().min(0),
  most: z.int().min(1).max(200),
});

export const receiptRow = z.object({
  id: receiptId,
  number: z.int(),
  /** When it was paid or cancelled, else when it was opened. */
  at: moment,
  state: z.enum(RECEIPT_STATES),
  /** Money taken. */
  paid: amount,
  redeemed: amount,
  /** As the service has confirmed it. */
  accrued: amount,
  phoneEnding: z.string().nullable(),
});

/** `total` counts all that the filter lets through. */
export const receiptPage = z.object({ rows: z.array(receiptRow).readonly(), total: z.int() });

const soldLine = z.object({
  index: z.int(),
  name: z.string(),
  /** The barcode, else the article. */
  code: z.string(),
  weighed: z.boolean(),
  quantity: soldQuantity,
  price: amount,
  /** Off the line by promotions, without bonuses; zero while nothing is calculated. */
  discount: amount,
  total: amount,
  /** How much of it came back, in thousandths. */
  returned: z.int(),
});

/** Goods given back; `inDoubt`: its service has yet to confirm it. */
const goodsBack = z.object({
  id: z.string(),
  at: moment,
  inDoubt: z.boolean(),
  cash: amount,
  card: amount,
  credit: amount.exactOptional(),
  certificates: amount,
  bonuses: amount,
});

/** What happened, as the event log has it. */
const receiptEvent = z.object({
  id: z.int(),
  at: moment,
  who: z.string(),
  kind: z.string(),
  body: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** All that the journal knows of a receipt but its slip; returns and events oldest first. */
export const receiptFacts = receiptRow.extend({
  openedAt: moment,
  lines: z.array(soldLine).readonly(),
  discount: amount,
  certificates: amount,
  cash: amount,
  card: amount,
  credit: amount,
  change: amount,
  returns: z.array(goodsBack).readonly(),
  events: z.array(receiptEvent).readonly(),
});

export type ReceiptFilter = z.output<typeof receiptFilter>;
export type ReceiptRow = z.output<typeof receiptRow>;
export type ReceiptPage = z.output<typeof receiptPage>;
export type ReceiptFacts = z.output<typeof receiptFacts>;
