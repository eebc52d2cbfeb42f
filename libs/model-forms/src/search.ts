import { nearest } from '@kie/registry';
import type { Model, Registry } from '@kie/registry';
import { modelTypeLabel } from './model-words.ts';
import type { Language } from './language.ts';
import { NAME_ALIASES, TYPE_ALIASES } from './search-words.ts';
import { sound } from './transliterate.ts';

/** Nobody needs more words to find a model, and each is compared with all of them. */
const MAX_QUERY = 100;

/**
 * Active models for what a person typed, best first: names in either alphabet and with small mistakes ("клинг", "klnig"),
 * and kinds of work ("remove background", "убрать фон"). Empty for an empty query.
 *
 * @param language of the labels that are searched besides names and ids; the aliases know both
 */
export function search(registry: Registry, text: string, language: Language): Model[] {
  const query = text.trim().toLowerCase().slice(0, MAX_QUERY).replaceAll(/\s+/g, ' ');
  if (sound(query) === '') return [];
  const models = registry.list();
  const found = models
    .map((model, place) => ({ model, place, score: scoreOf(model, query, language) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ model }) => model);
  return found.length > 0 ? found : similar(registry, models, query);
}

function scoreOf(model: Model, query: string, language: Language): number {
  if (model.id.toLowerCase() === query || model.title.toLowerCase() === query) return 1000;
  const name = nameScore(model, nameOf(query));
  return Math.max(name, kindScore(model, query), labelScore(model, query, language));
}

/** How many of the words of the query the name has; all of them must be there. */
function nameScore(model: Model, query: string): number {
  const words = wordsOf(query)
    .flatMap((word) => wordsOf(nameOf(word)))
    .map(sound)
    .filter((word) => word !== '');
  if (words.length === 0) return 0;
  const parts = partsOf(model);
  const whole = parts.join('');
  let score = 0;
  for (const word of words) {
    if (parts.includes(word)) score += 100;
    else if (word.length > 1 && parts.some((part) => part.startsWith(word))) score += 60;
    else if (word.length > 3 && whole.includes(word)) score += 40;
    else return 0;
  }
  return score / words.length + words.length;
}

/** The catalogue's name for what people call a product. */
function nameOf(words: string): string {
  return (Object.hasOwn(NAME_ALIASES, words) ? NAME_ALIASES[words] : undefined) ?? words;
}

function partsOf(model: Model): string[] {
  const parts = wordsOf(`${model.title} ${model.id} ${model.vendor}`).map(sound);
  // "seedream4.5" is one word to people who write "seedream".
  return [...parts, ...parts.flatMap((part) => part.match(/[a-z]+|\d+/g) ?? [])].filter(
    (part) => part !== '',
  );
}

/** The longest phrase decides, so that "upscale video" is about videos. */
function kindScore(model: Model, query: string): number {
  let best = 0;
  let longest = 0;
  for (const { types, words } of TYPE_ALIASES) {
    const length = Math.max(...words.map((phrase) => sharedLength(query, phrase)));
    if (length === 0 || length < longest) continue;
    const score = types[0] === model.type ? 90 : types.includes(model.type) ? 80 : 0;
    // Somebody who types just the kind wants the kind, whatever else has the word in its name.
    const whole = score > 0 && words.includes(query) ? 60 : 0;
    best = length > longest ? score + whole : Math.max(best, score + whole);
    longest = length;
  }
  return best;
}

/** How much of a query is a phrase, or the beginning of one: a person may still be typing. */
function sharedLength(query: string, phrase: string): number {
  if (` ${query} `.includes(` ${phrase} `)) return phrase.length;
  return query.length > 2 && phrase.startsWith(query) ? query.length : 0;
}

function labelScore(model: Model, query: string, language: Language): number {
  return query.length > 2 && modelTypeLabel(model.type, language).toLowerCase().includes(query) ? 30 : 0;
}

/** Nothing fits: the name of something that is gone, whose replacements will do, or a name that is mistyped. */
function similar(registry: Registry, models: readonly Model[], query: string): Model[] {
  const gone = registry.catalogue.models.filter(
    (model) => model.status !== 'active' && nameScore(model, nameOf(query)) > 0,
  );
  const replacements = new Set(gone.flatMap(({ id }) => registry.resolve(id).error?.suggestions ?? []));
  if (replacements.size > 0) return models.filter(({ id }) => replacements.has(id));
  const words = new Set(models.flatMap(partsOf).filter((part) => part.length > 2));
  const wanted = wordsOf(query)
    .map(sound)
    .filter((word) => word.length > 2);
  const close = new Set(wanted.flatMap((word) => nearest(word, words, 1)));
  return models.filter((model) => partsOf(model).some((part) => close.has(part)));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');
}
