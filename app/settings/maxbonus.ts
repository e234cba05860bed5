import { z } from 'zod';

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

/** Everything about MaxBonus that its documents leave open can be set here; the defaults are our reading of them. */
export const maxbonusSchema = z.strictObject({
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
  timeoutMs: milliseconds.default(8_000),
  writeTimeoutMs: milliseconds.default(15_000),
  /** Paths of operations that differ from the default, relative to `baseUrl`: `{"askPin": "/customer/askpin"}`. */
  paths: z.partialRecord(z.enum(MAXBONUS_OPERATIONS), z.string().startsWith('/')).default({}),
});

export type MaxBonusSettings = z.output<typeof maxbonusSchema>;
