import type { Field } from '@kie/registry';

const numeric = /^-?(?:\d+|\d*\.\d+)$/;

/**
 * Turns a value of an observed type into the documented one: the API was seen to take both, KIE documents one.
 * Everything else stays as it is, for the type check to refuse. A field without `observedTypes` is never coerced.
 *
 * | documented | observed | example |
 * |---|---|---|
 * | number, integer (or enum of these) | string | `"5"` -> `5` |
 * | string (or enum of strings) | number, integer | `5` -> `"5"` |
 * | string | array | `["https://…"]` -> `"https://…"`, one item only |
 * | array | string | `"https://…"` -> `["https://…"]` |
 */
export function coerce(field: Field, value: unknown): unknown {
  const observed = field.observedTypes;
  if (observed === undefined) return value;
  const documented = field.type === 'enum' ? (field.valueType ?? 'string') : field.type;
  if (documented === 'number' || documented === 'integer') {
    return observed.includes('string') && typeof value === 'string' && numeric.test(value)
      ? Number(value)
      : value;
  }
  if (documented === 'string') {
    const takesNumbers = observed.includes('number') || observed.includes('integer');
    if (takesNumbers && typeof value === 'number' && Number.isFinite(value)) return String(value);
    if (observed.includes('array') && Array.isArray(value) && value.length === 1) return value[0] as unknown;
  }
  if (documented === 'array' && observed.includes('string') && typeof value === 'string') return [value];
  return value;
}
