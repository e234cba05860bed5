import { z } from 'zod';
import { amount, soldQuantity } from '../schema/values.ts';

/** Written receipts as the return dialog shows them. Amounts are kopecks, quantities thousandths. */

export const refundSchema = z.object({
  cash: amount,
  card: amount,
  credit: amount.exactOptional(),
  certificates: amount,
  bonuses: amount,
});

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
        sold: soldQuantity,
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
