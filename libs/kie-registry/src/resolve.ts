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
  if (model !== undefined) {
    if (model.status !== 'retired' && model.status !== 'reference') return { model };
    return { error: notCallable(model, catalogue) };
  }
  const wrong = catalogue.wrongIds.find((entry) => entry.id === id);
  if (wrong !== undefined) {
    const target = byId.get(wrong.use);
    const callable = target !== undefined && target.status !== 'retired';
    const suggestions = callable ? [wrong.use] : [...(target?.useInstead ?? [])];
    const why = wrong.why === undefined ? '' : ` (${wrong.why})`;
    const gone = callable ? '' : `, which was ${wrong.use} and is retired`;
    return { error: problem('not_a_model', `"${id}" is no id of KIE${why}${gone}`, suggestions) };
  }
  const candidates = catalogue.models.filter((m) => m.status === 'active').map((m) => m.id);
  const close = nearest(id, candidates);
  return { error: problem('unknown_model', `There is no model "${shorten(id)}"`, close) };
}

function notCallable(model: Model, catalogue: Catalogue): ResolveError {
  const retired = model.status === 'retired';
  const start = retired
    ? `KIE has retired "${model.id}"`
    : `"${model.id}" is a name, not an id that KIE takes`;
  if (model.useInstead !== undefined) {
    return problem(retired ? 'retired_model' : 'not_a_model', start, model.useInstead);
  }
  const sameKind = catalogue.models
    .filter((m) => m.status === 'active' && m.type === model.type)
    .map((m) => m.id)
    .slice(0, 3);
  const message =
    sameKind.length === 0
      ? `${start}; no other model does the same (${model.type})`
      : `${start} and nothing took its place`;
  return problem(retired ? 'retired_model' : 'not_a_model', message, sameKind, 'Other models of its kind');
}

function problem(
  code: ResolveError['code'],
  start: string,
  suggestions: readonly string[],
  lead = 'Use',
): ResolveError {
  if (suggestions.length === 0) {
    const list = code === 'unknown_model' ? ' registry.list() gives every id.' : '';
    return { code, message: `${start}.${list}`, suggestions };
  }
  const verb = code === 'unknown_model' ? 'Did you mean' : lead;
  const end = code === 'unknown_model' ? '?' : '.';
  return {
    code,
    message: `${start}. ${verb}${lead === 'Use' ? '' : ':'} ${suggestions.join(', ')}${end}`,
    suggestions,
  };
}

function shorten(id: string): string {
  return id.length > 80 ? `${id.slice(0, 77)}...` : id;
}
