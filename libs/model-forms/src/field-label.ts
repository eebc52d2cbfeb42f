import { FIELD_WORDS } from './field-words.ts';
import { humanised, inLanguage, plainName, type Language } from './language.ts';

/** What people call a field; a name nobody has translated becomes its words. */
export function labelOf(name: string, language: Language): string {
  const words = FIELD_WORDS[plainName(name)];
  return words === undefined ? humanised(name) : inLanguage(words.label, language);
}
