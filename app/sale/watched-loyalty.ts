import { forwarded } from './forwarded-loyalty.ts';
import type { JournalGate, LoyaltyGateway, ServiceFailure } from './ports.ts';

/**
 * The same gateway, telling after every request whether the service did its part; a refusal is an answer like any other. What the
 * service answers while the journal is held waits until it can be stored.
 */
export function watched(
  gateway: LoyaltyGateway,
  gate: JournalGate,
  tell: (failure: ServiceFailure | null) => void,
): LoyaltyGateway {
  return forwarded(async (request) => {
    const answer = await request(gateway);
    while (!gate.isFree()) await gate.whenFree();
    tell(answer.ok || answer.error.kind === 'refused' ? null : answer.error);
    return answer;
  });
}
