import type { menu as ru } from '../ru/menu.ts';
import type { Wording } from '../wording.ts';

export const menu: Wording<typeof ru> = {
  search: {
    title: 'Пошук товару',
    label: 'Слова з назви',
    placeholder: 'слова з назви, у будь-якому порядку',
    list: 'Знайдені товари',
    help: 'Почніть вводити назву: «мол 3,2», «чай чорн». ↑ ↓ — вибрати, Enter — додати.',
    nothing: 'Таких товарів немає.',
    more: 'Показано перші {{most}}: додайте слово.',
    add: 'Додати',
  },
  menu: {
    till: 'Операції з ККМ',
    other: 'Інші операції',
    reports: 'Звіти',
    more: 'Ще',
    items: {
      search: 'Пошук товару',
      openShift: 'Відкрити зміну',
      printX: 'X-звіт',
      closeShift: 'Z-звіт: закрити зміну',
      drawer: 'Відкрити грошову скриньку',
      reprint: 'Повторити сліп',
      shifts: 'Зміни й минулі звіти',
      journal: 'Журнал чеків',
      outbox: 'Не надіслане',
      hold: 'Відкласти чек або взяти відкладений',
      heldReceipts: 'Відкладені чеки',
      returnGoods: 'Повернення',
      certificate: 'Сертифікат',
      promo: 'Промокод',
      manualDiscount: 'Ручна знижка або націнка',
      registration: 'Реєстрація покупця',
      sendChatBot: 'СМС із чат-ботом',
      removeCustomer: 'Прибрати клієнта',
      benefits: 'Пільга ЄЦС',
      setup: 'Налаштування',
      scannerAdvice: 'Пам’ятка з налаштування сканерів',
    },
  },
};
