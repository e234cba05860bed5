import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT, roundHalfUp } from '../domain/money.ts';

/**
 * The profile: how one till is set up, as a JSON file with a version. The same shape comes from `--import-profile`, from
 * the settings on disk (then without secrets) and from the tests. Unknown keys are errors, so that a typing mistake is found.
 */
const PROFILE_VERSION = 1;

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

const port = z.int().min(1).max(65535);
const milliseconds = z.int().min(100).max(600_000);
const roubles = z
  .number()
  .min(0)
  .max(LARGEST_AMOUNT / 100)
  .transform((value) => roundHalfUp(value * 100) as Kopecks);

const outlet = z.strictObject({
  name: z.string().min(1).max(100),
  till: z.string().min(1).max(40),
  cashier: z.string().max(80).default(''),
});

/** Everything about MaxBonus that its documents leave open can be set here; the defaults are our reading of them. */
const maxbonus = z.strictObject({
  /** Up to and with `/api/cashbox`. */
  baseUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
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
  /** When a write-off needs the customer's PIN: as the service says (`n_checkpin`), always, never. */
  pin: z.enum(['auto', 'always', 'never']).default('auto'),
  /** Fields that a promo code is sent in; both at once is an accepted practice. */
  promoField: z.enum(['both', 'coupon', 'gift_code']).default('both'),
  /** Names of fields that differ from our reading, by operation, ours to theirs: `{"checkPin": {"pin": "code"}}`. */
  fields: z
    .partialRecord(z.enum(MAXBONUS_OPERATIONS), z.partialRecord(z.enum(MAXBONUS_FIELDS), z.string().min(1)))
    .default({}),
  /** Whether the goods of the catalogue are sent to MaxBonus at start and once a day. */
  sendGoods: z.enum(['never', 'daily']).default('never'),
  timeoutMs: milliseconds.default(8_000),
  writeTimeoutMs: milliseconds.default(15_000),
  /** Paths of operations that differ from the default, relative to `baseUrl`: `{"askPin": "/customer/askpin"}`. */
  paths: z.partialRecord(z.enum(MAXBONUS_OPERATIONS), z.string().startsWith('/')).default({}),
});

export const scannerSchema = z.strictObject({
  kind: z.literal('serial'),
  name: z.string().min(1).max(40).optional(),
  path: z.string().min(1),
  baudRate: z.int().min(300).max(921_600).default(9600),
});

export const printerSchema = z.strictObject({
  kind: z.literal('tcp'),
  name: z.string().min(1).max(40).optional(),
  host: z.string().min(1),
  port: port.default(9100),
  columns: z.union([z.literal(32), z.literal(35), z.literal(42), z.literal(44), z.literal(48)]).default(48),
  /** Number of the printer's CP866 table for `ESC t`. */
  codeTable: z.int().min(0).max(255).default(17),
});

/** A regular expression that must match a whole code. */
const mask = z.string().refine((source) => {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}, 'not a regular expression');

/** How the shop's own codes look. Without masks a code that is no product is taken for a customer's. */
const codes = z.strictObject({
  cards: z.array(mask).default([]),
  certificates: z.array(mask).default([]),
  promos: z.array(mask).default([]),
});

const slip = z.strictObject({
  /** `receipt`: goods, payment and bonuses; `tear-off`: only the bonuses, beside a fiscal till's own receipt. */
  form: z.enum(['receipt', 'tear-off']).default('receipt'),
});

const product = z.strictObject({
  code: z.string().min(1).max(64),
  barcode: z.string().min(1).max(64).optional(),
  name: z.string().min(1).max(200),
  price: roubles,
  weighed: z.boolean().default(false),
});

export const profileSchema = z.strictObject({
  version: z.literal(PROFILE_VERSION),
  language: z.enum(['ru', 'uk', 'en']).default('ru'),
  outlet,
  maxbonus: maxbonus.optional(),
  scanners: z.array(scannerSchema).max(8).default([]),
  /** Slips go to the first. */
  printers: z.array(printerSchema).max(8).default([]),
  codes: codes.prefault({}),
  slip: slip.prefault({}),
  /** The goods of the shop; replaces the catalogue when given. */
  goods: z.array(product).max(1_000_000).optional(),
});

export type Profile = z.output<typeof profileSchema>;
/** What may stand in a profile file: defaults left out. */
export type ProfileInput = z.input<typeof profileSchema>;
export type MaxBonusSettings = z.output<typeof maxbonus>;
export type ScannerSettings = z.output<typeof scannerSchema>;
export type PrinterSettings = z.output<typeof printerSchema>;
