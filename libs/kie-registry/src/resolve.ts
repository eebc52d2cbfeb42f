import type { Catalogue, Model } from './model.ts';
import { nearest } from './nearest.ts';

/** Why an id leads to no model, and what to use. `message` is a sentence for a person. */
export interface ResolveError {
  /**
   * - `unknown_model`: nobody knows the id.
   * - `retired_model`: KIE had it once.
   * - `not_a_model`: the name of a page or a product, or the id of another service, seen where an id belongs.
   */
  readonly code: 'unknown_model' | 'retired_model' | 'not_a_model';
  readonly message: string;
  /** Ids that can be called, best first; may be empty. */
  readonly suggestions: readonly string[];
}

export type ResolveResult =
  | { readonly model: Model; readonly error?: never }
  | { readonly error: ResolveError; readonly model?: never };

/** Finds the model that an id written by a person means to call, or explains why there is none. */
export function resolveId(id: string, byId: ReadonlyMap<string, Model>, catalogue: Catalogue): ResolveResult {
  const model = byId.get(id);
  if (model?.status === 'retired')
    return { error: replaced('retired_model', `KIE has retired "${id}"`, model, catalogue) };
  if (model?.status === 'reference') {
    return {
      error: replaced('not_a_model', `"${id}" is a name, not an id that KIE takes`, model, catalogue),
    };
  }
  if (model !== undefined) return { model };
  const wrong = catalogue.wrongIds.find((entry) => entry.id === id);
  if (wrong !== undefined) {
    const why = wrong.why === undefined ? '' : ` (${wrong.why})`;
    const target = byId.get(wrong.use);
    const error =
      target?.status === 'retired'
        ? replaced(
            'not_a_model',
            `"${id}" is no id of KIE${why}; "${wrong.use}" was one and is retired`,
            target,
            catalogue,
          )
        : failure('not_a_model', `"${id}" is no id of KIE${why}. Use ${wrong.use}.`, [wrong.use]);
    return { error };
  }
  const close = nearest(
    id,
    catalogue.models.filter((m) => m.status === 'active').map((m) => m.id),
  );
  const hint = close.length === 0 ? 'registry.list() gives every model.' : `Did you mean ${oneOf(close)}?`;
  return { error: failure('unknown_model', `There is no model "${shorten(id)}". ${hint}`, close) };
}

function replaced(
  code: ResolveError['code'],
  start: string,
  model: Model,
  catalogue: Catalogue,
): ResolveError {
  if (model.useInstead !== undefined) {
    return failure(code, `${start}. Use ${oneOf(model.useInstead)}.`, model.useInstead);
  }
  const sameKind = catalogue.models
    .filter((m) => m.status === 'active' && m.type === model.type)
    .map((m) => m.id);
  if (sameKind.length === 0)
    return failure(code, `${start}. No other model does the same (${model.type}).`, []);
  const some = sameKind.slice(0, 3);
  return failure(
    code,
    `${start}. Nothing took its place; other ${model.type} models are ${some.join(', ')}.`,
    some,
  );
}

function failure(code: ResolveError['code'], message: string, suggestions: readonly string[]): ResolveError {
  return { code, message, suggestions };
}

function oneOf(ids: readonly string[]): string {
  return ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}`;
}

function shorten(id: string): string {
  return id.length > 80 ? `${id.slice(0, 77)}...` : id;
}
