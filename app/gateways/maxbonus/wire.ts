import { z } from 'zod';
import { fromRoubles, type Kopecks, ZERO } from '../../domain/money.ts';

/**
 * What goes over the wire to and from MaxBonus; with operations.ts the only place that knows. Sources, as marked:
 *   [manual]   MaxBonus integrator's manual: scenarios, its printed Swagger page of API 2.0.6
 *   [captured] a published exchange of `POST /check` with the live service, April 2021
 *   [assumed]  fixed by neither; the administrator's profile can override paths, names of fields, header, phone format
 *              and envelope
 */

// ── requests ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sent as a form [manual]; URL-encoded rather than multipart is [assumed]. */
export type PhoneForm = { readonly phone: string };

/** One field for a QR's content, a card's number and a typed short code [manual]; the field's name is [assumed]. */
export type CodeForm = { readonly qr: string };

/** Form rather than JSON is [assumed]; the ticket's name stands in the manual's sample of an answer. */
export type RepeatPinForm = PhoneForm & { readonly register_request?: string };

/** CustomerRegisterRequest [manual]: names but those of CustomerAuthResponse are [assumed]. */
export type RegisterRequest = RepeatPinForm & {
  readonly pin: string;
  readonly first_name: string;
  /** Patronymic. */
  readonly middle_name: string;
  readonly last_name: string;
  /** YYYY-MM-DD. */
  readonly birthday: string | null;
  /** 0 not told, 1 male, 2 female. */
  readonly gender: 0 | 1 | 2;
};

/** CalcCheckRequest [captured]; what has a question mark is left out when there is none. Prices in roubles. */
export type CheckRequest = {
  readonly customer_token: string;
  readonly items: readonly CheckItem[];
  /** `null` when no bonuses are to be taken off. */
  readonly pay_bonus: number | null;
  /** [captured] */
  readonly coupon?: string;
  /** [manual] */
  readonly gift_code?: string;
  /** [manual] */
  readonly certificate?: readonly TenderedCertificate[];
};

/** `qty` in pieces or kilograms. */
export type CheckItem = {
  readonly code: string;
  readonly index: number;
  /** Always 0.0 as captured; presumably the maximum retail price of tobacco. */
  readonly mrc: number;
  readonly price: number;
  readonly qty: number;
};

/** All three are texts in the manual's sample; that `summ` has two decimals after a point is [assumed]. */
type TenderedCertificate = { readonly code: string; readonly pin: string; readonly summ: string };

/** WriteCheckRequest: the calculated receipt and «id расчета» [manual]; names but `calc_id` are [assumed]. */
export type WriteCheckRequest = CheckRequest & {
  readonly calc_id: string;
  /** Our own id of the receipt, the same in a repeated write. */
  readonly check_number: string;
  /** ISO 8601 with the offset of the till's clock. */
  readonly check_date: string;
  readonly cashier: string;
};

/**
 * No items stand for the whole receipt [manual]; all names are [assumed]. So is `return_number`, our own id of the return:
 * by it the service tells a repeated request from a second return.
 */
export type ReturnCheckRequest = {
  readonly check_number: string;
  readonly return_number: string;
  readonly return_date: string;
  readonly cashier: string;
  readonly items: readonly CheckItem[];
};

/** [assumed] */
export type RollbackRequest = { readonly check_number: string };

/** [assumed] */
export type CertificateQuery = { readonly code: string; readonly pin?: string };

/** Of `askpin` and of the SMS with the chat bot [assumed]. */
export type CustomerRequest = { readonly customer_token: string };

/** [assumed] */
export type CheckPinRequest = CustomerRequest & { readonly pin: string };

/**
 * A part of the shop's goods with the groups that they are in, those above included: goods and groups are [manual] («выгрузка
 * номенклатуры товара и товарных групп»). That they join those sent before is [assumed], as are the names. Prices in roubles.
 */
export type ImportRequest = {
  readonly groups: readonly { readonly code: string; readonly name: string; readonly parent: string | null }[];
  readonly items: readonly {
    readonly code: string;
    readonly name: string;
    readonly group: string | null;
    readonly price: number;
    readonly barcode: string | null;
  }[];
};

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

/** The manual sends ten eights for an anonymous customer, the live service echoed eleven [captured]. */
export function isAnonymous(customerToken: string): boolean {
  return /^8{8,}$/.test(customerToken);
}

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

/** Of «Запрос регистрации»; that it hands out the `register_request` of the manual's sample is [assumed]. */
export const registrationAnswer = z.object({ register_request: z.string().max(4096).nullish() }).nullish();

/** CalcCheckResponse [captured], but for what is marked. */
export const checkAnswer = z.object({
  calc_id: z.string().min(1).max(256),
  customer_token: text,
  customer_total_bonus: amountOrZero,
  total_max_bonus_can_pay: amount,
  total_bonus_pay: amount,
  total_add_bonus: amount,
  total_discount: amount,
  /** [assumed] */
  total_certificate_pay: amount.nullish(),
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
  /** Empty and "0" for a coupon that is not found; that they are not for one that is, is [assumed]. */
  coupon_used: text,
  coupon_code: z.union([z.string(), z.number().transform(String)]).nullish(),
  coupon_message: text,
  /** Both [assumed], after those of the coupon. */
  gift_code_used: text,
  gift_code_message: text,
  campaign_name: text,
});
export type CheckAnswer = z.output<typeof checkAnswer>;

/** What is printed: one text or lines. That there is one is [manual], its names are [assumed]. */
const printed = { text, lines: z.array(z.string()).max(1000).nullish() };
export type Printed = z.output<z.ZodObject<typeof printed>>;

/** WriteCheckResponse: names are [assumed], after those of the calculation. */
export const writeAnswer = z.object({
  ...printed,
  total_bonus_pay: amount.nullish(),
  total_add_bonus: amount.nullish(),
  /** After this receipt. */
  customer_total_bonus: amount.nullish(),
});
export type WriteAnswer = z.output<typeof writeAnswer>;

/** [assumed] */
export const returnAnswer = z.object({
  ...printed,
  /** Bonuses given back. */
  total_bonus_return: amountOrZero,
  /** Accrued bonuses taken away again. */
  total_add_bonus_return: amountOrZero,
  customer_total_bonus: amount.nullish(),
});
export type ReturnAnswer = z.output<typeof returnAnswer>;

/** CertInfoResponse: `status_code` is [manual], the balance [assumed] to be named as the sum in a check. */
export const certificateAnswer = z.object({ status_code: whole, summ: amount.nullish() });
export type CertificateAnswer = z.output<typeof certificateAnswer>;

/** How many goods were taken [assumed]; without it all are. */
export const importAnswer = z.object({ count: whole.nullish() }).nullish();
