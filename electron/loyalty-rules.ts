import type { LoyaltyRules } from '../app/sale/loyalty-rules.ts';
import { type MaxBonusSettings, pinsSchema } from '../app/settings/maxbonus.ts';

/** How the desk deals with the loyalty service, by its settings; a till without one goes by the defaults. */
export function loyaltyRules(maxbonus: MaxBonusSettings | undefined): LoyaltyRules {
  const pins = maxbonus?.pins ?? pinsSchema.parse({});
  return {
    promoCase: maxbonus?.promoCase ?? 'upper',
    smsPauseMs: pins.pauseMs,
    certificatePin: phrases(pins.certificate),
    pinExpired: phrases(pins.expired),
  };
}

function phrases(sources: readonly string[]): readonly RegExp[] {
  return sources.map((source) => new RegExp(source, 'iu'));
}
