import type { Field } from '@kie/registry';

/** Numbers from 0 up to but not including 1; a seeded one makes the inputs repeatable. */
export type Random = () => number;

/** Where random inputs get what cannot be invented: URLs or files, and ids of earlier tasks. */
export interface RandomSources {
  readonly random: Random;
  readonly mediaFor: (field: Field) => unknown;
  readonly refFor: (field: Field) => unknown;
}

/** A whole number from `low` to `high`, both included. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of a list. */
export function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list[whole(random, 0, list.length - 1)];
}

/** Letters of one, two and more UTF-16 units, so that lengths are counted in the unit that was decided on. */
const LETTERS = ['a', 'Z', '7', ' ', 'é', 'я', '中', '👋', '🏔'];

function text(field: Field, random: Random): string {
  const { minLength = 1, maxLength = 40 } = field;
  // The limit itself is where mistakes are; long ones are rare, as they cost time.
  const toTheLimit = random() < (maxLength > 500 ? 0.01 : 0.1);
  const length = toTheLimit
    ? maxLength
    : whole(random, minLength, Math.max(minLength, Math.min(maxLength, 40)));
  return `x${Array.from({ length: length - 1 }, () => pick(random, LETTERS)).join('')}`;
}

function number(field: Field, random: Random): number {
  const special = pick(random, field.specialValues ?? []);
  if (typeof special === 'number' && random() < 0.2) return special;
  const { min = Math.min(0, field.max ?? 0), type } = field;
  const { max = min + 100, step = type === 'number' ? 0.01 : 1 } = field;
  const grid = type === 'integer' ? Math.max(1, step) : step;
  const value = min + whole(random, 0, Math.floor((max - min) / grid + 1e-9)) * grid;
  return Math.min(max, Number(value.toFixed(6)));
}

function matching(pattern: string, random: Random): string | undefined {
  const expression = new RegExp(`^(?:${pattern})$`, 'u');
  const candidates = [...Array.from({ length: 100 }, (_, index) => String(index)), 'a', 'A', '#000000'];
  return pick(
    random,
    candidates.filter((candidate) => expression.test(candidate)),
  );
}

function randomList(field: Field, sources: RandomSources): unknown {
  const { random, mediaFor } = sources;
  const { minItems = 1, itemFields, itemType = 'string' } = field;
  const least = Math.max(1, minItems);
  const { maxItems = least + 2 } = field;
  const length = whole(random, least, Math.min(maxItems, least + 4));
  return Array.from({ length }, () => {
    if (field.media !== undefined) return mediaFor(field);
    if (itemFields !== undefined) return randomObject(itemFields, sources, 0.5);
    if (itemType === 'array') return [];
    return randomValue({ ...field, type: field.values === undefined ? itemType : 'enum' }, sources);
  });
}

/** A value that the description of a field allows, anywhere in its range. */
export function randomValue(field: Field, sources: RandomSources): unknown {
  const { random } = sources;
  if (field.type === 'array') return randomList(field, sources);
  if (field.media !== undefined) return sources.mediaFor(field);
  if (field.values !== undefined) return pick(random, field.values);
  if (field.ref !== undefined) return sources.refFor(field);
  switch (field.type) {
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'number':
      return number(field, random);
    case 'object':
      return randomObject(field.itemFields ?? [], sources, 0.5);
    default:
      if (field.pattern !== undefined) return matching(field.pattern, random) ?? field.default;
      return field.min === undefined && field.max === undefined
        ? text(field, random)
        : String(number({ ...field, type: 'integer' }, random));
  }
}

/** An object with its required fields and each other one with the given chance. */
export function randomObject(
  fields: readonly Field[],
  sources: RandomSources,
  chance: number,
): Record<string, unknown> {
  const wanted = fields.filter((field) => field.required || sources.random() < chance);
  return Object.fromEntries(wanted.map((field) => [field.name, randomValue(field, sources)]));
}
