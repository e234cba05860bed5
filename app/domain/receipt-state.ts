/**
 * What a receipt of the journal has come to. `writing` and `in-doubt`: paid, and nobody knows yet whether its service has it;
 * `queued`: paid, and its service has yet to be told; `set-aside`: paid, and a person decided that the service need not know;
 * `discarded`: cancelled. Goods of a `written` one may have come back since, in part or all of them.
 */
export const RECEIPT_STATES = [
  'open',
  'held',
  'writing',
  'in-doubt',
  'queued',
  'written',
  'returned-in-part',
  'returned',
  'set-aside',
  'discarded',
] as const;

export type ReceiptState = (typeof RECEIPT_STATES)[number];
