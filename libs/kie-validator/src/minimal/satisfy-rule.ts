import type { Field, Rule } from '@kie/registry';
import { isPlainObject } from '../is-set.ts';
import { effective, type Facts } from '../rules/facts.ts';
import { narrowedValues } from '../rules/values.ts';
import { minimalValue, type MinimalSources } from './minimal-value.ts';

/** The rules whose breach an input can be rid of: a required field that is ignored has to stay all the same. */
export function mendableRules(rules: readonly Rule[], fields: ReadonlyMap<string, Field>): readonly Rule[] {
  return rules.filter(
    (rule) =>
      (rule.kind !== 'ignored_if' && rule.kind !== 'ignored_if_present') ||
      fields.get(rule.field)?.required !== true,
  );
}

/** A media field first, a text next, an id of something that must exist before last. */
function ease(field: Field | undefined): number {
  if (field === undefined || field.ref !== undefined) return 2;
  return field.media === undefined ? 1 : 0;
}

function withField(facts: Facts, name: string, sources: MinimalSources): Record<string, unknown> {
  const field = facts.fields.get(name);
  return field === undefined ? facts.given : { ...facts.given, [name]: minimalValue(field, sources) };
}

const easiest = (facts: Facts, names: readonly string[]): string =>
  names.toSorted((a, b) => ease(facts.fields.get(a)) - ease(facts.fields.get(b)))[0] ?? '';

const without = (facts: Facts, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts.given).filter(([name]) => !names.includes(name)));

/** Shares the sum out evenly, the rest on the first item; a sum too small for all shortens the list. */
function spread(facts: Facts, of: string, total: number): Record<string, unknown> {
  const [name = '', inner = ''] = of.split('[].');
  const list = facts.given[name];
  if (!Array.isArray(list) || !(total >= 1)) return facts.given;
  const kept = list.slice(0, Math.floor(total)).filter(isPlainObject);
  const each = Math.floor(total / kept.length);
  const items = kept.map((item, index) => ({
    ...item,
    [inner]: index === 0 ? total - each * (kept.length - 1) : each,
  }));
  return { ...facts.given, [name]: items };
}

/**
 * The input changed so that a broken rule holds, by the smallest change: a switch turned off, an optional field
 * dropped, the easiest field added.
 */
export function satisfyRule(
  rule: Rule,
  facts: Facts,
  sources: MinimalSources,
): Readonly<Record<string, unknown>> {
  switch (rule.kind) {
    case 'at_least_one_of':
      return withField(facts, easiest(facts, rule.fields), sources);
    case 'exactly_one_of':
      return withField(
        { ...facts, given: without(facts, rule.fields) },
        easiest(facts, rule.fields),
        sources,
      );
    case 'mutually_exclusive':
      return without(facts, rule.groups.slice(1).flat());
    case 'requires':
      return withField(facts, rule.needs.find((name) => !(name in facts.given)) ?? '', sources);
    case 'requires_any':
      return withField(facts, easiest(facts, rule.needsAny), sources);
    case 'required_if': {
      const flag = Object.entries(rule.when).find(([, wanted]) => wanted === true)?.[0];
      return flag === undefined ? withField(facts, rule.field, sources) : { ...facts.given, [flag]: false };
    }
    case 'required_unless_present':
      return withField(facts, rule.field, sources);
    case 'forbidden_if':
    case 'forbidden_if_present':
    case 'ignored_if':
    case 'ignored_if_present':
      return without(facts, [rule.field]);
    case 'forbidden_value_if':
    case 'forbidden_value_if_present': {
      const allowed = facts.fields.get(rule.field)?.values?.find((value) => !rule.values.includes(value));
      return allowed === undefined ? without(facts, [rule.field]) : { ...facts.given, [rule.field]: allowed };
    }
    case 'range_if':
      return { ...facts.given, [rule.field]: rule.min ?? rule.max };
    case 'max_items_if': {
      const list = facts.given[rule.field];
      return { ...facts.given, [rule.field]: Array.isArray(list) ? list.slice(0, rule.maxItems) : list };
    }
    case 'sum_equals':
      return spread(facts, rule.of, Number(effective(facts, rule.equals)));
    case 'sum_max':
      return spread(facts, rule.of, Number(effective(facts, rule.maxField)));
    default: {
      const [value] = narrowedValues(rule, facts) ?? [];
      return value === undefined || !('field' in rule)
        ? facts.given
        : { ...facts.given, [rule.field]: value };
    }
  }
}
