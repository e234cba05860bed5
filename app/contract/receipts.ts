import { z } from 'zod';
import type { Kopecks } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';

/** Written receipts as the return dialog shows them. Amounts are kopecks, quantities thousandths. */
const amount = z.int().transform((value) => value as Kopecks);

export const refundSchema = z.object({ cash: amount, card: amount, certificates: amount, bonuses: amount });

export const receiptsSchema = z.array(
  z.object({
    id: z.string(),
    number: z.int(),
    /** Epoch ms. */
    writtenAt: z.int(),
    /** What was paid with money. */
    paid: amount,
    phoneEnding: z.string().nullable(),
    lines: z.array(
      z.object({
        index: z.int(),
        name: z.string(),
        weighed: z.boolean(),
        sold: z.int().transform((value) => value as Quantity),
        /** Still to be given back; 0 when all of it was. */
        returnable: z.int().min(0),
        price: amount,
      }),
    ),
  }),
);

export type Receipts = z.output<typeof receiptsSchema>;
export type ReceiptView = Receipts[number];
export type RefundView = z.output<typeof refundSchema>;
