import type { SlipText } from './ru.ts';

export const en: SlipText = {
  receipt: 'Receipt {{number}}',
  cashier: 'Cashier: {{cashier}}',
  quantity: '{{quantity}} × {{price}}',
  lineDiscount: 'Discount',
  sum: 'Sum',
  discount: 'Promotions',
  bonuses: 'Paid with bonuses',
  due: 'TOTAL',
  cash: 'Cash',
  card: 'Card',
  change: 'Change',
  customer: 'Customer :',
  balanceBefore: 'Your bonuses :',
  redeemed: 'Bonuses redeemed :',
  accrued: 'Bonuses accrued :',
  balanceAfter: 'Bonuses left :',
  copy: '*** COPY ***',
  thanks: 'Thank you!',
};
