import { z } from 'zod';
import { fromRoubles, type Kopecks, LARGEST_AMOUNT } from '../../domain/money.ts';

/** Bodies as the documents describe them. What else a till sends is ignored. */
export const phoneForm = z.object({ phone: z.string() });
export const codeForm = z.object({ qr: z.string() });
export const askPinBody = z.object({ customer_token: z.string() });
export const checkPinBody = z.object({ customer_token: z.string(), pin: z.string() });
export const rollbackBody = z.object({ check_number: z.string().min(1) });

const MOST_ITEMS = 1000;

const roubles = z.number().transform((value, context): Kopecks => {
  const sum = fromRoubles(value);
  if (sum !== null && sum >= 0) return sum;
  context.addIssue('not an amount');
  return z.NEVER;
});

const item = z
  .object({
    code: z.string(),
    index: z.int(),
    mrc: z.number(),
    price: roubles,
    qty: z.number().positive(),
  })
  .refine(({ price, qty }) => price * qty <= LARGEST_AMOUNT / MOST_ITEMS);

export const checkBody = z.object({
  /** `null` is as good as the token of an anonymous customer. */
  customer_token: z.string().nullable(),
  items: z
    .array(item)
    .min(1)
    .max(MOST_ITEMS)
    .refine((items) => new Set(items.map(({ index }) => index)).size === items.length),
  pay_bonus: roubles.nullish(),
});

export const writeBody = checkBody.extend({
  calc_id: z.string(),
  check_number: z.string().min(1),
  check_date: z.iso.datetime({ offset: true }),
  cashier: z.string(),
});

export type CheckBody = z.output<typeof checkBody>;
export type WriteBody = z.output<typeof writeBody>;
