import * as v from 'valibot';
import type { Catalogue } from '../model.ts';
import { crossMistakes } from './cross-checks.ts';
import { shapeMistake, tidied } from './load.ts';
import { CatalogueError } from './mistake.ts';
import { overlaySchema } from './schema.ts';
import { parseSource, type Path } from './source.ts';

/**
 * Reads and checks a small catalogue file that is laid over another one: models added or, by their id, replaced; tables
 * of values and wrong ids added. So a program learns of a new model, or of a changed price, without a new version of
 * this package. The file is YAML or JSON; its entries are those of the catalogue file.
 *
 * @param file its name, for messages
 * @param base the catalogue to lay it over, e.g. that of the built-in registry
 * @throws CatalogueError with every mistake and its line and column
 *
 * @example
 * const text = await readFile('overlay.yaml', 'utf8');
 * const mine = createRegistry(loadOverlay(text, 'overlay.yaml', registry.catalogue));
 */
export function loadOverlay(text: string, file: string, base: Catalogue): Catalogue {
  const source = parseSource(text, file);
  const result = v.safeParse(overlaySchema, source.value);
  if (!result.success) {
    throw new CatalogueError(file, tidied(result.issues.map((issue) => shapeMistake(issue, source))));
  }
  const { models = [], wrongIds = [], valueLabels = {} } = result.output;
  const isNew = new Set(models.map((model) => model.id));
  const named = new Set([...isNew, ...wrongIds.map(({ id }) => id)]);
  const kept = base.models.filter(({ id }) => !isNew.has(id));
  const keptIds = base.wrongIds.filter(({ id }) => !named.has(id));
  const merged: Catalogue = {
    ...base,
    valueLabels: { ...base.valueLabels, ...valueLabels },
    wrongIds: [...wrongIds, ...keptIds],
    models: [...models, ...kept],
  };
  // The overlay comes first in each list, so a place in its lists is the same place in the merged ones. What stands
  // behind is not of this file: a base model that names a successor which the overlay retires is no mistake of anybody.
  const isOurs = ([list, index]: Path): boolean =>
    typeof index === 'number' && index < (list === 'models' ? models.length : wrongIds.length);
  const mistakes = crossMistakes(merged)
    .filter(({ path }) => isOurs(path))
    .map(({ path, message }) => ({ path, message, place: source.placeOf(path) }));
  if (mistakes.length > 0) throw new CatalogueError(file, tidied(mistakes));
  return { ...merged, models: [...replaced(base, models), ...added(base, models)] };
}

type Models = Catalogue['models'];

/** The base list with the entries of the overlay in the places of those they replace. */
function replaced(base: Catalogue, models: Models): Models {
  const byId = new Map(models.map((model) => [model.id, model]));
  return base.models.map((model) => byId.get(model.id) ?? model);
}

function added(base: Catalogue, models: Models): Models {
  const known = new Set(base.models.map(({ id }) => id));
  return models.filter(({ id }) => !known.has(id));
}
