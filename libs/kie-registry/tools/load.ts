import * as v from 'valibot';
import type { Catalogue } from '../src/model.ts';
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
    ? crossMistakes(result.output).map((m) => ({ place: source.placeOf(m.path), message: m.message }))
    : result.issues.map((issue) => shapeMistake(issue, source));
  if (mistakes.length > 0) {
    mistakes.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
    throw new CatalogueError(file, mistakes);
  }
  return source.value as Catalogue;
}

function shapeMistake(issue: v.BaseIssue<unknown>, source: Source): Mistake {
  const path: Path = (issue.path ?? []).map((item) => item.key as string | number);
  const key = path.at(-1);
  // Messages of maps name the key themselves; those of single values do not know where they are.
  const single = issue.type !== 'strict_object' && issue.type !== 'picklist' && issue.type !== 'variant';
  const subject = single && key !== undefined ? `${typeof key === 'number' ? `item ${key + 1}` : key}: ` : '';
  return {
    place: source.placeOf(path, issue.type === 'strict_object' ? 'key' : 'value'),
    message: subject + issue.message,
  };
}
