import type { PhoneCountry } from '../app/domain/phone-reader.ts';
import type { LoyaltyRules } from '../app/sale/loyalty-rules.ts';
import { type MaxBonusSettings, pinsSchema } from '../app/settings/maxbonus.ts';

/** How the desk deals with the loyalty service, by its settings; a till without one goes by the defaults. */
export function loyaltyRules(maxbonus: MaxBonusSettings | undefined, phoneCountry: PhoneCountry): LoyaltyRules {
  const pins = maxbonus?.pins ?? pinsSchema.parse({});
  return {
    promoCase: maxbonus?.promoCase ?? 'upper',
    phoneCountry,
    smsPauseMs: pins.pauseMs,
    certificatePin: phrases(pins.certificate),
    pinExpired: phrases(pins.expired),
  };
}

function phrases(sources: readonly string[]): readonly RegExp[] {
  return sources.map((source) => new RegExp(source, 'iu'));
}
