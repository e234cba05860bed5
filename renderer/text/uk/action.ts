import type { action as ru } from '../ru/action.ts';
import type { Wording } from '../wording.ts';

export const action: Wording<typeof ru> = {
  action: {
    label: 'Дії',
    newReceipt: 'Новий чек',
    cancelReceipt: 'Скасувати чек',
    quantity: 'Кількість',
    removeLine: 'Видалити рядок',
    removeCustomer: 'Прибрати клієнта',
    certificate: 'Сертифікат',
    promo: 'Промокод',
    registration: 'Реєстрація',
    manualDiscount: 'Ручна знижка',
    returnGoods: 'Повернення',
    reprint: 'Повторити сліп',
    drawer: 'Грошова скринька',
    cancel: 'Скасувати',
    close: 'Закрити',
    back: 'Повернутися',
  },
};
