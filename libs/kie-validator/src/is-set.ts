import type { Field } from '@kie/registry';

/**
 * Whether a value counts as set in a rule between fields: an empty text, an empty list and `false` do not. (KIE's
 * pages speak of "giving" an image, or of a switch being "on".)
 */
export function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  return !Array.isArray(value) || value.length > 0;
}

/** Whether an own, plain JSON object: no list, no class instance such as a Blob. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * The default that can be sent for a field. An empty list is none where the field is required: KIE's pages print
 * `[]` as the default of lists that must not be empty.
 */
export function defaultOf(field: Field | undefined): Field['default'] {
  const value = field?.default;
  return field?.required === true && Array.isArray(value) && value.length === 0 ? undefined : value;
}
