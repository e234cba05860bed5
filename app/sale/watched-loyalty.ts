import { forwarded } from './forwarded-loyalty.ts';
import type { LoyaltyGateway, ServiceFailure } from './ports.ts';

/** The same gateway, telling after every request whether the service did its part; a refusal is an answer like any other. */
export function watched(gateway: LoyaltyGateway, tell: (failure: ServiceFailure | null) => void): LoyaltyGateway {
  return forwarded(async (request) => {
    const answer = await request(gateway);
    tell(answer.ok || answer.error.kind === 'refused' ? null : answer.error);
    return answer;
  });
}
