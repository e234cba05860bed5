import type { preparation as ru } from '../ru/preparation.ts';
import type { Wording } from '../wording.ts';

export const preparation: Wording<typeof ru> = {
  preparation: {
    restore: 'Журнал відновлюється',
    migrate: 'Журнал оновлюється',
    progress: 'Скільки зроблено',
    percent: '{{percent}} %',
    step: {
      reading: 'Читаємо пошкоджений файл',
      refilling: 'Додаємо відсутнє з резервної копії',
      checking: 'Перевіряємо відновлене',
      'backing-up': 'Робимо копію журналу',
      migrating: 'Переводимо журнал на нову версію програми',
    },
    help: 'Великий журнал потребує кількох хвилин, потім відкриється каса. Якщо закрити програму, під час наступного запуску все почнеться спочатку; файли залишаться цілі.',
  },
};
