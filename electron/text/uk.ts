import type { ru } from './ru.ts';

export const uk: typeof ru = {
  product: 'АРМ касира',
  startup: {
    switchNeedsValue: 'Ключ {{name}} не має значення. Приклад: {{name}} ШЛЯХ',
    dataDirUnusable: 'Тека даних {{dir}} недоступна для запису: {{reason}}. Вкажіть іншу ключем --data-dir.',
    alreadyRunning: 'Програма вже працює з цією текою даних: {{dir}}. Перейдіть до відкритого вікна.',
    profileMissing: 'Файл профілю не знайдено: {{file}}',
    profileUnreadable: 'Файл профілю не читається: {{file}}. {{reason}}',
    profileInvalid: 'Файл профілю {{file}} заповнено неправильно:\n{{reason}}',
    settingsNotStored: 'Налаштування не збережено в {{file}}: {{reason}}',
    internal: 'Програма не запустилася: {{reason}}. Повторіть запуск; якщо не допомагає, повідомте адміністратора.',
    journalUnusable: 'Журнал {{file}} не відкривається: {{reason}}. Перевірте диск і права на теку.',
    journalTooNew: 'Журнал {{file}} створено новішою версією програми. Оновіть програму.',
    journalPragma:
      'Диск із журналом {{file}} не підтримує надійний запис ({{name}}). Перенесіть теку даних ключем --data-dir.',
  },
  device: { scanner: 'Сканер', printer: 'Принтер' },
  sale: { typedAmount: 'Товари на суму', markup: 'Націнка' },
  training: { outlet: 'Навчальний магазин', till: 'Каса 1', cashier: 'Касир-стажер' },
};
