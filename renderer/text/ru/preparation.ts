/** The window while the journal is restored or migrated. */
export const preparation = {
  preparation: {
    restore: 'Журнал восстанавливается',
    migrate: 'Журнал обновляется',
    progress: 'Сколько сделано',
    percent: '{{percent}} %',
    step: {
      reading: 'Читаем повреждённый файл',
      refilling: 'Добавляем недостающее из резервной копии',
      checking: 'Проверяем восстановленное',
      'backing-up': 'Делаем копию журнала',
      migrating: 'Переводим журнал на новую версию программы',
    },
    help: 'Большой журнал займёт несколько минут, потом откроется касса. Если закрыть программу, при следующем запуске всё начнётся сначала; файлы останутся целы.',
  },
} as const;
