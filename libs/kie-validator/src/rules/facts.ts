import type { Field, FieldValue, Rule, When } from '@kie/registry';
import { defaultOf, isPlainObject, isSet } from '../is-set.ts';
import { either, show } from '../words.ts';

type Matching<R, K> = R extends { readonly kind: infer Q } ? (K extends Q ? R : never) : never;

/** The rule of one kind, picked out of the union. */
export type RuleOf<K extends Rule['kind']> = Matching<Rule, K>;

/** What the rules look at: the values that are given (or filled in), and the fields for their defaults. */
export interface Facts {
  readonly given: Readonly<Record<string, unknown>>;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Whether the caller set the field; a default does not count. */
export function isGiven(facts: Facts, name: string): boolean {
  return isSet(facts.given[name]);
}

/** The value KIE works with: the given one, else the documented default. */
export function effective(facts: Facts, name: string): unknown {
  return Object.hasOwn(facts.given, name) ? facts.given[name] : defaultOf(facts.fields.get(name));
}

function fits(facts: Facts, name: string, wanted: FieldValue | readonly FieldValue[]): boolean {
  if (wanted === 'present') return isGiven(facts, name);
  if (wanted === 'absent') return !isGiven(facts, name);
  const value = effective(facts, name);
  return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
}

/** Whether all conditions hold. */
export function holds(facts: Facts, when: When): boolean {
  for (const name of Object.keys(when)) {
    const wanted = when[name];
    if (wanted === undefined || !fits(facts, name, wanted)) return false;
  }
  return true;
}

/** The conditions in words: `resolution is "2K" (its default) and image_urls is set`. */
export function conditions(facts: Facts, when: When): string {
  const parts = Object.entries(when).map(([name, wanted]) => {
    if (wanted === 'present') return `${name} is set`;
    if (wanted === 'absent') return `${name} is not set`;
    const value = effective(facts, name);
    const isDefault = value !== undefined && !Object.hasOwn(facts.given, name);
    return `${name} is ${show(value)}${isDefault ? ' (its default)' : ''}`;
  });
  return either(parts, 'and');
}

/**
 * The values a path such as `multi_prompt[].duration` leads to, with the place of each; a plain name leads to one.
 * What has another shape is left out: the shape check has reported it.
 */
export function valuesAt(facts: Facts, path: string): readonly unknown[] {
  const [name = '', inner] = path.split('[].');
  const value = facts.given[name];
  if (inner === undefined) return value === undefined ? [] : [value];
  if (!Array.isArray(value)) return [];
  return value
    .map((item: unknown) => (isPlainObject(item) ? item[inner] : undefined))
    .filter((item) => item !== undefined);
}

/** How many items a field has: the length of its list, or one when it is set. */
export function itemCount(facts: Facts, name: string): number {
  const value = facts.given[name];
  if (Array.isArray(value)) return value.length;
  return isSet(value) ? 1 : 0;
}
