/** What keys do. */
export const action = {
  action: {
    label: 'Действия',
    newReceipt: 'Новый чек',
    cancelReceipt: 'Отменить чек',
    quantity: 'Количество',
    removeLine: 'Удалить строку',
    removeCustomer: 'Убрать клиента',
    certificate: 'Сертификат',
    promo: 'Промокод',
    registration: 'Регистрация',
    manualDiscount: 'Ручная скидка',
    returnGoods: 'Возврат',
    reprint: 'Повторить слип',
    drawer: 'Денежный ящик',
    cancel: 'Отмена',
    close: 'Закрыть',
    back: 'Вернуться',
  },
} as const;
