import type { LiveModel } from '@kie/client';
import type { Field, Model } from '@kie/registry';
import { inputSchemaOf, isPart, resolved, type Part } from './input-schema.ts';

/** One difference, ready to be printed: what the catalogue has and what KIE has. */
export interface Drift {
  readonly model: string;
  /** A field of the input, or `(model)`, `(schema)`, `(price)`. */
  readonly field: string;
  readonly what: string;
  readonly ours: unknown;
  readonly live: unknown;
}

/** Ids that only one side has. */
export function compareLists(ours: readonly Model[], live: readonly LiveModel[]): Drift[] {
  const liveIds = new Set(live.map(({ model }) => model));
  const ourIds = new Set(ours.map(({ id }) => id));
  return [
    ...live
      .filter(({ model }) => !ourIds.has(model))
      .map(({ model, title }) => ({
        model,
        field: '(model)',
        what: 'is new',
        ours: undefined,
        live: title ?? model,
      })),
    ...ours
      .filter(({ id, status, api }) => status === 'active' && api === 'jobs' && !liveIds.has(id))
      .map(({ id }) => ({
        model: id,
        field: '(model)',
        what: 'is not listed',
        ours: 'active',
        live: undefined,
      })),
  ];
}

/** Keywords of a schema and the facts of a field that say the same. */
const FACTS: readonly (readonly [keyword: string, fact: keyof Field])[] = [
  ['default', 'default'],
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['minLength', 'minLength'],
  ['maxLength', 'maxLength'],
  ['minItems', 'minItems'],
  ['maxItems', 'maxItems'],
  ['multipleOf', 'step'],
];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = (values: readonly unknown[]): unknown[] =>
  [...values].sort((a, b) => (String(a) < String(b) ? -1 : 1));

function typeOf(field: Field): string {
  return field.type === 'enum' ? (field.valueType ?? 'string') : field.type;
}

/** Only what KIE states is compared: a page that leaves a limit out does not take ours away. */
function compareField(field: Field, live: Part): Omit<Drift, 'model' | 'field'>[] {
  const found: Omit<Drift, 'model' | 'field'>[] = [];
  const differ = (what: string, ours: unknown, theirs: unknown): void => {
    if (theirs !== undefined && theirs !== null && !same(ours, theirs))
      found.push({ what, ours, live: theirs });
  };
  const types = [live['type']].flat().filter((type) => type !== 'null');
  if (types.length === 1) differ('type', typeOf(field), types[0]);
  const values = live['enum'];
  if (Array.isArray(values)) differ('values', sorted(field.values ?? []), sorted(values));
  // The step of a whole number is 1 on both sides whether it is said or not.
  for (const [keyword, fact] of FACTS) {
    if (keyword !== 'multipleOf' || live[keyword] !== 1) differ(fact, field[fact], live[keyword]);
  }
  return found;
}

/** The fields of a model against KIE's OpenAPI document for it. */
export function compareSchema(model: Model, document: Part | undefined): Drift[] {
  const drift = (field: string, what: string, ours: unknown, live: unknown): Drift => ({
    model: model.id,
    field,
    what,
    ours,
    live,
  });
  const schema = document === undefined ? undefined : inputSchemaOf(document);
  if (document === undefined || schema === undefined) {
    return [drift('(schema)', 'is not there', `${model.fields.length} fields`, undefined)];
  }
  const properties = isPart(schema['properties']) ? schema['properties'] : {};
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  const found: Drift[] = [];
  for (const name of Object.keys(properties)) {
    const clean = name.trim();
    const field = model.fields.find((one) => one.name === clean || one.docName === name);
    if (field === undefined) {
      found.push(
        drift(clean, 'is new', undefined, resolved(properties[name], document)['type'] ?? 'a field'),
      );
      continue;
    }
    const facts = compareField(field, resolved(properties[name], document));
    found.push(...facts.map((fact) => ({ model: model.id, field: field.name, ...fact })));
    const isRequired = required.includes(name);
    if (isRequired !== field.required) found.push(drift(field.name, 'required', field.required, isRequired));
  }
  const names = Object.keys(properties).map((name) => name.trim());
  const gone = model.fields.filter((field) => !names.includes(field.name));
  return [...found, ...gone.map((field) => drift(field.name, 'is gone', field.type, undefined))];
}

/** The credits of a price that KIE's words do not name. KIE's price is prose, so a person has to read the rest. */
export function comparePrice(model: Model, words: string | undefined): Drift[] {
  if (words === undefined) return [];
  const live = words.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
  if (model.price === undefined) {
    return [{ model: model.id, field: '(price)', what: 'is known', ours: undefined, live }];
  }
  const named = new Set([...live.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number)));
  const missing = model.price.tiers.map((tier) => tier.credits).filter((credits) => !named.has(credits));
  if (missing.length === 0) return [];
  return [{ model: model.id, field: '(price)', what: 'may differ', ours: [...new Set(missing)], live }];
}
