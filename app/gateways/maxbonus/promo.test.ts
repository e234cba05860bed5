import { expect, test } from 'vitest';
import { toPromo } from './promo.ts';
import { checkAnswer } from './wire.ts';

const CHECK = {
  calc_id: 'c1',
  total_max_bonus_can_pay: 0,
  total_bonus_pay: 0,
  total_add_bonus: 0,
  total_discount: 0,
  total_check_amount: 0,
  items: [],
};

test.each([
  // As published: a coupon that is not found.
  [{ coupon_used: '', coupon_code: '0', coupon_message: 'Купон не найден в чеке' }, false, 'Купон не найден в чеке'],
  [{ coupon_used: '', coupon_code: '7', coupon_message: 'Купон просрочен' }, false, 'Купон просрочен'],
  [{ coupon_used: 'SALE10', coupon_code: '0', coupon_message: null }, true, ''],
  [{ coupon_code: 1, coupon_message: 'Скидка 10 %' }, true, 'Скидка 10 %'],
  [{ coupon_used: null, coupon_code: '0' }, false, ''],
  [{ coupon_used: null, coupon_code: null }, false, ''],
  [{}, false, ''],
  // The same text in both fields: one of the two knows it.
  [
    {
      coupon_used: '',
      coupon_code: '0',
      coupon_message: 'Купон не найден в чеке',
      gift_code_used: 'GIFT150',
      gift_code_message: 'Скидка 150',
    },
    true,
    'Скидка 150',
  ],
  [{ coupon_used: 'X', coupon_message: 'Скидка', gift_code_used: '', gift_code_message: 'Нет кода' }, true, 'Скидка'],
  [{ gift_code_used: '', gift_code_message: 'Нет кода' }, false, 'Нет кода'],
  [{ coupon_used: 'X', coupon_message: 'Скидка\u001bm\n' }, true, 'Скидка m'],
])('%j: accepted %s, «%s»', (answer, accepted, message) => {
  expect(toPromo(checkAnswer.whole.parse({ ...CHECK, ...answer }))).toEqual({ accepted, message });
});
