import type { Language } from '@kie/database';
import { en, type Texts } from './en.ts';
import { ru } from './ru.ts';

export type { Texts } from './en.ts';

const languages: Record<Language, Texts> = { en, ru };

/** The sentences of a language. */
export function textsOf(language: Language): Texts {
  return languages[language];
}

/** The language of a person who wrote for the first time, by the code Telegram gives (IETF tag). */
export function languageOf(code: string | undefined): Language {
  return ['ru', 'uk', 'be', 'kk'].includes((code ?? '').slice(0, 2).toLowerCase()) ? 'ru' : 'en';
}
