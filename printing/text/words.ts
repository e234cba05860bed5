import { createInstance } from 'i18next';
import type { Profile } from '../../app/settings/profile.ts';
import { en } from './en.ts';
import { ru, type SlipText } from './ru.ts';
import { uk } from './uk.ts';

export type Language = Profile['language'];

/** A word or phrase of the slip, with its gaps filled in. */
export type Words = (key: keyof SlipText, values?: Readonly<Record<string, string | number>>) => string;

const i18n = createInstance();
void i18n.init({
  resources: { ru: { translation: ru }, uk: { translation: uk }, en: { translation: en } },
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

export function words(language: Language): Words {
  const translate = i18n.getFixedT(language);
  return (key, values) => translate(key, { ...values });
}
