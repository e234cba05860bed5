import { type Problem, type ProblemCode, problem } from '../../domain/problem.ts';
import type { BenefitFailure, BenefitRefusal } from './ports.ts';

/** What the cashier is told when the ЕЦС did not do what it was asked. */
export function benefitProblem(failure: BenefitFailure): Problem {
  switch (failure.kind) {
    case 'unreachable':
      return failure.tls ? problem('benefit-insecure', { fault: failure.tls }) : problem('benefit-unreachable');
    case 'token-missing':
      return failure.loss ? problem('benefit-token-unread', { loss: failure.loss }) : problem('benefit-token-missing');
    case 'token-rejected':
      return problem('benefit-token-rejected');
    case 'throttled':
      return problem('benefit-throttled', { seconds: Math.ceil(failure.retryAfterMs / 1000) });
    case 'refused':
      return problem(REFUSED[failure.reason], { message: failure.message });
    case 'lost':
      return problem(LOST[failure.cause]);
  }
}

const LOST = {
  timeout: 'benefit-timeout',
  dropped: 'benefit-failed',
  'server-error': 'benefit-failed',
  unreadable: 'benefit-answer-unreadable',
} as const;

const REFUSED: { readonly [Reason in BenefitRefusal]: ProblemCode } = {
  'no-benefit': 'benefit-none',
  'holder-not-found': 'benefit-holder-not-found',
  'card-inactive': 'benefit-card-inactive',
  'processing-unreachable': 'benefit-no-processing',
  'participant-unknown': 'benefit-participant-unknown',
  'service-unknown': 'benefit-service-unknown',
  forbidden: 'benefit-forbidden',
  'already-confirmed': 'benefit-refused',
  other: 'benefit-refused',
};

/** Whether the ЕЦС answers as it should: a refusal is an answer, unless it has no link to the processing centre. */
export function isBenefitOutage(failure: BenefitFailure): boolean {
  return failure.kind !== 'refused' || failure.reason === 'processing-unreachable';
}
