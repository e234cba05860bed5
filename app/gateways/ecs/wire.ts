import { z } from 'zod';
import { fromRoubles, type Kopecks } from '../../domain/money.ts';
import type { EcsSettings } from '../../settings/ecs.ts';
import { answerForm } from '../http/answer-form.ts';

/**
 * What goes over the wire to and from the ЕЦС; with operations.ts the only place that knows. Sources, as marked:
 *   [spec]     «Описание веб-сервиса …», version 0.1-alpha: appendices 2 and 9 of the regulation
 *   [sample]   an example printed there that says otherwise than the table beside it
 *   [assumed: …] fixed by neither; docs/assumptions.md has a line for each, by this name
 *
 * Of no field in particular: one host for everything [assumed: host], where the terminal's number comes from [assumed: terminal],
 * which scope is for what [assumed: scopes], which statuses of the token endpoint mean what [assumed: token-errors], which codes are
 * success and how those of appendix 7 come [assumed: success-codes], [assumed: codes], what cards look like [assumed: client-code],
 * [assumed: social-card], how pages end [assumed: pages] and what is late [assumed: late].
 */

// ── requests ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A form [spec]. */
export type TokenForm = {
  readonly client_id: string;
  readonly client_secret: string;
  readonly grant_type: 'client_credentials';
  /** Separated by blanks. */
  readonly scope: string;
};

/** Of services and of transactions [spec]; the first page is 0. */
export type PageRequest = { readonly pageIndex: number; readonly pageSize: number };

/** The holder's code with the number of the plastic, or number and series of a social card [spec]. */
export type HolderFields =
  | { readonly clientCode: string }
  | { readonly cardNumber: string; readonly cardSeries: string };

/** СНИЛС: eleven characters are digits without separators [assumed: snils]. Price in roubles. */
export type CheckRequest = {
  readonly serviceId: number;
  readonly organizationTerminalId: number;
} & (HolderFields | { readonly clientSnils: string } | (HolderFields & { readonly price: number }));

/** Prices in roubles; left out when there is none [spec]. */
export type ConfirmRequest = {
  readonly clientId: number;
  readonly benefitCategoryId: number;
  readonly transactionId: number;
  readonly price?: number;
  readonly discountedPrice?: number;
};

/** After the confirmation [assumed: refusal]. */
export type CancelRequest = { readonly transactionId: number };

/** The days are `dateFrom` and `dateTo` [spec] or `creationDateFrom` and `creationDateTo` [sample], as YYYY-MM-DD: [assumed: date-fields]. */
export type TransactionsRequest = HolderFields & PageRequest & Readonly<Record<string, string | number>>;

// ── answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whole [spec]; "01", as appendix 7 prints it, is understood too. `null` for none. */
const code = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .nullable()
  .catch(null);

/** What any answer may say of success and failure [spec]: the code of an error, that of a check's result. */
export const verdict = z.object({ errorCode: code, resultCode: code }).catch({ errorCode: null, resultCode: null });

/** Whole, or its digits. */
const whole = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const count = whole.refine((value) => value >= 0);

/** How long the token lives, in seconds. One that fits into no header is none. */
export const tokenAnswer = z.object({
  access_token: z.string().regex(/^[\w.~+/=-]{1,16384}$/),
  expires_in: count,
  token_type: z.string().regex(/^bearer$/i),
});

const name = z.string().nullish().catch(null);

/** An organisation has a `shortName`, all else a `name` [spec]; an area has a `shortName` [sample]. Either is read: [assumed: area-name]. */
const title = z.object({ name, shortName: name }).transform(({ name: long, shortName }) => long ?? shortName ?? null);

/** What has no name is called by its number. */
const named = z
  .object({ id: whole })
  .and(title.transform((called) => ({ called })))
  .transform(({ id, called }) => ({ id, name: called ?? `№ ${id}` }));

/** Of services and of transactions [spec]. */
export const pageAnswer = answerForm(
  { pageItems: z.array(z.unknown()) },
  { totalItems: count.nullish(), currentPageIndex: count.nullish() },
);

/** [spec] */
export const serviceItem = z.object({ service: named });

const benefits = z.array(z.object({ benefitCategory: named }));

/** What a check comes to: benefits or, be they `[]`, `null` or left out, none [spec]. */
export const checkAnswer = z.object({ benefits: benefits.nullish().transform((found) => found ?? []) });

/** What a check that found benefits says besides [spec]. */
export const foundAnswer = z.object({ transactionId: whole, clientId: whole });

/** Roubles, with a point or a comma. */
const price = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,12}([.,]\d{1,4})?$/)
      .transform((digits) => Number(digits.replace(',', '.'))),
  ])
  .transform((roubles, context): Kopecks => {
    const sum = fromRoubles(roubles);
    if (sum !== null && sum >= 0) return sum;
    context.addIssue('not an amount');
    return z.NEVER;
  });

/** With a `Z` in the sample; that a time without a zone is UTC too is [assumed: time-zone]. Other ways to write it are read as well. */
const moment = z.union([
  z.iso.datetime({ offset: true, local: true }),
  z
    .string()
    .regex(/^\d\d\.\d\d\.\d{4} \d\d:\d\d(:\d\d)?$/)
    .transform((time) => time.replace(/^(\d\d)\.(\d\d)\.(\d{4}) /, '$3-$2-$1T'))
    .pipe(z.iso.datetime({ local: true })),
]);

/** One of the transactions [spec]. */
export const transactionItem = answerForm(
  { id: whole, confirmationDate: moment, service: named },
  { organization: title.nullish(), area: title.nullish(), discountedPrice: price.nullish() },
);
export type TransactionItem = z.output<typeof transactionItem.whole>;

/** A time of the service as epoch ms. */
export function epochOf(time: string, zone: EcsSettings['timeZone']): number {
  return Date.parse(/[zZ]$|[+-]\d\d:?\d\d$/.test(time) || zone === 'till' ? time : `${time}Z`);
}
