/** What a service may have yet to be told. */
export const OUTBOX_KINDS = [
  'receipt-write',
  'receipt-rollback',
  'receipt-return',
  'benefit-confirmation',
  'benefit-refusal',
] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];
