/**
 * Why a slip does not come out. The first six are the way to the printer: `busy` is held by another program, `timeout` gave no
 * sign of life or took no bytes in time, `failed` broke off. The others the printer says of itself.
 */
export const TROUBLES = [
  'unreachable',
  'not-found',
  'no-permission',
  'busy',
  'timeout',
  'failed',
  'paper-out',
  'cover-open',
  'cutter',
  'error',
  'offline',
] as const;

export type Trouble = (typeof TROUBLES)[number];
