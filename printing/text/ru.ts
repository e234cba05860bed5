/** The words of slips. Ukrainian and English have the same keys. */
export const ru = {
  receipt: 'Чек № {{number}}',
  cashier: 'Кассир: {{cashier}}',
  quantity: '{{quantity}} × {{price}}',
  lineDiscount: 'Скидка',
  sum: 'Сумма',
  discount: 'Скидка по акциям',
  bonuses: 'Оплачено бонусами',
  due: 'ИТОГ',
  cash: 'Наличными',
  card: 'Картой',
  change: 'Сдача',
  customer: 'Клиент :',
  balanceBefore: 'Ваши бонусы :',
  redeemed: 'Списано бонусов :',
  accrued: 'Начислено бонусов :',
  balanceAfter: 'Остаток бонусов :',
  copy: '*** КОПИЯ ***',
  thanks: 'Спасибо за покупку!',
};

export type SlipText = typeof ru;
