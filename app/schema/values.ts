import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT } from '../domain/money.ts';
import { LARGEST_QUANTITY, type Quantity } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';

/** Schemas of the domain's own values, for every border they cross: IPC, database, files. */

/** Of a command without input or without answer. */
export const nothing = z.undefined();

/** Kopecks, also below zero. */
export const amount = z
  .int()
  .min(-LARGEST_AMOUNT)
  .max(LARGEST_AMOUNT)
  .transform((value) => value as Kopecks);

/** Kopecks that a person gave or typed. */
export const paidAmount = z
  .int()
  .min(0)
  .max(LARGEST_AMOUNT)
  .transform((value) => value as Kopecks);

/** Thousandths of a piece or a kilogram. */
export const soldQuantity = z
  .int()
  .min(1)
  .max(LARGEST_QUANTITY)
  .transform((value) => value as Quantity);

/** A UUID, with room for what an older program or a test calls a receipt. */
export const receiptId = z
  .string()
  .min(1)
  .max(100)
  .transform((value) => value as ReceiptId);

/** The outcome of something that may fail. */
export function resultOf<Value extends z.ZodType, Failure extends z.ZodType>(value: Value, failure: Failure) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: failure }),
  ]);
}
