import type { LoyaltyGateway } from '../app/sale/ports.ts';
import type { MaxBonusSettings } from '../app/settings/profile.ts';

/** MaxBonus, its client loaded only when it is first asked: the HTTP library would cost the start of the program dearly. */
export function lazyMaxBonus(settings: () => Promise<MaxBonusSettings>): LoyaltyGateway {
  let gateway: Promise<LoyaltyGateway> | undefined;
  const load = async (): Promise<LoyaltyGateway> => {
    const [{ createMaxBonus }, ready] = await Promise.all([import('../app/gateways/maxbonus/client.ts'), settings()]);
    return createMaxBonus(ready);
  };
  const loaded = (): Promise<LoyaltyGateway> => {
    gateway ??= load();
    return gateway;
  };
  return {
    identify: async (key) => (await loaded()).identify(key),
    calculate: async (request) => (await loaded()).calculate(request),
    askPin: async (token) => (await loaded()).askPin(token),
    checkPin: async (token, pin) => (await loaded()).checkPin(token, pin),
    write: async (request) => (await loaded()).write(request),
    rollback: async (receipt) => (await loaded()).rollback(receipt),
  };
}
