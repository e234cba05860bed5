import { z } from 'zod';
import { caFile, serviceAddress } from './address.ts';
import { mask } from './codes.ts';
import { phrase } from './phrase.ts';

/** The requests to the ЕЦС that this program makes. */
export const ECS_OPERATIONS = ['token', 'services', 'check', 'confirm', 'refuse', 'transactions'] as const;

const milliseconds = z.int().min(100).max(600_000);
const name = z.string().min(1);

/** Everything that the ЕЦС specification leaves open or contradicts can be set here; the defaults are our reading of it. */
export const ecsSchema = z.strictObject({
  /** Host of the web service; paths of operations follow. */
  baseUrl: serviceAddress,
  /** Roots that are trusted for it beside those of the system. */
  caFile,
  clientId: z.string().min(1),
  /** Kept in the system's keychain, never in the settings on disk. */
  clientSecret: z.string().min(1).optional(),
  /** 1 social support, 2 «Цифровой пропуск», 3 discounts. */
  connectionType: z.literal([1, 2, 3]),
  /** `organizationTerminalId`: where it comes from is not said, so the bank has to. */
  terminalId: z.int().min(0),
  scope: name.default('ECS.WebAPI OrganizationAPI'),
  /** For the transactions of a holder, a web service of its own. */
  transactionsScope: name.default('ECS.WebAPI'),
  /** Codes of a check that found a benefit. The sample has 1, which appendix 7 has for «no benefit». */
  successCodes: z.array(z.int()).default([0, 1]),
  /** Names of the days in a request for transactions: `creationDateFrom` and `creationDateTo` in the sample. */
  dateFields: z.strictObject({ from: name, to: name }).default({ from: 'dateFrom', to: 'dateTo' }),
  /** What a holder's code looks like; case, blanks and hyphens are mended where that makes it fit. */
  clientCode: mask.default('[0-9A-Z]{1,15}'),
  /** Whether a code of as many digits as number and series together is the bar code of a social card. */
  socialCardBarcode: z.boolean().default(true),
  /** Digits of a social card's number and of its series. */
  socialCardLengths: z
    .strictObject({ number: z.int().min(8).max(30).default(19), series: z.int().min(1).max(20).default(8) })
    .prefault({}),
  /** How a mistyped number of a social card is told. */
  socialCardCheck: z.enum(['luhn', 'none']).default('luhn'),
  /** Whether the ЕЦС is told that a holder declined. The regulation asks for it, the specification has no method. */
  refusal: z.enum(['off', 'cancel-transaction']).default('off'),
  /** Per cent that the shop takes off, by the id of the benefit category: `{"12": 10}`. The cashier may change the price. */
  discounts: z.record(z.string().regex(/^\d{1,9}$/), z.number().min(0).max(100)).default({}),
  /** Sentences of a refusal that say a repeated confirmation stands there already, as regular expressions. */
  alreadyConfirmed: z
    .array(phrase)
    .max(50)
    .default([
      'уже (был[ао]? )?подтвержд',
      'уже (был[ао]? )?зафиксирован',
      'уже (был[ао]? )?учт',
      'already (been )?confirmed',
    ]),
  /** How times without a zone are read, in the history of a holder. */
  timeZone: z.enum(['utc', 'till']).default('utc'),
  /** Services asked for at once. */
  pageSize: z.int().min(1).max(1000).default(100),
  /** An answer that takes longer is late: the regulation's own limit (6.4, 7.4). */
  slowMs: milliseconds.default(3_000),
  /** For a whole request, its token included. */
  timeoutMs: milliseconds.default(10_000),
  /** Paths of operations that differ from the default, relative to `baseUrl`: `{"refuse": "/api/Cancel"}`. */
  paths: z.partialRecord(z.enum(ECS_OPERATIONS), z.string().startsWith('/')).default({}),
});

export type EcsSettings = z.output<typeof ecsSchema>;
