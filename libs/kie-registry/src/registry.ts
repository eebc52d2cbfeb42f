import type { Catalogue, Model, ModelStatus, ModelType, OutputKind } from './model.ts';
import { resolveId } from './resolve.ts';
import type { ResolveResult } from './resolve.ts';

/** Conditions for `list`; all that are given must hold. */
export interface ListFilter {
  /** What the model does first of all. */
  readonly type?: ModelType;
  /** As the catalogue spells it; case does not matter. */
  readonly vendor?: string;
  /** Default `active`. */
  readonly status?: ModelStatus;
  readonly output?: OutputKind;
}

/** Look-ups in a catalogue. Made by `createRegistry`; `registry` is the one for the built-in catalogue. */
export interface Registry {
  readonly catalogue: Catalogue;
  /** The entry with exactly this id, whatever its status. */
  get(id: string): Model | undefined;
  /**
   * The model for an id that a person wrote, or a message that says what is wrong with it and which ids to use.
   * Old ids that KIE may still take resolve; retired and invented ones do not.
   */
  resolve(id: string): ResolveResult;
  /** Models in the order of the catalogue; the active ones unless a status is given. */
  list(filter?: ListFilter): readonly Model[];
  /** The types that active models have, and how many of them. */
  types(): readonly { readonly type: ModelType; readonly count: number }[];
}

/**
 * Makes a registry of a catalogue of your own: the built-in one with models added, say. The catalogue is trusted to
 * have the right shape; only ids that are there twice are refused.
 *
 * @throws Error when two models have the same id.
 *
 * @example
 * const mine = createRegistry({ ...registry.catalogue, models: [...registry.catalogue.models, newModel] });
 */
export function createRegistry(catalogue: Catalogue): Registry {
  const byId = new Map<string, Model>();
  for (const model of catalogue.models) {
    if (byId.has(model.id))
      throw new Error(`The catalogue has two models with the id "${model.id}"; ids must differ.`);
    byId.set(model.id, model);
  }
  return {
    catalogue,
    get: (id) => byId.get(id),
    resolve: (id) => resolveId(id, byId, catalogue),
    list: (filter = {}) => catalogue.models.filter((model) => fits(model, filter)),
    types: () => countTypes(catalogue),
  };
}

function fits(model: Model, filter: ListFilter): boolean {
  return (
    model.status === (filter.status ?? 'active') &&
    (filter.type === undefined || model.type === filter.type) &&
    (filter.output === undefined || model.output === filter.output) &&
    (filter.vendor === undefined || model.vendor.toLowerCase() === filter.vendor.toLowerCase())
  );
}

function countTypes(catalogue: Catalogue): { type: ModelType; count: number }[] {
  const counts = new Map<ModelType, number>();
  for (const model of catalogue.models) {
    if (model.status === 'active') counts.set(model.type, (counts.get(model.type) ?? 0) + 1);
  }
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
