import type { PromoCase } from '../domain/codes/promo.ts';
import type { PhoneCountry } from '../domain/phone-reader.ts';

/** What of the loyalty service's ways its documents leave open, and the shop's own pace. */
export type LoyaltyRules = {
  readonly promoCase: PromoCase;
  /** Whose phones are written without a plus. */
  readonly phoneCountry: PhoneCountry;
  /** From one SMS to the next of its kind to one person, ms. */
  readonly smsPauseMs: number;
  /** Sentences by which a refused certificate wants its PIN, or another one. */
  readonly certificatePin: readonly RegExp[];
  /** Sentences by which a PIN is refused that no further try will make right: a new one has to be sent. */
  readonly pinExpired: readonly RegExp[];
};

export function says(message: string, phrases: readonly RegExp[]): boolean {
  return phrases.some((phrase) => phrase.test(message));
}
