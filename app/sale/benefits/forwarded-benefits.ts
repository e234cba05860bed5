import type { Result } from '../../domain/result.ts';
import type { JournalGate } from '../ports.ts';
import { isBenefitOutage } from './benefit-problem.ts';
import type { BenefitFailure, BenefitGateway } from './ports.ts';

/** Makes one request of the gateway behind, in whatever way; the request says only which. */
type Pass = <Value>(
  request: (gateway: BenefitGateway) => Promise<Result<Value, BenefitFailure>>,
) => Promise<Result<Value, BenefitFailure>>;

/** A gateway every request of which goes through `pass`. */
export function forwardedBenefits(pass: Pass): BenefitGateway {
  return {
    services: () => pass((to) => to.services()),
    check: (check) => pass((to) => to.check(check)),
    confirm: (confirmation) => pass((to) => to.confirm(confirmation)),
    refuse: (transactionId) => pass((to) => to.refuse(transactionId)),
    transactions: (query) => pass((to) => to.transactions(query)),
  };
}

/** The same gateway, telling after every request whether the ЕЦС did its part; a refusal is an answer like any other. An answer waits until the journal can be written. */
export function watchedBenefits(
  gateway: BenefitGateway,
  gate: JournalGate,
  tell: (failure: BenefitFailure | null) => void,
): BenefitGateway {
  return forwardedBenefits(async (request) => {
    const answer = await request(gateway);
    while (!gate.isFree()) await gate.whenFree();
    tell(answer.ok || !isBenefitOutage(answer.error) ? null : answer.error);
    return answer;
  });
}
