import { z } from 'zod';
import { fromRoubles, type Kopecks } from '../../domain/money.ts';
import { answerForm } from '../http/answer-form.ts';

/**
 * What goes over the wire to and from MaxBonus; with operations.ts the only place that knows. Sources, as marked:
 *   [manual]   MaxBonus integrator's manual: scenarios, its printed Swagger page of API 2.0.6
 *   [captured] a published exchange of `POST /check` with the live service, April 2021
 *   [assumed: …] fixed by neither; docs/assumptions.md has a line for each, by this name
 *
 * Of no field in particular: how the outlet's token is sent [assumed: auth], what customers without a card are called
 * [assumed: anonymous-token], how phones are written [assumed: phone], which field a promo code goes into [assumed: promo-field],
 * how long a calculation and a customer's token hold [assumed: calc-id], [assumed: customer-token], how a write-off is rounded
 * [assumed: rounding], and which numbers under HTTP 200 are errors [assumed: error-numbers].
 */

// ── requests ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sent as a form [manual]; URL-encoded rather than multipart is [assumed: form-encoding]. */
export type PhoneForm = { readonly phone: string };

/** One field for a QR's content, a card's number and a typed short code [manual]; the field's name is [assumed: code-field]. */
export type CodeForm = { readonly qr: string };

/** Form rather than JSON is [assumed: registration-form]; the ticket's name stands in the manual's sample of an answer. */
export type RepeatPinForm = PhoneForm & { readonly register_request?: string };

/** CustomerRegisterRequest [manual]: names but those of CustomerAuthResponse are [assumed: register-fields]. */
export type RegisterRequest = RepeatPinForm & {
  readonly pin: string;
  readonly first_name: string;
  /** Patronymic. */
  readonly middle_name: string;
  readonly last_name: string;
  /** YYYY-MM-DD is [assumed: birthday]. */
  readonly birthday: string | null;
  /** 0 not told, 1 male, 2 female: [assumed: genders]. */
  readonly gender: number | string;
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
  /** 0.0 as captured; that it is so for tobacco too, whose maximum retail price it may be, is [assumed: mrc]. */
  readonly mrc?: number;
  readonly price: number;
  readonly qty: number;
};

/** All three are texts in the manual's sample; that `summ` has two decimals after a point is [assumed: summ]. */
type TenderedCertificate = { readonly code: string; readonly pin: string; readonly summ: string | number };

/** WriteCheckRequest: the calculated receipt and «id расчета» [manual]; names but `calc_id` are [assumed: write-fields]. */
export type WriteCheckRequest = CheckRequest & {
  readonly calc_id: string;
  /** Our own id of the receipt, the same in a repeated write; that a UUID may be one is [assumed: check-number]. */
  readonly check_number: string;
  /** ISO 8601 with the offset of the till's clock: [assumed: dates]. */
  readonly check_date: string;
  readonly cashier: string;
};

/**
 * No items stand for the whole receipt [manual]; all names are [assumed: return-fields]. `return_number` is our own id of the return;
 * that the service tells a repeated request from a second return by it is not even that: [assumed: return-number].
 */
export type ReturnCheckRequest = {
  readonly check_number: string;
  readonly return_number: string;
  readonly return_date: string;
  readonly cashier: string;
  readonly items: readonly CheckItem[];
};

/** [assumed: rollback-fields] */
export type RollbackRequest = { readonly check_number: string };

/** [assumed: certificate-query] */
export type CertificateQuery = { readonly code: string; readonly pin?: string };

/** Of `askpin` and of the SMS with the chat bot [assumed: customer-request]. */
export type CustomerRequest = { readonly customer_token: string };

/** [assumed: pin-fields] */
export type CheckPinRequest = CustomerRequest & { readonly pin: string };

/**
 * A part of the shop's goods with the groups that they are in, those above included: goods and groups are [manual] («выгрузка
 * номенклатуры товара и товарных групп»). That they join those sent before is [assumed: import-parts], the names are
 * [assumed: import-fields]. Prices in roubles.
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

/** A number, or one in quotes as PHP services send now and then: with a point or a comma, thousands apart by blanks. */
const decimal = z.union([
  z.number(),
  z
    .string()
    .regex(/^[+-]?(?:\d{1,15}|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4})(?:[.,]\d{1,15})?$/)
    .transform((digits) => Number(digits.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'))),
]);
const whole = decimal.refine(Number.isSafeInteger);

const blank = z.literal('').transform(() => null);

/** Roubles, at times below zero. */
const balance = z.union([
  blank,
  decimal.transform((roubles, context): Kopecks => {
    const sum = fromRoubles(roubles);
    if (sum !== null) return sum;
    context.addIssue('not an amount');
    return z.NEVER;
  }),
]);

/** Roubles, not below zero. */
const amount = balance.refine((sum) => sum === null || sum >= 0);

/** Names and codes; a number is one written without its quotes. */
const text = z.union([z.string(), z.number().transform(String)]);
const flag = z.union([
  z.boolean(),
  z.number().transform((value) => value !== 0),
  z
    .string()
    .regex(/^(true|1|yes|да)$/i)
    .transform(() => true),
  z
    .string()
    .regex(/^(false|0|no|нет|)$/i)
    .transform(() => false),
]);

/** The wrapping of every answer [captured]; the manual's samples show answers without it, so that either may come [assumed: envelope]. */
export const envelope = z.object({ statusCode: whole, data: z.unknown().optional() });

/** No answer of the service has a `statusCode` of its own. */
export function isEnvelope(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'statusCode' in body;
}

/** The manual sends ten eights for an anonymous customer, the live service echoed eleven [captured]. */
export function isAnonymous(customerToken: string): boolean {
  return /^8{8,}$/.test(customerToken);
}

/** CustomerAuthResponse [manual]: every field is optional there, but nothing can be done without the token. */
export const customerAnswer = answerForm(
  { token: text.refine((token) => token.length > 0 && token.length <= 4096) },
  {
    first_name: text.nullish(),
    middle_name: text.nullish(),
    last_name: text.nullish(),
    total_bonus: balance.nullish(),
    phone: text.nullish(),
    exists_chatbot: flag.nullish(),
    /** In the manual's sample only; that other than zero asks for a PIN before a write-off is [assumed: n-checkpin]. */
    n_checkpin: z.union([whole, flag.transform(Number)]).nullish(),
  },
);
export type CustomerAnswer = z.output<typeof customerAnswer.whole>;

/** Of «Запрос регистрации»; that it hands out the `register_request` of the manual's sample is [assumed: register-request]. */
export const registrationAnswer = answerForm(
  {},
  { register_request: text.refine((ticket) => ticket.length <= 4096).nullish() },
);

/** CalcCheckResponse [captured], but for what is marked. What is missing of the totals, the lines may say. */
export const checkAnswer = answerForm(
  {
    calc_id: text.refine((id) => id.length > 0 && id.length <= 256),
    total_bonus_pay: amount.nullish(),
    /** That bonuses are no part of it is [assumed: discounts-disjoint]. */
    total_discount: amount.nullish(),
    /** [assumed: certificate-pay] */
    total_certificate_pay: amount.nullish(),
    /** Before or after discounts and bonuses is not said: see calculation.ts. */
    total_check_amount: amount.nullish(),
  },
  {
    customer_token: text.nullish(),
    customer_total_bonus: balance.nullish(),
    total_max_bonus_can_pay: amount.nullish(),
    total_add_bonus: amount.nullish(),
    /** Empty and "0" for a coupon that is not found [captured]; that they are not for one that is, is [assumed: coupon-used]. */
    coupon_used: z.union([text, z.boolean().transform((used) => (used ? 'true' : ''))]).nullish(),
    coupon_code: text.nullish(),
    coupon_message: text.nullish(),
    /** Both [assumed: gift-code-answer], after those of the coupon. */
    gift_code_used: z.union([text, z.boolean().transform((used) => (used ? 'true' : ''))]).nullish(),
    gift_code_message: text.nullish(),
    campaign_name: text.nullish(),
    /** A list [captured]; an object of the same is read too. */
    items: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).nullish(),
  },
);
export type CheckAnswer = z.output<typeof checkAnswer.whole>;

/** One of its `items`. Its parts only say how the totals lie on the lines. */
export const checkLine = answerForm(
  {},
  {
    index: whole.nullish(),
    code: text.nullish(),
    calc_discount: amount.nullish(),
    pay_bonus: amount.nullish(),
    calc_bonus_add: amount.nullish(),
    /** That this says «no such article» is [assumed: not-exist]. */
    not_exist: flag.nullish(),
  },
);
export type CheckLine = z.output<typeof checkLine.whole>;

/** WriteCheckResponse: names are [assumed: write-answer], after those of the calculation. What is printed: see printed.ts. */
export const writeAnswer = answerForm(
  {},
  {
    total_bonus_pay: amount.nullish(),
    total_add_bonus: amount.nullish(),
    /** After this receipt. */
    customer_total_bonus: balance.nullish(),
  },
);

/** [assumed: return-answer] */
export const returnAnswer = answerForm(
  {},
  {
    /** Bonuses given back. */
    total_bonus_return: amount.nullish(),
    /** Accrued bonuses taken away again. */
    total_add_bonus_return: amount.nullish(),
    customer_total_bonus: balance.nullish(),
  },
);

/** CertInfoResponse: `status_code` is [manual], the balance [assumed: certificate-balance] to be named as the sum in a check. */
export const certificateAnswer = answerForm({ status_code: whole, summ: amount.nullish() }, {});
export type CertificateAnswer = z.output<typeof certificateAnswer.whole>;

/** How many goods were taken [assumed: import-count]; without it all are. */
export const importAnswer = answerForm({}, { count: whole.nullish() });
