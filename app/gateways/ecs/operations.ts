import type { BenefitRefusal } from '../../sale/benefits/ports.ts';
import type { ECS_OPERATIONS } from '../../settings/ecs.ts';

/** Where each operation is and how it says no; the marks are those of wire.ts. */
export type Operation = (typeof ECS_OPERATIONS)[number];

/** What is asked with a token. */
export type ApiOperation = Exclude<Operation, 'token'>;

/** Relative to the base URL; all are POST [spec]. */
export const PATHS: Readonly<Record<Operation, string>> = {
  token: '/connect/token', // [spec]
  services: '/api/GetOrganizationServices', // [spec]
  check: '/api/CheckClientBenefits', // [spec]
  confirm: '/api/ConfirmTransaction', // [spec]
  refuse: '/api/CancelTransaction', // [assumed: refusal]
  transactions: '/api/GetTransactions', // [spec], appendix 9
};

/** What changes the books of the bank: there an answer that cannot be trusted leaves the outcome open. */
export const WRITES: ReadonlySet<ApiOperation> = new Set(['confirm', 'refuse']);

/** «Отсутствует связь с процессинговым центром». */
export const NO_LINK = 6;

/** Appendix 7 of the regulation [spec]; 03 and 04 are reserved. */
export const REFUSALS: ReadonlyMap<number, BenefitRefusal> = new Map([
  [1, 'no-benefit'],
  [2, 'holder-not-found'],
  [5, 'card-inactive'],
  [NO_LINK, 'processing-unreachable'],
  [7, 'participant-unknown'],
  [8, 'service-unknown'],
]);
