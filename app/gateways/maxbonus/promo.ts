import type { PromoAnswer } from '../../domain/calculation.ts';
import { cleanMessage } from '../http/service-text.ts';
import type { CheckAnswer } from './wire.ts';

/**
 * What the service made of a promo code, be it as a coupon or as a gift code. A coupon is accepted when the answer says that
 * it was used, or, where it does not speak of that, has a code other than the published exchange's "0".
 */
export function toPromo(answer: CheckAnswer): PromoAnswer {
  const {
    coupon_used: used,
    coupon_code: code,
    coupon_message: couponMessage,
    gift_code_message: giftMessage,
  } = answer;
  if (answer.gift_code_used) return { accepted: true, message: cleanMessage(giftMessage ?? '') };
  const accepted = typeof used === 'string' ? used !== '' : !['', '0'].includes(code ?? '');
  return { accepted, message: cleanMessage(couponMessage || giftMessage || '') };
}
