import { z } from 'zod';
import { fromRoubles, type Kopecks } from '../../domain/money.ts';

/**
 * What goes over the wire to and from the ЕЦС; with operations.ts the only place that knows. Sources, as marked:
 *   [spec]     «Описание веб-сервиса …», version 0.1-alpha: appendices 2 and 9 of the regulation
 *   [sample]   an example printed there that says otherwise than the table beside it
 *   [assumed]  fixed by neither
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

/** СНИЛС: eleven characters are digits without separators [assumed]. Price in roubles. */
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

/** [assumed], after the confirmation */
export type CancelRequest = { readonly transactionId: number };

/** The days are `dateFrom` and `dateTo` [spec] or `creationDateFrom` and `creationDateTo` [sample], as YYYY-MM-DD. */
export type TransactionsRequest = HolderFields & PageRequest & Readonly<Record<string, string | number>>;

// ── answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const text = z.string().nullable().catch(null);

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

/** What any answer may say of success and failure [spec]: an error its message, a check its result. */
export const verdict = z
  .object({ errorCode: code, message: text, resultCode: code, resultMessage: text })
  .catch({ errorCode: null, message: null, resultCode: null, resultMessage: null });

/** How long the token lives, in seconds. One that fits into no header is none. */
export const tokenAnswer = z.object({
  access_token: z.string().regex(/^[\w.~+/=-]{1,16384}$/),
  expires_in: z.int().min(0),
  token_type: z.string().regex(/^bearer$/i),
});

/** An organisation has a `shortName`, all else a `name` [spec]; an area has a `shortName` [sample]. Either is read. */
const named = z
  .object({ id: z.int(), name: z.string().optional(), shortName: z.string().optional() })
  .transform(({ id, name, shortName }, context) => {
    const called = name ?? shortName;
    if (called !== undefined) return { id, name: called };
    context.addIssue('no name');
    return z.NEVER;
  });

/** [spec] */
export const servicesAnswer = z.object({
  pageItems: z.array(z.object({ service: named })),
  totalItems: z.int().min(0),
  currentPageIndex: z.int(),
});

const benefits = z.array(z.object({ benefitCategory: named }));

/** What a check comes to: benefits or, be they `[]`, `null` or left out, none [spec]. */
export const checkAnswer = z.object({ benefits: benefits.nullish().transform((found) => found ?? []) });

/** What a check that found benefits says besides [spec]. */
export const foundAnswer = z.object({ transactionId: z.int(), clientId: z.int() });

/** Roubles. A negative or absurdly large price makes the whole answer unreadable. */
const price = z.number().transform((roubles, context): Kopecks => {
  const sum = fromRoubles(roubles);
  if (sum !== null && sum >= 0) return sum;
  context.addIssue('not an amount');
  return z.NEVER;
});

/** With a `Z` in the sample; that a time without a zone is UTC too is [assumed]. */
const moment = z.iso
  .datetime({ offset: true, local: true })
  .transform((time) => Date.parse(/[zZ]$|[+-]\d\d:?\d\d$/.test(time) ? time : `${time}Z`));

/** [spec] */
export const transactionsAnswer = z.object({
  pageItems: z.array(
    z.object({
      id: z.int(),
      confirmationDate: moment,
      service: named,
      organization: named,
      area: named,
      discountedPrice: price.nullish(),
    }),
  ),
  totalItems: z.int().min(0),
  currentPageIndex: z.int(),
});
export type TransactionsAnswer = z.output<typeof transactionsAnswer>;
