import { fromRoubles, ZERO } from '../../domain/money.ts';
import type { Shop, TrainingPromo } from './model.ts';
import type { PromoDiscount } from './rules.ts';

/** A promo code as sent, empty for none, and what the shop knows by it. */
type SentPromo<Kind extends TrainingPromo['kind']> = {
  readonly text: string;
  readonly found: Extract<TrainingPromo, { kind: Kind }> | null;
};

export type PromoCodes = { readonly coupon: SentPromo<'coupon'>; readonly gift: SentPromo<'gift'> };

/** Looks up what was sent as a coupon among coupons and as a gift code among gift codes; the same text may be in both. */
export function findPromos(promos: Shop['promos'], coupon: string, giftCode: string): PromoCodes {
  return {
    coupon: { text: coupon, found: promos.filter((promo) => promo.kind === 'coupon').find(named(coupon)) ?? null },
    gift: { text: giftCode, found: promos.filter((promo) => promo.kind === 'gift').find(named(giftCode)) ?? null },
  };
}

function named(text: string) {
  return ({ code }: TrainingPromo): boolean => code === text;
}

export function discountOf({ coupon, gift }: PromoCodes): PromoDiscount {
  return { percent: coupon.found?.percent ?? 0, sum: fromRoubles(gift.found?.amount ?? 0) ?? ZERO };
}
