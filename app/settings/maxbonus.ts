import { z } from 'zod';
import { PROMO_CASES } from '../domain/codes/promo.ts';
import { caFile, serviceAddress } from './address.ts';
import { phrase } from './phrase.ts';

/** The requests to MaxBonus that this program makes. */
export const MAXBONUS_OPERATIONS = [
  'identifyByPhone',
  'identifyByCode',
  'calculate',
  'askPin',
  'checkPin',
  'write',
  'rollback',
  'returnReceipt',
  'certificate',
  'requestRegistration',
  'repeatRegistrationPin',
  'register',
  'sendChatBot',
  'importGoods',
] as const;

/** Our names of the fields in these requests and their answers, lists of goods and certificates included. */
export const MAXBONUS_FIELDS = [
  'barcode',
  'birthday',
  'calc_bonus_add',
  'calc_discount',
  'calc_id',
  'campaign_name',
  'cashier',
  'certificate',
  'check_date',
  'check_number',
  'code',
  'count',
  'coupon',
  'coupon_code',
  'coupon_message',
  'coupon_used',
  'customer_token',
  'customer_total_bonus',
  'exists_chatbot',
  'first_name',
  'gender',
  'gift_code',
  'gift_code_message',
  'gift_code_used',
  'group',
  'groups',
  'index',
  'items',
  'last_name',
  'lines',
  'middle_name',
  'mrc',
  'n_checkpin',
  'name',
  'not_exist',
  'parent',
  'pay_bonus',
  'phone',
  'pin',
  'price',
  'qr',
  'qty',
  'register_request',
  'return_date',
  'return_number',
  'status_code',
  'summ',
  'text',
  'token',
  'total_add_bonus',
  'total_add_bonus_return',
  'total_bonus',
  'total_bonus_pay',
  'total_bonus_return',
  'total_certificate_pay',
  'total_check_amount',
  'total_discount',
  'total_max_bonus_can_pay',
] as const;

const milliseconds = z.int().min(100).max(600_000);

/** How one kind of refusal is told from others: by its sentence, its HTTP status or its number. Any of them is enough. */
const refusalRule = z.strictObject({
  phrases: z.array(phrase).max(50).exactOptional(),
  statuses: z.array(z.int().min(400).max(499)).max(50).exactOptional(),
  numbers: z
    .array(z.union([z.int().transform(String), z.string().min(1)]))
    .max(200)
    .exactOptional(),
});
const notFound = z.strictObject({ notFound: refusalRule.exactOptional() });
const duplicate = z.strictObject({ duplicate: refusalRule.exactOptional() });

/** Which operations know a refusal that is more than «no», and which: nobody or nothing found, or done before. */
const refusals = z.strictObject({
  identifyByPhone: notFound.exactOptional(),
  identifyByCode: notFound.exactOptional(),
  certificate: notFound.exactOptional(),
  write: duplicate.exactOptional(),
  rollback: notFound.exactOptional(),
  returnReceipt: notFound.extend(duplicate.shape).exactOptional(),
  requestRegistration: duplicate.exactOptional(),
  repeatRegistrationPin: duplicate.exactOptional(),
  register: duplicate.exactOptional(),
});

const name = z.string().min(1).max(64);
const written = z.union([z.string(), z.int()]);

/** PINs that come by SMS, and those of certificates. Sentences are told by regular expressions, capitals or not. */
export const pinsSchema = z.strictObject({
  /** From one SMS to the next of its kind to one person, ms. */
  pauseMs: z.int().min(0).max(600_000).default(60_000),
  /** A certificate is refused so when it wants its PIN, or another one. */
  certificate: z.array(phrase).max(50).default(['пин', 'pin']),
  /** A PIN is refused so when only a new one can be right. */
  expired: z.array(phrase).max(50).default(['не запрошен', 'устарел', 'ист[её]к', 'просрочен', 'запросите', 'expired']),
});

/** Everything about MaxBonus that its documents leave open can be set here; the defaults are our reading of them. */
export const maxbonusSchema = z.strictObject({
  /** Up to and with `/api/cashbox`. */
  baseUrl: serviceAddress,
  /** Roots that are trusted for it beside those of the system. */
  caFile,
  /** The outlet's token; kept in the system's keychain, never in the settings on disk. */
  token: z.string().min(1).optional(),
  authHeader: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .default('Authorization'),
  authPrefix: z.string().default('Bearer '),
  /** Answers come in `{statusCode, message, data}`: always, never, or told by looking. */
  envelope: z.enum(['auto', 'on', 'off']).default('auto'),
  anonymousToken: z.string().min(1).default('8888888888'),
  /** How a phone is sent: 79141234567, +79141234567 or 9141234567. */
  phoneFormat: z.enum(['7', '+7', '10']).default('7'),
  /** How the customer is named on screen and slip: «Дмитрий Сергеевич И.», or with the whole family name. */
  customerName: z.enum(['initial', 'full']).default('initial'),
  /** When a write-off needs the customer's PIN: as the service says (`n_checkpin`), always, never. */
  pin: z.enum(['auto', 'always', 'never']).default('auto'),
  /** Fields that a promo code is sent in; both at once is an accepted practice. */
  promoField: z.enum(['both', 'coupon', 'gift_code']).default('both'),
  /** Whether a typed promo code is first tried in capitals, or just as it is typed. */
  promoCase: z.enum(PROMO_CASES).default('upper'),
  pins: pinsSchema.prefault({}),
  /** Names of fields that differ from our reading, by operation, ours to theirs: `{"checkPin": {"pin": "code"}}`. */
  fields: z
    .partialRecord(z.enum(MAXBONUS_OPERATIONS), z.partialRecord(z.enum(MAXBONUS_FIELDS), z.string().min(1)))
    .default({}),
  /**
   * What is done with a receipt while MaxBonus does not answer: taken, to be written later (`queue`), or not taken. Bonuses,
   * certificates and promo codes are refused either way (integrator's manual, «Описание архитектуры»).
   */
  offline: z.enum(['queue', 'refuse']).default('queue'),
  /**
   * A return whose answer was lost: `repeat` it by itself, where the service is known to take one `return_number` once, or `ask`
   * a person. No document says that a service tells a repeated return from a second one, and a second one costs money.
   */
  returns: z.enum(['ask', 'repeat']).default('ask'),
  /** Whether the goods of the catalogue are sent to MaxBonus, once a day and after each import of a profile. */
  sendGoods: z.enum(['never', 'daily']).default('daily'),
  /** How receipts and returns are numbered in `check_number` and `return_number`: by UUID, or by 18 digits made of it. */
  documentNumbers: z.enum(['uuid', 'digits']).default('uuid'),
  /** How `check_date` and `return_date` are written: 2026-03-01T12:17:05+09:00, in UTC with a Z, or 2026-03-01 12:17:05. */
  dates: z.enum(['offset', 'utc', 'local']).default('offset'),
  /** `total_discount` and `calc_discount` leave bonuses out, or hold them too. */
  discounts: z.enum(['without-bonuses', 'with-bonuses']).default('without-bonuses'),
  /** The article that a typed sum and a markup are sent with. */
  sumArticle: name.default('0'),
  /** The field `mrc` of a line: 0, its price, or none. */
  mrc: z.enum(['zero', 'price', 'none']).default('zero'),
  /** `summ` of a certificate: "500.00", "500", or the number 500. */
  certificateSum: z.enum(['two-decimals', 'short', 'number']).default('two-decimals'),
  /** How a customer's birthday is sent: 2000-01-31, 31.01.2000 or 2000-01-31T00:00:00Z. */
  birthday: z.enum(['YYYY-MM-DD', 'DD.MM.YYYY', 'datetime']).default('YYYY-MM-DD'),
  /** What is sent for a customer's sex. */
  genders: z
    .strictObject({ unknown: written, male: written, female: written })
    .default({ unknown: 0, male: 1, female: 2 }),
  /** How refusals are told apart, by operation; a list given here takes the place of the one that holds without it. */
  refusals: refusals.default({}),
  /** Fields that hold the number of an error. `code` counts only beside a sentence. */
  errorFields: z.array(name).max(20).default(['errorCode', 'error_code', 'resultCode', 'result_code', 'code']),
  /** Numbers in these fields that say «done», besides 200 to 299. */
  successNumbers: z.array(z.int()).max(50).default([0]),
  /** HTTP methods that differ from the default: `{"certificate": "POST"}`. With `GET` what is sent stands in the address. */
  methods: z.partialRecord(z.enum(MAXBONUS_OPERATIONS), z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])).default({}),
  /** What a request's body is, where it differs from the default: `{"identifyByPhone": "json"}`. */
  bodies: z.partialRecord(z.enum(MAXBONUS_OPERATIONS), z.enum(['json', 'form', 'multipart'])).default({}),
  /** The shop's page where a customer registers: «Открыть в браузере» (integrator's manual, appendix 1). */
  registrationUrl: z.url({ protocol: /^https$/ }).optional(),
  timeoutMs: milliseconds.default(8_000),
  writeTimeoutMs: milliseconds.default(15_000),
  /** Paths of operations that differ from the default, relative to `baseUrl`: `{"askPin": "/customer/askpin"}`. */
  paths: z.partialRecord(z.enum(MAXBONUS_OPERATIONS), z.string().startsWith('/')).default({}),
});

/** Operations some of whose refusals mean more than «no». */
export type MaxBonusRefusals = z.output<typeof refusals>;
export type RefusalRule = z.output<typeof refusalRule>;

export type MaxBonusSettings = z.output<typeof maxbonusSchema>;
