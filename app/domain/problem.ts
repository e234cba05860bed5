/**
 * Everything that may go wrong in a shop's day, as the cashier is told of it. The interface has one sentence and
 * one next step for each code; `params` fill the sentence in.
 */
export const PROBLEM_CODES = [
  // what the cashier asked for cannot be done now
  'sale-empty',
  'sale-not-open',
  'busy',
  'line-not-found',
  'quantity-out-of-range',
  'whole-pieces-only',
  'amount-out-of-range',
  'no-customer',
  'not-calculated',
  'calculation-outdated',
  'redemption-clamped',
  'pin-required',
  'pin-not-asked',
  'payment-not-enough',
  'payment-card-over-due',
  'due-changed',
  'nothing-to-print',
  'certificate-already-added',
  'certificate-not-payable',
  'certificate-clamped',
  'promo-not-accepted',
  'phone-not-understood',
  'already-registered',
  'registration-not-asked',
  'birthday-out-of-range',
  'receipt-not-found',
  'return-more-than-sold',
  'return-written',
  'return-refused',
  'return-outcome-unknown',
  'chat-bot-sent',
  'registered',
  // codes that came in
  'code-not-understood',
  'product-not-found',
  'scan-damaged',
  // the loyalty service
  'service-unreachable',
  'service-timeout',
  'service-failed',
  'service-throttled',
  'service-token-missing',
  'service-token-rejected',
  'service-answer-unreadable',
  'service-refused',
  'customer-not-found',
  'certificate-not-found',
  'pin-wrong',
  'write-outcome-unknown',
  'write-not-resolved',
  'write-resolved',
  'write-refused',
  // devices
  'scanner-not-found',
  'scanner-busy',
  'scanner-no-permission',
  'scanner-failed',
  'scanner-unplugged',
  'printer-unreachable',
  'printer-timeout',
  'printer-failed',
  'printer-not-set',
  'device-host-down',
  // the program itself
  'settings-invalid',
  'secret-not-kept',
  'journal-failed',
  'bad-request',
  'internal',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type Problem = {
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
};

export function problem(code: ProblemCode, params?: Readonly<Record<string, string | number>>): Problem {
  return params ? { code, params } : { code };
}
