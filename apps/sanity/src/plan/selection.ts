import { nearest, type Model, type ModelType, type Registry } from '@kie/registry';
import { UsageError } from '../usage-error.ts';

/** Which models are tried. Without anything: the cheapest active model of each type. */
export interface Selection {
  /** Every active model. */
  readonly all?: boolean;
  readonly types?: readonly string[];
  /** Ids, also of models that are not active but that KIE may still take. */
  readonly models?: readonly string[];
  readonly vendor?: string;
}

/** What was probably meant, or everything that there is. */
export function hint(word: string, known: readonly string[]): string {
  const near = nearest(word, known, 1);
  return near.length > 0 ? ` Did you mean ${near[0]}?` : ` Known: ${known.join(', ')}.`;
}

/** The types asked for, or all of them, in the order of the catalogue. */
export function selectTypes(registry: Registry, wanted: readonly string[] | undefined): readonly ModelType[] {
  const known = Object.keys(registry.catalogue.modelTypes) as ModelType[];
  const unknown = wanted?.find((type) => !known.includes(type as ModelType));
  if (unknown !== undefined) throw new UsageError(`There is no type "${unknown}".${hint(unknown, known)}`);
  return wanted === undefined ? known : known.filter((type) => wanted.includes(type));
}

/** `kling` and `Kuaishou Kling` both name the vendor "Kuaishou Kling"; `alibaba` names several. */
export function isVendor(name: string, wanted: string): boolean {
  const [full, part] = [name.toLowerCase(), wanted.toLowerCase()];
  return full === part || full.split(' ').includes(part);
}

/** The models asked for by id, vendor and type. An id or vendor that does not exist is an error with a suggestion. */
export function selectModels(registry: Registry, selection: Selection): readonly Model[] {
  const { models = [], vendor } = selection;
  const types = selectTypes(registry, selection.types);
  if (models.length > 0) {
    return models.map((id) => {
      const { model, error } = registry.resolve(id);
      if (model === undefined) throw new UsageError(error.message);
      return model;
    });
  }
  const active = registry.list();
  const found = active.filter((model) => vendor === undefined || isVendor(model.vendor, vendor));
  if (vendor !== undefined && found.length === 0) {
    const vendors = [...new Set(active.map((model) => model.vendor))];
    throw new UsageError(`There is no vendor "${vendor}".${hint(vendor, vendors)}`);
  }
  return found.filter((model) => types.includes(model.type));
}

/**
 * What to use instead of a type that has no active model: the ids the catalogue names, one that KIE may still take though
 * its page is gone, or a related type.
 */
export function successorOf(registry: Registry, type: ModelType): string | undefined {
  const { models, modelTypes } = registry.catalogue;
  const ofType = models.filter((model) => model.type === type);
  const named = ofType.flatMap((model) => model.useInstead ?? []);
  const active = [...new Set(named)].filter((id) => registry.get(id)?.status === 'active');
  if (active.length > 0) return `use ${active.join(', ')}`;
  const unlisted = ofType.find((model) => model.status === 'unlisted');
  if (unlisted !== undefined) return `KIE may still take ${unlisted.id}, which left its docs`;
  const { base } = modelTypes[type];
  if (base === 'other') return undefined;
  const related = registry
    .types()
    .find((entry) => entry.type !== type && modelTypes[entry.type].base === base);
  return related === undefined ? undefined : `nearest type: ${related.type}`;
}
