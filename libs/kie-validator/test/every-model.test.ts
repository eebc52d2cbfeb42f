import { registry, type Field, type Model } from '@kie/registry';
import { describe, expect, it } from 'vitest';
import { createValidator, minimalInput } from '../src/index.ts';

const validator = createValidator(registry);
const models = registry.list();
const mediaFor = (field: Field) => `https://files.example/${field.media?.kind ?? 'file'}`;
const minimal = (model: Model) => minimalInput(model, mediaFor);
const complete = (model: Model) => ({ ...validator.validate(model.id, minimal(model)).payload });

/** Paths of the errors for the completed minimal input with one field changed. */
function pathsAfter(model: Model, name: string, value: unknown): string[] {
  const result = validator.validate(model.id, { ...complete(model), [name]: value });
  return (result.errors ?? []).map((issue) => issue.path);
}

/** A value that the shape of a field cannot have, with the kind of mutation; undefined where there is none. */
const mutations: readonly (readonly [name: string, (field: Field) => unknown])[] = [
  [
    'wrong type',
    (field) => (field.type === 'boolean' ? 'yes' : field.observedTypes ? undefined : { wrong: true }),
  ],
  ['null', () => null],
  ['not in the list', (field) => (field.type === 'enum' ? 'no such value' : undefined)],
  ['below the range', ({ type, min }) => (min !== undefined && type !== 'string' ? min - 1000 : undefined)],
  ['above the range', ({ type, max }) => (max !== undefined && type !== 'string' ? max + 1000 : undefined)],
  [
    'too long',
    ({ type, maxLength }) =>
      maxLength !== undefined && type === 'string' ? 'x'.repeat(maxLength + 1) : undefined,
  ],
  [
    'too many items',
    ({ type, maxItems }) =>
      maxItems !== undefined && type === 'array'
        ? Array.from({ length: maxItems + 1 }, () => 'https://files.example/x')
        : undefined,
  ],
  [
    'no URL',
    ({ type, media }) =>
      media === undefined ? undefined : type === 'array' ? ['/tmp/photo.png'] : '/tmp/photo.png',
  ],
];

it('covers the catalogue', () => {
  expect(models.length).toBeGreaterThan(150);
});

describe.each(models.map((model) => [model.id, model] as const))('%s', (_, model) => {
  it('takes its minimal input, and the completed payload again unchanged', () => {
    const first = validator.validate(model.id, minimal(model));
    expect(first.errors ?? []).toEqual([]);
    const second = validator.validate(model.id, first.payload);
    expect(second.payload).toEqual(first.payload);
  });

  it('wants each of its required fields', () => {
    for (const { name } of model.fields.filter((field) => field.required && field.default === undefined)) {
      const { [name]: given, ...rest } = complete(model);
      const result = validator.validate(model.id, rest);
      const excused = given === undefined || model.fields.some((f) => f.name === name && f.requiredSince);
      const seen = [...(result.errors ?? []), ...result.warnings].map((issue) => issue.path);
      if (!excused) expect(seen).toContain(name);
    }
  });

  it('refuses each wrong value at its field', () => {
    for (const field of model.fields) {
      for (const [mutation, make] of mutations) {
        const value = make(field);
        if (value === undefined) continue;
        const paths = pathsAfter(model, field.name, value);
        expect(paths, `${field.name}: ${mutation}`).toSatisfy((all: string[]) =>
          all.some((path) => path === field.name || path.startsWith(`${field.name}[`)),
        );
      }
    }
  });

  it('refuses a field that does not exist', () => {
    expect(pathsAfter(model, 'no_such_field', 1)).toEqual(['no_such_field']);
  });
});
