import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { kopecks } from '../../app/domain/money.ts';
import { formatFor } from '../format.ts';
import { en } from './en.ts';
import { type Language, languageOf } from './language.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** The texts of the interface in one language, ready at once: all three are bundled. */
export function startTexts(language: Language): i18n {
  const texts = createInstance();
  texts.use(initReactI18next);
  void texts.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { ru: { translation: ru }, uk: { translation: uk }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  // `{{allowed, money}}`: kopecks in the spelling of the language.
  texts.services.formatter?.add('money', (value: unknown, tag = '') =>
    typeof value === 'number' ? formatFor(languageOf(tag)).money(kopecks(value)) : String(value),
  );
  return texts;
}
