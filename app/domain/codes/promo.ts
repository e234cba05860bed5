import { asIfLatin } from './layout.ts';

/** Whether a service's promo codes are in capitals, whatever a person types, or just as they are typed. */
export const PROMO_CASES = ['upper', 'as-typed'] as const;
export type PromoCase = (typeof PROMO_CASES)[number];

const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * What a promo code may have been meant to be, the likeliest first: in Latin letters where it was typed in another layout, in
 * capitals where codes are, and at last as it came. What a scanner read is exact, and comes first.
 */
export function promoSpellings(text: string, letters: PromoCase, scanned = false): readonly string[] {
  const inCase = (code: string) => (letters === 'upper' ? code.toUpperCase() : code);
  const latin = CYRILLIC.test(text) ? asIfLatin(text).filter((reading) => !CYRILLIC.test(reading)) : [];
  return [...new Set([...(scanned ? [text] : []), ...latin.map(inCase), inCase(text), text])];
}
