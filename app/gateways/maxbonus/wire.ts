import { z } from 'zod';
import { fromRoubles, type Kopecks, ZERO } from '../../domain/money.ts';
import type { RefusalReason } from '../../sale/ports.ts';
import type { MAXBONUS_OPERATIONS } from '../../settings/profile.ts';

/**
 * What goes over the wire to and from MaxBonus, and the only place that knows. Sources, as marked:
 *   [manual]   MaxBonus integrator's manual: scenarios, its printed Swagger page of API 2.0.6
 *   [captured] a published exchange of `POST /check` with the live service, April 2021
 *   [assumed]  fixed by neither; the administrator's profile can override paths, header, phone format and envelope
 */
export type Operation = (typeof MAXBONUS_OPERATIONS)[number];

/** Relative to the base URL; all are POST. */
export const PATHS: Readonly<Record<Operation, string>> = {
  identifyByPhone: '/customer/auth', // [manual]
  identifyByCode: '/customer/auth_qr', // [assumed]
  calculate: '/check', // [manual], [captured]
  askPin: '/askpin', // name [manual], place [assumed]
  checkPin: '/checkpin', // name [manual], place [assumed]
  write: '/check/write', // [manual]
  rollback: '/check/rollback', // name [manual], place [assumed]
};

/**
 * How a 422 is told from another. The manual gives «Покупатель не найден» and «Такой чек уже проведен»; that a rollback of
 * a receipt the service never got is answered with «Чек … не найден» is [assumed].
 */
export const REFUSALS: Readonly<Partial<Record<Operation, { phrase: RegExp; reason: RefusalReason }>>> = {
  identifyByPhone: { phrase: /не найден/i, reason: 'not-found' },
  identifyByCode: { phrase: /не найден/i, reason: 'not-found' },
  write: { phrase: /уже провед[её]н/i, reason: 'duplicate' },
  rollback: { phrase: /чек.*не найден|не найден.*чек/i, reason: 'not-found' },
};

// ── requests ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sent as a form [manual]; URL-encoded rather than multipart is [assumed]. */
export type PhoneForm = { readonly phone: string };

/** One field for a QR's content, a card's number and a typed short code [manual]; the field's name is [assumed]. */
export type CodeForm = { readonly qr: string };

/** CalcCheckRequest [captured]. Prices in roubles, `qty` in pieces or kilograms. */
export type CheckRequest = {
  readonly customer_token: string;
  readonly items: readonly CheckItem[];
  /** `null` when no bonuses are to be taken off. */
  readonly pay_bonus: number | null;
};

type CheckItem = {
  readonly code: string;
  readonly index: number;
  /** Always 0.0 as captured; presumably the maximum retail price of tobacco. */
  readonly mrc: number;
  readonly price: number;
  readonly qty: number;
};

/** WriteCheckRequest: the calculated receipt and «id расчета» [manual]; names but `calc_id` are [assumed]. */
export type WriteCheckRequest = CheckRequest & {
  readonly calc_id: string;
  /** Our own id of the receipt, the same in a repeated write. */
  readonly check_number: string;
  /** ISO 8601 with the offset of the till's clock. */
  readonly check_date: string;
  readonly cashier: string;
};

/** [assumed] */
export type RollbackRequest = { readonly check_number: string };

/** [assumed] */
export type AskPinRequest = { readonly customer_token: string };

/** [assumed] */
export type CheckPinRequest = AskPinRequest & { readonly pin: string };

// ── answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A number, or one in quotes as PHP services send now and then. Finite. */
const decimal = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,15})?$/)
    .transform(Number),
]);
const whole = decimal.refine(Number.isSafeInteger);

/** Roubles. A negative or absurdly large sum makes the whole answer unreadable. */
const amount = decimal.transform((roubles, context): Kopecks => {
  const sum = fromRoubles(roubles);
  if (sum !== null && sum >= 0) return sum;
  context.addIssue('not an amount');
  return z.NEVER;
});
const amountOrZero = amount.nullish().transform((sum) => sum ?? ZERO);
const text = z.string().nullish();

/** The wrapping of every answer [captured]; the manual's samples show answers without it. */
export const envelope = z.object({ statusCode: whole, data: z.unknown().optional() });

/** No answer of the service has a `statusCode` of its own. */
export function isEnvelope(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'statusCode' in body;
}

/** What a refusal says, in the place of the envelope or bare; `message` is for the cashier [manual], its name [captured]. */
export const refusal = z.object({ message: z.string().min(1) });

/** CustomerAuthResponse [manual]: every field is optional there, but nothing can be done without the token. */
export const customerAnswer = z.object({
  token: z.string().min(1).max(4096),
  first_name: text,
  middle_name: text,
  last_name: text,
  total_bonus: amountOrZero,
  phone: text,
  exists_chatbot: z.boolean().nullish(),
  /** In the manual's sample only; that other than zero asks for a PIN before a write-off is [assumed]. */
  n_checkpin: whole.nullish(),
});
export type CustomerAnswer = z.output<typeof customerAnswer>;

/** CalcCheckResponse [captured]. */
export const checkAnswer = z.object({
  calc_id: z.string().min(1).max(256),
  customer_total_bonus: amountOrZero,
  total_max_bonus_can_pay: amount,
  total_bonus_pay: amount,
  total_add_bonus: amount,
  total_discount: amount,
  /** Before or after discounts and bonuses is not said: see calculation.ts. */
  total_check_amount: amount,
  items: z.array(
    z.object({
      index: whole,
      calc_discount: amountOrZero,
      pay_bonus: amountOrZero,
      calc_bonus_add: amountOrZero,
      /** That this says «no such article» is [assumed]. */
      not_exist: z.boolean().nullish(),
    }),
  ),
});
export type CheckAnswer = z.output<typeof checkAnswer>;

/** WriteCheckResponse: has a text to print [manual]; all names are [assumed], after those of the calculation. */
export const writeAnswer = z.object({
  text,
  lines: z.array(z.string()).max(1000).nullish(),
  total_bonus_pay: amount.nullish(),
  total_add_bonus: amount.nullish(),
  /** After this receipt. */
  customer_total_bonus: amount.nullish(),
});
export type WriteAnswer = z.output<typeof writeAnswer>;
