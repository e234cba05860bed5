/**
 * Where a till finds each operation of the service. The manual prints `/customer/auth`, `/check`, `/check/write`,
 * `/check/return` and `/import/json`; `askpin`, `checkpin` and `rollback` it only names, the others it only describes.
 */
const ENDPOINTS = [
  ['identifyByPhone', 'POST /customer/auth'],
  ['identifyByCode', 'POST /customer/auth_qr'],
  ['requestRegistration', 'POST /customer/register_request'],
  ['repeatRegistrationPin', 'POST /customer/register_repeat'],
  ['register', 'POST /customer/register'],
  ['sendChatBot', 'POST /customer/send_chatbot'],
  ['calculate', 'POST /check'],
  ['askPin', 'POST /askpin'],
  ['checkPin', 'POST /checkpin'],
  ['write', 'POST /check/write'],
  ['returnReceipt', 'POST /check/return'],
  ['rollback', 'POST /check/rollback'],
  ['certificate', 'GET /certificate'],
  ['importGoods', 'POST /import/json'],
] as const;

export type Operation = (typeof ENDPOINTS)[number][0];

export const OPERATIONS: readonly Operation[] = ENDPOINTS.map(([operation]) => operation);

const BY_ENDPOINT = new Map<string, Operation>(ENDPOINTS.map(([operation, endpoint]) => [endpoint, operation]));

export function operationAt(method: string, path: string): Operation | undefined {
  return BY_ENDPOINT.get(`${method} ${path}`);
}
