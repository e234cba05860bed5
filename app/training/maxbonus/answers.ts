import { type Kopecks, toDecimal, toRoubles } from '../../domain/money.ts';
import type { Calculation, WrittenReceipt } from './ledger.ts';
import type { Session } from './sessions.ts';

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

/** CalcCheckResponse, key by key as in the published exchange; `total_check_amount` is the sum before discounts. */
export function calculationAnswer({ id, balance, sums }: Calculation, customerToken = ANONYMOUS_ECHO) {
  return {
    code: null,
    calc_id: id,
    customer_token: customerToken,
    customer_total_bonus: toRoubles(balance),
    total_max_bonus_can_pay: toRoubles(sums.limit),
    total_bonus_pay: toRoubles(sums.redeemed),
    total_add_bonus: toRoubles(sums.accrued),
    total_discount: toRoubles(sums.discount),
    total_check_amount: toRoubles(sums.total),
    campaign_id: 0,
    campaign_name: null,
    coupon: '',
    coupon_used: '',
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
    coupon_code: null,
    coupon_message: null,
  };
}

/** WriteCheckResponse: a footer in the wording of the manual's appendix 2, and the sums it says. */
export function writeAnswer(receipt: WrittenReceipt) {
  const { sums } = receipt.calculation;
  return {
    check_number: receipt.checkNumber,
    calc_id: receipt.calculation.id,
    total_bonus_pay: toRoubles(sums.redeemed),
    total_add_bonus: toRoubles(sums.accrued),
    customer_total_bonus: toRoubles(receipt.balanceAfter),
    text: footer(receipt).join('\n'),
  };
}

function footer({ calculation: { customer, sums }, balanceBefore, balanceAfter }: WrittenReceipt): readonly string[] {
  const thanks = 'Спасибо за покупку. Ждём вас снова!';
  if (!customer) return [thanks];
  return [
    `Клиент : ***${customer.phone.slice(-4)}`,
    `Ваши бонусы : ${toDecimal(balanceBefore)}`,
    ...(sums.redeemed > 0 ? [`Списано бонусов : ${toDecimal(sums.redeemed)}`] : []),
    `Начислено бонусов : ${toDecimal(sums.accrued)}`,
    `Остаток Бонусов : ${toDecimal(balanceAfter)}`,
    thanks,
  ];
}
