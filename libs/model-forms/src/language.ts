/** The languages of labels. */
export type Language = 'en' | 'ru';

/** A text in every language, in this order: English, Russian. */
export type Words = readonly [en: string, ru: string];

export function inLanguage([en, ru]: Words, language: Language): string {
  return language === 'ru' ? ru : en;
}

/** `snake_case` and `camelCase` names mean the same; the tables have the former. */
export function plainName(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** A name nobody has translated: its words, with a capital. */
export function humanised(name: string): string {
  const words = plainName(name)
    .replace(/_urls?$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
