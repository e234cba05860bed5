import { z } from 'zod';
import type { Calculation } from '../domain/calculation.ts';
import type { Certificate } from '../domain/certificate.ts';
import type { Customer } from '../domain/customer.ts';
import { type Money, NO_MONEY, type Payment } from '../domain/payment.ts';
import { PROBLEM_CODES, type Problem } from '../domain/problem.ts';
import type { Line } from '../domain/receipt.ts';
import type { SlipBlock, SlipDocument } from '../domain/slip.ts';
import type { EntryOf } from '../sale/outbox/entry.ts';
import type { PendingReturn, WriteRequest } from '../sale/ports.ts';
import type { Sale, WriteOutcome } from '../sale/sale.ts';
import { amount, receiptId, soldQuantity } from '../schema/values.ts';

/** The shapes of the JSON that stands in the journal, checked each time a row is read. */

const money = z.object({ cash: amount, card: amount, credit: amount.exactOptional() }) satisfies z.ZodType<Money>;

const payment = money.extend({ change: amount }) satisfies z.ZodType<Payment>;

const slipBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    align: z.enum(['left', 'center']).exactOptional(),
    bold: z.boolean().exactOptional(),
    large: z.boolean().exactOptional(),
    table: z.int().exactOptional(),
  }),
  z.object({
    kind: z.literal('pair'),
    label: z.string(),
    value: z.string(),
    bold: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('space') }),
  z.object({ kind: z.literal('qr'), data: z.string() }),
  z.object({ kind: z.literal('barcode'), symbology: z.enum(['code128', 'ean13']), data: z.string() }),
]) satisfies z.ZodType<SlipBlock>;

const outcome = z.object({
  redeemed: amount,
  accrued: amount,
  balance: amount.nullable(),
  text: z.array(z.union([z.string(), slipBlock])),
}) satisfies z.ZodType<WriteOutcome>;

const customer = z.object({
  token: z.string(),
  name: z.string(),
  phoneEnding: z.string(),
  balance: amount,
  hasChatBot: z.boolean(),
  pinRequired: z.boolean(),
}) satisfies z.ZodType<Customer>;

const certificate = z.object({
  code: z.string(),
  pin: z.string(),
  forgotten: z.literal(true).exactOptional(),
  amount,
  balance: amount,
}) satisfies z.ZodType<Certificate>;

const calculation = z.object({
  id: z.string(),
  total: amount,
  discount: amount,
  redemptionLimit: amount,
  redeemed: amount,
  accrued: amount,
  certificates: amount,
  promo: z.object({ accepted: z.boolean(), message: z.string() }).nullable(),
  campaign: z.string().exactOptional(),
  balance: amount.nullable(),
  due: amount,
  lines: z.array(
    z.object({ index: z.int(), discount: amount, redeemed: amount, accrued: amount, unknown: z.boolean() }),
  ),
}) satisfies z.ZodType<Calculation>;

export const storedLine = z.object({
  index: z.int().min(1),
  product: z.object({
    code: z.string(),
    barcode: z.string().nullable(),
    name: z.string(),
    price: amount,
    weighed: z.boolean(),
  }),
  quantity: soldQuantity,
  mark: z.string().exactOptional(),
  benefit: z
    .object({ caseId: z.int(), name: z.string(), price: amount, pieceOf: z.int().exactOptional() })
    .exactOptional(),
}) satisfies z.ZodType<Line>;

/** A sale without its lines, which are rows of their own. */
export const storedHead = z.object({
  id: receiptId,
  number: z.int().min(1),
  nextIndex: z.int().min(1),
  selected: z.int().nullable(),
  customer: customer.nullable(),
  redemption: amount,
  calculation: calculation.nullable(),
  redemptionLimit: amount.nullable(),
  pin: z.object({ asked: z.boolean(), confirmedUpTo: amount }),
  certificates: z.array(certificate),
  promo: z.string().nullable(),
  // Receipts of before these were kept lack them.
  taken: money.default(NO_MONEY),
  waived: z.boolean().default(false),
  stage: z.discriminatedUnion('at', [
    z.object({ at: z.enum(['open', 'held', 'discarded']) }),
    z.object({ at: z.enum(['writing', 'in-doubt', 'queued', 'set-aside']), payment }),
    z.object({ at: z.literal('written'), payment, outcome }),
  ]),
}) satisfies z.ZodType<Omit<Sale, 'lines'>>;

export const storedRequest = z.object({
  receiptId,
  calculationId: z.string(),
  number: z.int(),
  at: z.int(),
  cashier: z.string(),
  payment,
  customerToken: z.string().nullable(),
  lines: z.array(storedLine),
  redemption: amount,
  certificates: z.array(certificate.omit({ balance: true })),
  promo: z.string().nullable(),
}) satisfies z.ZodType<WriteRequest>;

export const storedReturn = z.object({
  request: z.object({
    id: z.string(),
    receiptId,
    at: z.int(),
    cashier: z.string(),
    lines: z.array(storedLine),
  }),
  given: z.array(storedLine),
  refund: z.object({
    cash: amount,
    card: amount,
    credit: amount.exactOptional(),
    certificates: amount,
    bonuses: amount,
  }),
}) satisfies z.ZodType<PendingReturn>;

export const storedSlip = z.object({ blocks: z.array(slipBlock) }) satisfies z.ZodType<SlipDocument>;

/** The slip in a document of the journal; `null` for one that is damaged, or that no version of this program can read. */
export function slipIn(document: string): z.output<typeof storedSlip> | null {
  try {
    return storedSlip.parse(JSON.parse(document));
  } catch {
    return null;
  }
}

export const storedProblem = z.object({
  code: z.enum(PROBLEM_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
}) satisfies z.ZodType<Problem>;

export const storedConfirmation = z.object({
  caseId: z.int(),
  confirmation: z.object({
    transactionId: z.int(),
    clientId: z.int(),
    benefitCategoryId: z.int(),
    price: amount.nullable(),
    discountedPrice: amount.nullable(),
  }),
}) satisfies z.ZodType<EntryOf<'benefit-confirmation'>['request']>;

export const storedRefusal = z.object({ transactionId: z.int() }) satisfies z.ZodType<
  EntryOf<'benefit-refusal'>['request']
>;
