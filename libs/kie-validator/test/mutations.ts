import type { Field, Model } from '@kie/registry';
import { isPlainObject } from '../src/is-set.ts';

/** An input made wrong in one place, and that place. */
export interface Mutation {
  readonly name: string;
  readonly path: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const url = 'https://files.example/x';

function numbers({ min, max, step, type, specialValues = [] }: Field): [string, unknown][] {
  const wrong: [string, unknown][] = [];
  if (min !== undefined && !specialValues.includes(min - 1)) wrong.push(['below the range', min - 1]);
  if (max !== undefined && !specialValues.includes(max + 1)) wrong.push(['above the range', max + 1]);
  if (type === 'integer') wrong.push(['a fraction', (min ?? 0) + 0.5]);
  else if (step !== undefined) wrong.push(['off the grid', (min ?? 0) + step * 0.37]);
  wrong.push(['not a number', Number.NaN], ['infinite', Number.POSITIVE_INFINITY]);
  return wrong;
}

function texts(field: Field): [string, unknown][] {
  const { maxLength, minLength, media, pattern, min, max } = field;
  const wrong: [string, unknown][] = [];
  if (maxLength !== undefined && maxLength < 6000) wrong.push(['too long', '👋'.repeat(maxLength + 1)]);
  if (minLength !== undefined && minLength > 1) wrong.push(['too short', 'x'.repeat(minLength - 1)]);
  if (media !== undefined) {
    wrong.push(
      ['no URL', '/tmp/photo.png'],
      ['other scheme', 'file:///etc/passwd'],
      ['user', 'https://a:b@c.example/'],
    );
  }
  if (pattern !== undefined || min !== undefined || max !== undefined) wrong.push(['no number', 'many']);
  return wrong;
}

/** Values that a field must refuse whatever the others are, with what is wrong with them. */
export function wrongValues(field: Field): [string, unknown][] {
  const wrong: [string, unknown][] = [['null', null]];
  const observed = field.observedTypes ?? [];
  if (!observed.includes('object') && field.type !== 'object') wrong.push(['an object', { wrong: true }]);
  if (field.values !== undefined && field.type !== 'array') wrong.push(['not in the list', 'no such value']);
  else if (field.type === 'integer' || field.type === 'number') wrong.push(...numbers(field));
  else if (field.type === 'string') wrong.push(...texts(field));
  if (field.type === 'boolean') wrong.push(['a word', 'yes'], ['a number', 1]);
  if (field.type === 'array') {
    if (!observed.includes('string')) wrong.push(['no list', 'one']);
    if (field.maxItems !== undefined) {
      wrong.push(['too many items', Array.from({ length: field.maxItems + 1 }, () => url)]);
    }
    if (field.media !== undefined) wrong.push(['an item that is no URL', ['/tmp/photo.png']]);
  }
  return wrong;
}

/** Every single mutation of a valid input that the shape of the model's fields must refuse. */
export function mutationsOf(model: Model, base: Readonly<Record<string, unknown>>): Mutation[] {
  const found: Mutation[] = [
    { name: 'unknown field', path: 'no_such_field', input: { ...base, no_such_field: 1 } },
  ];
  for (const field of model.fields) {
    for (const [name, value] of wrongValues(field)) {
      found.push({ name, path: field.name, input: { ...base, [field.name]: value } });
    }
    const list = base[field.name];
    const [first, ...others] = Array.isArray(list) ? (list as unknown[]) : [];
    if (!isPlainObject(first)) continue;
    for (const inner of field.itemFields ?? []) {
      for (const [name, value] of wrongValues(inner)) {
        const items = [{ ...first, [inner.name]: value }, ...others];
        found.push({ name, path: `${field.name}[0].${inner.name}`, input: { ...base, [field.name]: items } });
      }
    }
  }
  return found;
}
