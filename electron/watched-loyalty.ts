import type { Result } from '../app/domain/result.ts';
import type { LoyaltyGateway, ServiceFailure } from '../app/sale/ports.ts';

/** The same gateway, telling after every request whether the service did its part; a refusal is an answer like any other. */
export function watched(gateway: LoyaltyGateway, tell: (failure: ServiceFailure | null) => void): LoyaltyGateway {
  const watch = async <Value>(
    request: Promise<Result<Value, ServiceFailure>>,
  ): Promise<Result<Value, ServiceFailure>> => {
    const answer = await request;
    tell(answer.ok || answer.error.kind === 'refused' ? null : answer.error);
    return answer;
  };
  return {
    identify: (key) => watch(gateway.identify(key)),
    calculate: (request) => watch(gateway.calculate(request)),
    askPin: (token) => watch(gateway.askPin(token)),
    checkPin: (token, pin) => watch(gateway.checkPin(token, pin)),
    write: (request) => watch(gateway.write(request)),
    rollback: (receipt) => watch(gateway.rollback(receipt)),
  };
}
