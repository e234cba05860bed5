import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT, roundHalfUp } from '../domain/money.ts';

const roubles = z
  .number()
  .min(0)
  .max(LARGEST_AMOUNT / 100)
  .transform((value) => roundHalfUp(value * 100) as Kopecks);

export const goodsSchema = z.strictObject({
  code: z.string().min(1).max(64),
  barcode: z.string().min(1).max(64).optional(),
  name: z.string().min(1).max(200),
  price: roubles,
  weighed: z.boolean().default(false),
});
