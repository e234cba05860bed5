import { type Problem, problem } from '../domain/problem.ts';
import { fail, type Result } from '../domain/result.ts';
import { mayComeBack, type SecretLoss } from '../domain/secret-loss.ts';
import type { ServiceFailure } from './ports.ts';

/** What the cashier is told of a failed request that changes nothing at the service. */
export function serviceProblem(failure: ServiceFailure): Problem {
  switch (failure.kind) {
    case 'unreachable':
      return failure.tls ? problem('service-insecure', { fault: failure.tls }) : problem('service-unreachable');
    case 'token-missing':
      return tokenProblem(failure.loss);
    case 'token-rejected':
      return problem('service-token-rejected');
    case 'throttled':
      return problem('service-throttled', { seconds: Math.ceil(failure.retryAfterMs / 1000) });
    case 'refused':
      return problem('service-refused', { message: failure.message });
    case 'lost':
      return problem(LOST[failure.cause]);
  }
}

/** A token that will be there by itself is waited for; where it is lost the till is to be mended. */
function tokenProblem(loss: SecretLoss | undefined): Problem {
  if (loss === undefined) return problem('service-token-missing');
  return problem(mayComeBack(loss) ? 'service-token-waiting' : 'service-token-lost', { loss });
}

/** What only the service can allow, while it cannot be asked. */
export type Unallowed = 'offline-no-redemption' | 'offline-no-certificate' | 'offline-no-promo';

const UNANSWERED = {
  'offline-no-redemption': 'unanswered-no-redemption',
  'offline-no-certificate': 'unanswered-no-certificate',
  'offline-no-promo': 'unanswered-no-promo',
} as const;

/** Says why: that there is no connection only where there is none, else what the service really did. */
export function unallowed(code: Unallowed, loyalty: ServiceFailure | 'ok' | null): Problem {
  if (loyalty === null || loyalty === 'ok' || loyalty.kind === 'unreachable') return problem(code);
  return problem(UNANSWERED[code], { cause: serviceProblem(loyalty).code });
}

const LOST = {
  timeout: 'service-timeout',
  dropped: 'service-failed',
  'server-error': 'service-failed',
  unreadable: 'service-answer-unreadable',
} as const;

/** Failures of any service, told apart as those of the loyalty service are. */
type Failure = {
  readonly kind: ServiceFailure['kind'];
  readonly retryAfterMs?: number;
  readonly cause?: Extract<ServiceFailure, { kind: 'lost' }>['cause'];
};

/** What a failure says of all that the service is told. */
type Standstill = {
  /** No other request need be tried now: the service cannot be reached, takes none, or hangs, perhaps for this request alone. */
  readonly down: boolean;
  /** It was reached and did not answer: each request would wait for its own timeout. */
  readonly silent: boolean;
  /** How long the service asked to be left alone, ms; 0 where it did not. */
  readonly askedMs: number;
};

export function standstill({ kind, retryAfterMs = 0 }: Failure): Standstill {
  return { down: kind !== 'refused', silent: kind === 'lost', askedMs: retryAfterMs };
}

/** True when the service does not answer as it should, through no fault of how the till is set up. */
export function isOutage(failure: ServiceFailure): boolean {
  const { kind } = failure;
  if (kind === 'token-missing') return failure.loss !== undefined && mayComeBack(failure.loss);
  return kind === 'unreachable' || kind === 'throttled' || kind === 'lost';
}

/** True when the service says that what was asked for is not there. */
export function isAbsent(failure: ServiceFailure): boolean {
  return failure.kind === 'refused' && failure.reason === 'not-found';
}

/** The same of what was to be deleted: that it was deleted before is as good. */
export function isGone(failure: ServiceFailure): boolean {
  return isAbsent(failure) || (failure.kind === 'refused' && failure.reason === 'duplicate');
}

/** True for an answer of which nobody can say whether it is the service's at all: nothing is gained by asking for it again. */
export function isUnreadable({ cause }: Failure): boolean {
  return cause === 'unreadable';
}

/** A gateway that throws has a defect; whether its request left is as unknown as after a timeout. */
export async function sent<Value, Failure>(
  request: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | Extract<ServiceFailure, { readonly kind: 'lost' }>>> {
  try {
    return await request();
  } catch {
    return fail({ kind: 'lost', cause: 'dropped' });
  }
}
