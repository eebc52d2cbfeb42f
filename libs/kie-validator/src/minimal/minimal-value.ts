import type { Field } from '@kie/registry';
import { defaultOf } from '../is-set.ts';

/** Where the generator gets what it cannot invent: a URL (or a file) for a media field, the id of an earlier task. */
export interface MinimalSources {
  readonly mediaFor: (field: Field) => unknown;
  readonly refFor: (field: Field) => unknown;
}

/** A text of the wanted length; `test` says in any log where it came from. */
function text(field: Field): string {
  const { minLength = 1, maxLength = Number.POSITIVE_INFINITY } = field;
  return 'test'.padEnd(minLength, ' test').slice(0, maxLength);
}

function number(field: Field): number {
  const { min, max } = field;
  if (min !== undefined) return min;
  return max === undefined ? 1 : Math.min(1, max);
}

/** A pattern is answered by the numbers and short texts that KIE's patterns are about. */
function matching(field: Field, pattern: string): string {
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  const numbers = Array.from({ length: 100 }, (_, index) => String(index));
  const found = [text(field), ...numbers, 'a', 'A', '#000000'].find((candidate) => whole.test(candidate));
  return found ?? text(field);
}

/** The smallest value of one field that its shape allows. */
export function minimalValue(field: Field, sources: MinimalSources): unknown {
  if (field.type === 'array') {
    const { minItems = 1, itemFields, itemType } = field;
    return Array.from({ length: Math.max(1, minItems) }, () => {
      if (field.media !== undefined) return sources.mediaFor(field);
      if (itemFields !== undefined) return minimalObject(itemFields, sources);
      if (itemType === 'array') return [];
      return minimalValue(
        { ...field, type: itemType === 'object' ? 'object' : (itemType ?? 'string') },
        sources,
      );
    });
  }
  if (field.media !== undefined) return sources.mediaFor(field);
  if (field.default !== undefined) return structuredClone(field.default);
  if (field.ref !== undefined) return sources.refFor(field);
  switch (field.type) {
    case 'enum':
      return field.values?.[0];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return number(field);
    case 'object':
      return minimalObject(field.itemFields ?? [], sources);
    case 'string':
      if (field.pattern !== undefined) return matching(field, field.pattern);
      return field.min === undefined && field.max === undefined ? text(field) : String(number(field));
  }
}

/** An object with the required fields; those with a default are left for the validator to fill. */
export function minimalObject(fields: readonly Field[], sources: MinimalSources): Record<string, unknown> {
  const wanted = fields.filter((field) => field.required && defaultOf(field) === undefined);
  return Object.fromEntries(wanted.map((field) => [field.name, minimalValue(field, sources)]));
}
