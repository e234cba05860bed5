import { type Kopecks, plus, toRoubles, ZERO } from '../../domain/money.ts';
import { receiptFooter, returnFooter } from './footers.ts';
import type { Calculation, WrittenReceipt, WrittenReturn } from './ledger.ts';
import type { PromoCodes } from './promo-codes.ts';
import type { Session } from './sessions.ts';
import { tenderedTotal } from './tender.ts';

/** What the published exchange shows for an anonymous customer: eleven eights, though ten are sent. */
const ANONYMOUS_ECHO = '88888888888';

/** CustomerAuthResponse (MaxBonus integrator's manual, sample of the method). */
export function customerAnswer({ token, customer }: Session, balance: Kopecks) {
  return {
    first_name: customer.firstName,
    middle_name: customer.patronymic,
    last_name: customer.familyName,
    total_bonus: toRoubles(balance),
    token,
    phone: customer.phone,
    exists_chatbot: customer.hasChatBot,
    n_checkpin: customer.needsPin ? 1 : 0,
    register_request: '',
  };
}

/**
 * CalcCheckResponse, key by key as in the published exchange; `total_check_amount` is the sum before discounts. What
 * certificates pay and what became of a gift code are in no document: those keys are made after the others.
 */
export function calculationAnswer(calculation: Calculation, customerToken = ANONYMOUS_ECHO) {
  const { id, balance, sums, certificates, promos } = calculation;
  return {
    code: null,
    calc_id: id,
    customer_token: customerToken,
    customer_total_bonus: toRoubles(balance),
    total_max_bonus_can_pay: toRoubles(sums.limit),
    total_bonus_pay: toRoubles(sums.redeemed),
    total_add_bonus: toRoubles(sums.accrued),
    total_discount: toRoubles(sums.discount),
    total_certificate_pay: toRoubles(tenderedTotal(certificates)),
    total_check_amount: toRoubles(sums.total),
    campaign_id: 0,
    campaign_name: null,
    items: sums.items.map((item) => ({
      code: item.code,
      qty: item.qty,
      sum: toRoubles(item.sum),
      max_bonus_can_pay: toRoubles(item.limit),
      calc_discount: toRoubles(item.discount),
      calc_bonus_add: toRoubles(item.accrued),
      not_exist: !item.known,
      not_discount: false,
      index: item.index,
      price: toRoubles(item.price),
      action: 0,
      pay_bonus: toRoubles(item.redeemed),
    })),
    ...couponAnswer(promos.coupon),
    ...giftAnswer(promos.gift),
  };
}

/** As in the published exchange when the coupon is not found; nothing there shows one that is. */
function couponAnswer({ text, found }: PromoCodes['coupon']) {
  if (text === '') return { coupon: '', coupon_used: '', coupon_code: null, coupon_message: null };
  return found
    ? { coupon: text, coupon_used: text, coupon_code: '1', coupon_message: `Купон применён: скидка ${found.percent} %` }
    : { coupon: text, coupon_used: '', coupon_code: '0', coupon_message: 'Купон не найден в чеке' };
}

function giftAnswer({ text, found }: PromoCodes['gift']) {
  if (text === '') return { gift_code: '', gift_code_used: '', gift_code_message: null };
  return found
    ? { gift_code: text, gift_code_used: text, gift_code_message: `Подарочный код применён: скидка ${found.amount} ₽` }
    : { gift_code: text, gift_code_used: '', gift_code_message: 'Подарочный код не найден' };
}

/** WriteCheckResponse: a footer to print, and the sums it says. */
export function writeAnswer(receipt: WrittenReceipt) {
  const { sums, id } = receipt.calculation;
  return {
    check_number: receipt.checkNumber,
    calc_id: id,
    total_bonus_pay: toRoubles(sums.redeemed),
    total_add_bonus: toRoubles(sums.accrued),
    customer_total_bonus: toRoubles(receipt.balanceAfter),
    text: receiptFooter(receipt).join('\n'),
  };
}

export function returnAnswer(written: WrittenReturn) {
  return {
    check_number: written.checkNumber,
    return_number: written.returnNumber,
    total_bonus_return: toRoubles(written.restored),
    total_add_bonus_return: toRoubles(written.withdrawn),
    total_certificate_return: toRoubles(plus(...written.certificates.map(({ amount }) => amount))),
    customer_total_bonus: written.customer ? toRoubles(written.balanceAfter) : null,
    text: returnFooter(written).join('\n'),
  };
}

/** CertInfoResponse: `status_code` 1 cannot pay (manual, scenario 3). */
export function certificateAnswer(code: string, balance: Kopecks) {
  const used = balance === ZERO;
  return {
    status_code: used ? 1 : 0,
    status_name: used ? 'Использован' : 'Действует',
    code,
    summ: toRoubles(balance),
  };
}
