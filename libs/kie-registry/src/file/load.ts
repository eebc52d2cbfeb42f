import * as v from 'valibot';
import type { Catalogue } from '../model.ts';
import { crossMistakes } from './cross-checks.ts';
import type { Mistake } from './mistake.ts';
import { CatalogueError } from './mistake.ts';
import { catalogueSchema } from './schema.ts';
import { parseSource } from './source.ts';
import type { Path, Source } from './source.ts';

/**
 * Reads and checks the text of a catalogue file.
 *
 * @param file its name, for messages
 * @throws CatalogueError with every mistake and its line and column
 */
export function loadCatalogue(text: string, file: string): Catalogue {
  const source = parseSource(text, file);
  const result = v.safeParse(catalogueSchema, source.value);
  const mistakes = result.success
    ? crossMistakes(result.output).map((m) => ({
        place: source.placeOf(m.path),
        message: m.message,
        path: m.path,
      }))
    : result.issues.map((issue) => shapeMistake(issue, source));
  if (mistakes.length > 0) throw new CatalogueError(file, tidied(mistakes));
  return source.value as Catalogue;
}

/** A mistake with its way into the data. */
export interface PathMistake extends Mistake {
  readonly path: Path;
}

/** In the order of the file, each once, and without what follows from a key that is only mistyped. */
export function tidied(mistakes: readonly PathMistake[]): Mistake[] {
  const seen = new Set<string>();
  return mistakes
    .filter((mistake) => {
      const text = `${mistake.place.line}:${mistake.place.column}:${mistake.message}`;
      const isNew = !seen.has(text) && !isConsequence(mistake, mistakes);
      seen.add(text);
      return isNew;
    })
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** A map lacks a key because that key is misspelt: the unknown key in the same map already says so. */
function isConsequence({ path, message }: PathMistake, mistakes: readonly PathMistake[]): boolean {
  const key = path.at(-1);
  if (key === undefined || !message.endsWith(` lacks the key ${key}`)) return false;
  const map = path.slice(0, -1).join('/');
  return mistakes.some(
    (other) => other.path.slice(0, -1).join('/') === map && other.message.includes(`did you mean ${key}?`),
  );
}

/** What a schema found, at its place in the file. */
export function shapeMistake(issue: v.BaseIssue<unknown>, source: Source): PathMistake {
  const path: Path = (issue.path ?? []).map((item) => item.key as string | number);
  const key = path.at(-1);
  // Messages of maps name the key themselves; those of single values do not know where they are.
  const single = issue.type !== 'strict_object' && issue.type !== 'picklist' && issue.type !== 'variant';
  const subject = single && key !== undefined ? `${typeof key === 'number' ? `item ${key + 1}` : key}: ` : '';
  const place = source.placeOf(path, issue.type === 'strict_object' ? 'key' : 'value');
  return { place, message: subject + issue.message, path };
}
