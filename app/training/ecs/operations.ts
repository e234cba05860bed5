/** Where a participant finds each operation: «Описание веб-сервиса», 0.1-alpha; the cancellation is in no document. */
const ENDPOINTS = [
  ['token', 'POST /connect/token'],
  ['services', 'POST /api/GetOrganizationServices'],
  ['check', 'POST /api/CheckClientBenefits'],
  ['confirm', 'POST /api/ConfirmTransaction'],
  ['refuse', 'POST /api/CancelTransaction'],
  ['transactions', 'POST /api/GetTransactions'],
] as const;

export type Operation = (typeof ENDPOINTS)[number][0];

/** What is asked with a token. */
export type ApiOperation = Exclude<Operation, 'token'>;

export const OPERATIONS: readonly Operation[] = ENDPOINTS.map(([operation]) => operation);

const BY_ENDPOINT = new Map<string, Operation>(ENDPOINTS.map(([operation, endpoint]) => [endpoint, operation]));

export function operationAt(method: string, path: string): Operation | undefined {
  return BY_ENDPOINT.get(`${method} ${path}`);
}
