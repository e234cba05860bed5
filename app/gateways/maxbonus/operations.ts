import type { MAXBONUS_OPERATIONS } from '../../settings/maxbonus.ts';
import type { HttpMethod } from '../http/send.ts';

/** Where each operation is; the marks are those of wire.ts. */
export type Operation = (typeof MAXBONUS_OPERATIONS)[number];

/** Relative to the base URL. */
export const PATHS: Readonly<Record<Operation, string>> = {
  identifyByPhone: '/customer/auth', // [manual]
  identifyByCode: '/customer/auth_qr', // [assumed: paths]
  calculate: '/check', // [manual], [captured]
  askPin: '/askpin', // name [manual], place [assumed: paths]
  checkPin: '/checkpin', // name [manual], place [assumed: paths]
  write: '/check/write', // [manual]
  rollback: '/check/rollback', // name [manual], place [assumed: paths]
  returnReceipt: '/check/return', // [manual]
  certificate: '/certificate', // [assumed: paths]
  requestRegistration: '/customer/register_request', // [assumed: paths]
  repeatRegistrationPin: '/customer/register_repeat', // [assumed: paths]
  register: '/customer/register', // [assumed: paths]
  sendChatBot: '/customer/send_chatbot', // [assumed: paths]
  importGoods: '/import/json', // [manual]
};

/** `POST` of `/customer/auth` is [manual], of `/check` [captured]; all others are [assumed: methods]. */
export function usualMethod(operation: Operation): HttpMethod {
  return operation === 'certificate' ? 'GET' : 'POST';
}
