import { quote, type Field, type Model, type ModelType, type Quote, type Registry } from '@kie/registry';
import { minimalInput, type Validator } from '@kie/validator';
import { createSampleMedia } from '../media/sample-media.ts';
import { selectModels, selectTypes, successorOf, type Selection } from './selection.ts';

/** One line of the report before anything has been sent. */
export type PlanItem =
  | {
      readonly kind: 'run';
      readonly type: ModelType;
      readonly model: Model;
      readonly input: Readonly<Record<string, unknown>>;
      readonly quote: Quote;
    }
  /** Will not be tried, and why. */
  | { readonly kind: 'skip'; readonly type: ModelType; readonly model: Model; readonly reason: string }
  /** The generated input is refused: a fault of the catalogue or of the generator. */
  | { readonly kind: 'invalid'; readonly type: ModelType; readonly model: Model; readonly reason: string }
  /** No active model has the type. */
  | { readonly kind: 'absent'; readonly type: ModelType; readonly reason: string };

/** What a plan is made with. */
export interface PlanParts {
  readonly registry: Registry;
  readonly validator: Validator;
  /** Real money is at stake: what cannot work without an earlier task is left out. */
  readonly live: boolean;
}

/** The APIs whose models the client calls by id. */
const CALLED: ReadonlySet<Model['api']> = new Set<Model['api']>(['jobs', 'veo', 'flux-kontext']);

const isFile = (value: unknown): boolean => value instanceof Blob;

function needsEarlierTask(model: Model, input: Readonly<Record<string, unknown>>): Field | undefined {
  return model.fields.find((field) => field.ref !== undefined && Object.hasOwn(input, field.name));
}

function planModel(model: Model, parts: PlanParts, mediaFor: (field: Field) => unknown): PlanItem {
  const { type } = model;
  if (!CALLED.has(model.api)) {
    const instead = model.unifiedAs === undefined ? '' : `; use ${model.unifiedAs}`;
    return { kind: 'skip', type, model, reason: `its API, ${model.api}, is called by hand only${instead}` };
  }
  const input = minimalInput(model, mediaFor);
  const checked = parts.validator.validate(model.id, input, { isFile });
  if (!checked.valid) {
    return { kind: 'invalid', type, model, reason: checked.errors.map((issue) => issue.message).join(' ') };
  }
  const earlier = parts.live ? needsEarlierTask(model, input) : undefined;
  if (earlier !== undefined) {
    return { kind: 'skip', type, model, reason: `needs the id of an earlier task in ${earlier.name}` };
  }
  return { kind: 'run', type, model, input, quote: quote(model, checked.payload) };
}

/** The most an item can cost; an unknown price counts dearest. */
export function upperBound(item: PlanItem): number {
  if (item.kind !== 'run') return Number.POSITIVE_INFINITY;
  return item.quote.kind === 'unknown' ? Number.POSITIVE_INFINITY : item.quote.credits;
}

/**
 * What will be tried: the models asked for, or the cheapest that can be run of each type. Inputs are generated and
 * checked here, so a plan costs nothing and its estimate is about exactly what will be sent.
 *
 * @throws UsageError for an unknown id, type or vendor
 */
export function makePlan(selection: Selection, parts: PlanParts): readonly PlanItem[] {
  const { registry } = parts;
  const mediaFor = createSampleMedia();
  const items = selectModels(registry, selection).map((model) => planModel(model, parts, mediaFor));
  const single = selection.all !== true && selection.models === undefined && selection.vendor === undefined;
  if (selection.models !== undefined && selection.models.length > 0) return items;
  return selectTypes(registry, selection.types).flatMap((type): PlanItem[] => {
    const ofType = items.filter((item) => item.type === type);
    if (ofType.length === 0) {
      if (selection.vendor !== undefined) return [];
      const successor = successorOf(registry, type);
      return [
        { kind: 'absent', type, reason: `no active model${successor === undefined ? '' : `; ${successor}`}` },
      ];
    }
    if (!single) return ofType;
    const cheapest = ofType.toSorted((a, b) => upperBound(a) - upperBound(b))[0];
    return cheapest === undefined ? [] : [cheapest];
  });
}

/** What a plan will cost at most, in credits, and the models whose price nobody knows. */
export function estimate(plan: readonly PlanItem[]): {
  readonly credits: number;
  readonly unknown: readonly string[];
} {
  let credits = 0;
  const unknown: string[] = [];
  for (const item of plan) {
    if (item.kind !== 'run') continue;
    if (item.quote.kind === 'unknown') unknown.push(item.model.id);
    else credits += item.quote.credits;
  }
  return { credits: Math.round(credits * 10_000) / 10_000, unknown };
}
