import { forwarded } from '../app/sale/forwarded-loyalty.ts';
import type { LoyaltyGateway } from '../app/sale/ports.ts';
import type { MaxBonusSettings } from '../app/settings/maxbonus.ts';

/** MaxBonus, its client loaded only when it is first asked: the HTTP library would cost the start of the program dearly. */
export function lazyMaxBonus(settings: MaxBonusSettings): LoyaltyGateway {
  let gateway: Promise<LoyaltyGateway> | undefined;
  const load = async (): Promise<LoyaltyGateway> => {
    const { createMaxBonus } = await import('../app/gateways/maxbonus/client.ts');
    return createMaxBonus(settings);
  };
  return forwarded(async (request) => {
    gateway ??= load().catch((error) => {
      gateway = undefined;
      throw error;
    });
    return request(await gateway);
  });
}
