import { createInstance } from 'i18next';
import type { Profile } from '../../app/settings/profile.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** The few sentences that main itself says: why it cannot start, and names that go into a sale. */
export function mainText(language: Profile['language']) {
  const text = createInstance({
    lng: language,
    fallbackLng: 'ru',
    resources: { ru: { translation: ru }, uk: { translation: uk }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void text.init();
  return text.t;
}

export type MainText = ReturnType<typeof mainText>;
