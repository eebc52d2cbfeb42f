import type { Field } from '@kie/registry';
import type { Leafing } from './leaf-schema.ts';

/** A plain yes: the value is right as it is, and there is nothing to say about it. No means: look closer. */
export type Fits = (value: unknown) => boolean;

/**
 * Most values are right, and a yes is ten times cheaper than a list of no problems. The same conditions as in the schema
 * are asked one after the other; whatever is unusual (empty, deprecated, of another type) is left to the schema.
 */
export function leafFits(field: Field, { isType, checks }: Leafing): Fits {
  if (field.deprecated === true) return () => false;
  const conditions = checks.map(([, holds]) => holds as Fits);
  const [first, second] = conditions;
  if (first === undefined) return (value) => value !== '' && isType(value);
  if (second === undefined) return (value) => value !== '' && isType(value) && first(value);
  return (value) => value !== '' && isType(value) && conditions.every((holds) => holds(value));
}

/** A list of plain values that are all right, within the limits of its length. */
export function listFits(field: Field, item: Fits | undefined): Fits {
  if (item === undefined || field.deprecated === true) return () => false;
  const { minItems = 1, maxItems = Number.POSITIVE_INFINITY } = field;
  const least = Math.max(1, minItems);
  return (value) =>
    Array.isArray(value) && value.length >= least && value.length <= maxItems && value.every(item);
}
