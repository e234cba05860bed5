import type { RefusalReason } from '../../sale/ports.ts';
import type { MAXBONUS_OPERATIONS } from '../../settings/maxbonus.ts';

/** Where each operation is and how it says no; the marks are those of wire.ts. */
export type Operation = (typeof MAXBONUS_OPERATIONS)[number];

/** Relative to the base URL. All are POST but `certificate`, which only reads [assumed]. */
export const PATHS: Readonly<Record<Operation, string>> = {
  identifyByPhone: '/customer/auth', // [manual]
  identifyByCode: '/customer/auth_qr', // [assumed]
  calculate: '/check', // [manual], [captured]
  askPin: '/askpin', // name [manual], place [assumed]
  checkPin: '/checkpin', // name [manual], place [assumed]
  write: '/check/write', // [manual]
  rollback: '/check/rollback', // name [manual], place [assumed]
  returnReceipt: '/check/return', // [manual]
  certificate: '/certificate', // [assumed]
  requestRegistration: '/customer/register_request', // [assumed]
  repeatRegistrationPin: '/customer/register_repeat', // [assumed]
  register: '/customer/register', // [assumed]
  sendChatBot: '/customer/send_chatbot', // [assumed]
  importGoods: '/import/json', // [manual]
};

type Refusals = readonly { readonly phrase: RegExp; readonly reason: RefusalReason }[];

const NOT_FOUND: Refusals = [{ phrase: /не найден/i, reason: 'not-found' }];
const RECEIPT_NOT_FOUND = { phrase: /чек.*не найден|не найден.*чек/i, reason: 'not-found' } as const;
const REGISTERED: Refusals = [{ phrase: /уже зарегистрирован/i, reason: 'duplicate' }];

/**
 * How a 422 is told from another. The manual gives «Покупатель не найден» and «Такой чек уже проведен»; the sentences of the
 * other operations are [assumed] to be made like these.
 */
export const REFUSALS: Readonly<Partial<Record<Operation, Refusals>>> = {
  identifyByPhone: NOT_FOUND,
  identifyByCode: NOT_FOUND,
  certificate: NOT_FOUND,
  write: [{ phrase: /уже провед[её]н/i, reason: 'duplicate' }],
  rollback: [RECEIPT_NOT_FOUND],
  returnReceipt: [{ phrase: /возврат.*уже провед[её]н/i, reason: 'duplicate' }, RECEIPT_NOT_FOUND],
  requestRegistration: REGISTERED,
  repeatRegistrationPin: REGISTERED,
  register: REGISTERED,
};
