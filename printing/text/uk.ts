import type { SlipText } from './ru.ts';

export const uk: SlipText = {
  receipt: 'Чек № {{number}}',
  cashier: 'Касир: {{cashier}}',
  quantity: '{{quantity}} × {{price}}',
  lineDiscount: 'Знижка',
  sum: 'Сума',
  discount: 'Знижка за акціями',
  bonuses: 'Сплачено бонусами',
  due: 'РАЗОМ',
  cash: 'Готівкою',
  card: 'Карткою',
  change: 'Решта',
  customer: 'Клієнт :',
  balanceBefore: 'Ваші бонуси :',
  redeemed: 'Списано бонусів :',
  accrued: 'Нараховано бонусів :',
  balanceAfter: 'Залишок бонусів :',
  copy: '*** КОПІЯ ***',
  thanks: 'Дякуємо за покупку!',
};
