import type { SecretSource } from '../app/domain/secret-loss.ts';
import type { Remarks } from '../app/gateways/http/remark.ts';
import { forwarded } from '../app/sale/forwarded-loyalty.ts';
import type { LoyaltyGateway } from '../app/sale/ports.ts';
import type { MaxBonusSettings } from '../app/settings/maxbonus.ts';

/** A secret that may come later than the till. */
export type ServiceKey = {
  readonly source: SecretSource;
  /** Waits for a keychain that was asked just now, for seconds at most. */
  settled(): Promise<void>;
};

/**
 * MaxBonus, its client loaded only when it is first asked: the HTTP library would cost the start of the program dearly.
 * @param remarks told what whoever looks after the till should know of the exchanges
 * @param key left out, the token stands in the settings
 */
export function lazyMaxBonus(settings: MaxBonusSettings, remarks: Remarks, key?: ServiceKey): LoyaltyGateway {
  let gateway: Promise<LoyaltyGateway> | undefined;
  const load = async (): Promise<LoyaltyGateway> => {
    const { createMaxBonus } = await import('../app/gateways/maxbonus/client.ts');
    return createMaxBonus(settings, remarks, key?.source);
  };
  return forwarded(async (request) => {
    gateway ??= load().catch((error) => {
      gateway = undefined;
      throw error;
    });
    const [to] = await Promise.all([gateway, key?.settled()]);
    return request(to);
  });
}
