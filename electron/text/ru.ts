export const ru = {
  product: 'АРМ кассира',
  startup: {
    switchNeedsValue: 'У ключа {{name}} нет значения. Пример: {{name}} ПУТЬ',
    dataDirUnusable: 'Папка данных {{dir}} недоступна для записи: {{reason}}. Укажите другую ключом --data-dir.',
    alreadyRunning: 'Программа уже работает с этой папкой данных: {{dir}}. Перейдите в открытое окно.',
    profileMissing: 'Файл профиля не найден: {{file}}',
    profileUnreadable: 'Файл профиля не читается: {{file}}. {{reason}}',
    profileInvalid: 'Файл профиля {{file}} заполнен неверно:\n{{reason}}',
    settingsNotStored: 'Настройки не сохранены в {{file}}: {{reason}}',
    internal: 'Программа не запустилась: {{reason}}. Повторите запуск; если не помогает, сообщите администратору.',
    journalUnusable: 'Журнал {{file}} не открывается: {{reason}}. Проверьте диск и права на папку.',
    journalTooNew: 'Журнал {{file}} создан более новой версией программы. Обновите программу.',
    journalPragma:
      'Диск с журналом {{file}} не поддерживает надёжную запись ({{name}}). Перенесите папку данных ключом --data-dir.',
  },
  device: { scanner: 'Сканер', printer: 'Принтер' },
  sale: { typedAmount: 'Товары на сумму', markup: 'Наценка' },
  training: { outlet: 'Учебный магазин', till: 'Касса 1', cashier: 'Кассир-стажёр' },
};
