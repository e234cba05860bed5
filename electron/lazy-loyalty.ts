import type { Remarks } from '../app/gateways/http/remark.ts';
import { forwarded } from '../app/sale/forwarded-loyalty.ts';
import type { LoyaltyGateway } from '../app/sale/ports.ts';
import type { MaxBonusSettings } from '../app/settings/maxbonus.ts';

/**
 * MaxBonus, its client loaded only when it is first asked: the HTTP library would cost the start of the program dearly.
 * @param remarks told what whoever looks after the till should know of the exchanges
 */
export function lazyMaxBonus(settings: MaxBonusSettings, remarks: Remarks): LoyaltyGateway {
  let gateway: Promise<LoyaltyGateway> | undefined;
  const load = async (): Promise<LoyaltyGateway> => {
    const { createMaxBonus } = await import('../app/gateways/maxbonus/client.ts');
    return createMaxBonus(settings, remarks);
  };
  return forwarded(async (request) => {
    gateway ??= load().catch((error) => {
      gateway = undefined;
      throw error;
    });
    return request(await gateway);
  });
}
