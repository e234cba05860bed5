import type { Remarks } from '../app/gateways/http/remark.ts';
import type { BenefitSettings } from '../app/sale/benefits/benefit-state.ts';
import { forwardedBenefits } from '../app/sale/benefits/forwarded-benefits.ts';
import type { BenefitGateway, CheckCounts } from '../app/sale/benefits/ports.ts';
import type { JournalGate } from '../app/sale/ports.ts';
import type { EcsSettings } from '../app/settings/ecs.ts';
import type { ServiceKey } from './lazy-loyalty.ts';

/**
 * The ЕЦС, its client loaded only when it is first asked: the HTTP library would cost the start of the program dearly. Every
 * check is counted, as the regulation does.
 * @param uncounted told when the disk does not take a count: the answer is worth more
 * @param remarks told what whoever looks after the till should know of the exchanges
 * @param key left out, the secret stands in the settings
 */
export function lazyEcs(
  settings: EcsSettings,
  counts: CheckCounts,
  gate: JournalGate,
  uncounted: (error: unknown) => void,
  remarks?: Remarks,
  key?: ServiceKey,
): BenefitGateway {
  let gateway: Promise<BenefitGateway> | undefined;
  const load = async (): Promise<BenefitGateway> => {
    const [{ createEcs }, { measured }] = await Promise.all([
      import('../app/gateways/ecs/client.ts'),
      import('../app/gateways/ecs/measured.ts'),
    ]);
    return measured(createEcs(settings, undefined, remarks, key?.source), ({ ms, answered }) => {
      const inTime = ms > settings.slowMs ? 'late' : 'in-time';
      const count = (): void => {
        try {
          counts.count(answered ? inTime : 'failed');
        } catch (error) {
          uncounted(error);
        }
      };
      // The answer itself waits for the journal behind this.
      if (gate.isFree()) count();
      else void gate.whenFree().then(count);
    });
  };
  return forwardedBenefits(async (request) => {
    gateway ??= load().catch((error) => {
      gateway = undefined;
      throw error;
    });
    const [to] = await Promise.all([gateway, key?.settled()]);
    return request(to);
  });
}

/** What of the settings the desk goes by. */
export function benefitSettings(settings: EcsSettings): BenefitSettings {
  const { connectionType, slowMs, refusal, discounts } = settings;
  const { clientCode, socialCardBarcode, socialCardCheck, socialCardLengths } = settings;
  return {
    connection: connectionType,
    cards: { clientCode, socialCardBarcode, socialCardCheck, socialCardLengths },
    slowMs,
    tellsRefusals: refusal !== 'off',
    discounts: new Map(Object.entries(discounts).map(([id, percent]) => [Number(id), percent])),
  };
}
