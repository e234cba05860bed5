import { z } from 'zod';
import { fromRoubles, type Kopecks, LARGEST_AMOUNT } from '../../domain/money.ts';

/** Bodies as the documents describe them. What else a till sends is ignored. */
export const phoneForm = z.object({ phone: z.string() });
export const codeForm = z.object({ qr: z.string() });
export const sessionBody = z.object({ customer_token: z.string() });
export const checkPinBody = sessionBody.extend({ pin: z.string() });
export const rollbackBody = z.object({ check_number: z.string().min(1) });
export const certificateQuery = z.object({ code: z.string(), pin: z.string().default('') });

export const repeatPinForm = phoneForm.extend({ register_request: z.string().optional() });

const name = z
  .string()
  .max(100)
  .nullish()
  .transform((text) => text?.trim() ?? '');

/** CustomerRegisterRequest with the questionnaire of the manual's appendix 1. */
export const registerBody = repeatPinForm.extend({
  pin: z.string(),
  first_name: name,
  middle_name: name,
  last_name: name,
  birthday: z.iso.date().nullish(),
  gender: z.literal([0, 1, 2]).nullish(),
});

const MOST_ITEMS = 1000;
/** Less than a gram of anything is nothing. */
const LEAST_QUANTITY = 0.001;

function asKopecks(value: number, context: { addIssue(issue: string): void }): Kopecks {
  const sum = fromRoubles(value);
  if (sum !== null && sum >= 0) return sum;
  context.addIssue('not an amount');
  return z.NEVER;
}

const roubles = z.number().transform(asKopecks);

const item = z
  .object({
    code: z.string(),
    index: z.int(),
    mrc: z.number(),
    price: roubles,
    qty: z.number().min(LEAST_QUANTITY),
  })
  .refine(({ price, qty }) => price * qty <= LARGEST_AMOUNT / MOST_ITEMS);

const items = z
  .array(item)
  .max(MOST_ITEMS)
  .refine((all) => new Set(all.map(({ index }) => index)).size === all.length);

/** All three are texts in the manual, scenario 3. */
const certificate = z.object({
  code: z.string().min(1),
  pin: z.string(),
  summ: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/)
    .transform(Number)
    .transform(asKopecks),
});

const promoText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');

export const checkBody = z.object({
  /** `null` is as good as the token of an anonymous customer. */
  customer_token: z.string().nullable(),
  items: items.min(1),
  pay_bonus: roubles.nullish(),
  certificate: z.array(certificate).max(20).default([]),
  coupon: promoText,
  gift_code: promoText,
});

export const writeBody = checkBody.extend({
  calc_id: z.string(),
  check_number: z.string().min(1),
  check_date: z.iso.datetime({ offset: true }),
  cashier: z.string(),
});

/** No items: the whole receipt comes back. */
export const returnBody = z.object({
  check_number: z.string().min(1),
  return_number: z.string().min(1),
  return_date: z.iso.datetime({ offset: true }),
  cashier: z.string(),
  items,
});

const good = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  group: z.string().nullable(),
  price: roubles,
  barcode: z.string().nullable(),
});

const group = z.object({ code: z.string().min(1), name: z.string().min(1), parent: z.string().nullable() });

export const importBody = z.object({
  groups: z.array(group),
  items: z.array(good),
});

export type CheckBody = z.output<typeof checkBody>;
export type WriteBody = z.output<typeof writeBody>;
export type RegisterBody = z.output<typeof registerBody>;
export type ImportedGood = z.output<typeof good>;
export type ImportedGroup = z.output<typeof group>;
