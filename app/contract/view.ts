import { z } from 'zod';
import { PROBLEM_CODES } from '../domain/problem.ts';
import { amount, soldQuantity } from '../schema/values.ts';

/**
 * All that the renderer may see, as one snapshot. Main pushes a new one after every change; the renderer shows it and
 * keeps nothing of its own but focus, drafts of fields and open dialogs. Amounts are kopecks, quantities thousandths.
 */

const problemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const lineView = z.object({
  index: z.int(),
  name: z.string(),
  /** What identifies the goods to a person: the barcode, else the article. */
  code: z.string(),
  weighed: z.boolean(),
  quantity: soldQuantity,
  price: amount,
  /** Off the line by promotions, without bonuses; zero while nothing is calculated. */
  discount: amount,
  total: amount,
  /** MaxBonus does not know this product. */
  unknown: z.boolean(),
});

const customerView = z.object({
  name: z.string(),
  phoneEnding: z.string(),
  balance: amount,
  hasChatBot: z.boolean(),
});

const saleView = z.object({
  number: z.int(),
  stage: z.enum(['open', 'writing', 'in-doubt', 'written']),
  lines: z.array(lineView),
  selected: z.int().nullable(),
  customer: customerView.nullable(),
  totals: z.object({ lines: amount, discount: amount, redeemed: amount, certificates: amount, due: amount }),
  /** The shown totals are the service's answer for just this receipt. */
  calculated: z.boolean(),
  redemption: z.object({
    chosen: amount,
    limit: amount.nullable(),
    /** Bonuses left after this receipt and bonuses to come; `null` until calculated. */
    left: amount.nullable(),
    accrued: amount.nullable(),
  }),
  /** Gift certificates on this receipt, in the order in which they were added. */
  certificates: z.array(z.object({ ending: z.string(), amount, balance: amount })),
  /** The promo code; `answer` is what the service made of it, `null` until calculated. */
  promo: z
    .object({ code: z.string(), answer: z.object({ accepted: z.boolean(), message: z.string() }).nullable() })
    .nullable(),
  pin: z.object({ needed: z.boolean(), asked: z.boolean(), confirmed: z.boolean() }),
  /** Once written: what the service did, and the change to hand back. */
  done: z
    .object({
      redeemed: amount,
      accrued: amount,
      balance: amount.nullable(),
      paid: amount,
      change: amount,
      /** The slip as it prints, line by line; empty when nothing printed. */
      slip: z.array(z.string()),
      print: z.enum(['queued', 'sending', 'sent', 'confirmed', 'failed', 'no-printer']),
    })
    .nullable(),
});

const deviceState = z.enum(['ok', 'warning', 'down', 'unknown']);

/** One light in the header: a service, a scanner, a printer. */
const light = z.object({
  id: z.string(),
  kind: z.enum(['service', 'scanner', 'printer']),
  name: z.string(),
  state: deviceState,
  problem: problemSchema.nullable(),
});

/** Two or more readings of one code: the cashier settles it with one key. */
const question = z.object({
  id: z.int(),
  text: z.string(),
  options: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('amount'), amount }),
      z.object({ kind: z.literal('customer-phone'), ending: z.string() }),
      z.object({ kind: z.literal('customer-code') }),
      z.object({ kind: z.literal('certificate') }),
      z.object({ kind: z.literal('promo') }),
      z.object({ kind: z.literal('anonymous') }),
      z.object({ kind: z.literal('product'), name: z.string(), price: amount }),
    ]),
  ),
});

export const viewSchema = z.object({
  /** Counts up with every snapshot, so that a late one is told from a new one. */
  revision: z.int(),
  outlet: z.object({ name: z.string(), till: z.string(), cashier: z.string() }),
  /** What a trainee may scan or type, and the PIN of the latest SMS; `null` in a real shop. */
  training: z
    .object({ pin: z.string().nullable(), phone: z.string(), card: z.string(), barcode: z.string() })
    .nullable(),
  sale: saleView,
  /** What the desk is waiting for; scans are still taken. */
  busy: z
    .enum([
      'identifying',
      'calculating',
      'asking-pin',
      'checking-pin',
      'writing',
      'resolving',
      'looking-up',
      'registering',
      'returning',
      'sending-chat-bot',
    ])
    .nullable(),
  /** The last thing to tell the cashier; a new `id` each time. */
  notice: problemSchema.extend({ id: z.int(), tone: z.enum(['info', 'warning', 'error']) }).nullable(),
  question: question.nullable(),
  /** A certificate that was looked up and can pay: the cashier says how much of it. */
  certificate: z.object({ ending: z.string(), balance: amount, suggested: amount }).nullable(),
  /** A new customer who was sent a PIN. */
  registration: z.object({ phoneEnding: z.string() }).nullable(),
  /** A return whose outcome is open. */
  returnInDoubt: z.object({ number: z.int() }).nullable(),
  lights: z.array(light),
  /** Slips not yet printed. */
  queue: z.int(),
});

export type View = z.infer<typeof viewSchema>;
export type SaleView = View['sale'];
export type LineView = SaleView['lines'][number];
export type CustomerView = NonNullable<SaleView['customer']>;
export type Light = View['lights'][number];
export type Question = NonNullable<View['question']>;
export type Notice = NonNullable<View['notice']>;
