/** Interface languages; the first is the default. */
export const LANGUAGES = ['ru', 'uk', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Reads a BCP 47 tag ("uk-UA"); anything we do not speak becomes Russian. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary) ?? 'ru';
}
