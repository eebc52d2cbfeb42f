import type { FieldValue, Rule } from '@kie/registry';
import { issueAt, type Issue } from '../issue.ts';
import { notAllowed } from '../shape/describe.ts';
import { either, listed, showGiven } from '../words.ts';
import { conditions, effective, holds, isGiven, type Facts, type RuleOf } from './facts.ts';

type NarrowingRule =
  | RuleOf<'allowed_values_if'>
  | RuleOf<'allowed_values_if_present'>
  | RuleOf<'allowed_values_unless'>
  | RuleOf<'allowed_values_unless_present'>;

/** In which case a narrowing rule applies, in words; undefined when it does not. */
function narrowingCase(rule: NarrowingRule, facts: Facts): string | undefined {
  switch (rule.kind) {
    case 'allowed_values_if':
      return holds(facts, rule.when) ? `when ${conditions(facts, rule.when)}` : undefined;
    case 'allowed_values_if_present': {
      const present = rule.present.filter((name) => isGiven(facts, name));
      return present.length > 0 ? `when ${either(present, 'and')} is set` : undefined;
    }
    case 'allowed_values_unless': {
      const wanted = Object.entries(rule.unless).map(([name, value]) => `${name} is ${listed([value])}`);
      return holds(facts, rule.unless) ? undefined : `unless ${either(wanted, 'and')}`;
    }
    case 'allowed_values_unless_present':
      return rule.unless.some((name) => isGiven(facts, name))
        ? undefined
        : `unless ${either(rule.unless)} is set`;
  }
}

/** The values that a narrowing rule leaves at present; undefined when it does not apply. */
export function narrowedValues(rule: Rule, facts: Facts): readonly FieldValue[] | undefined {
  switch (rule.kind) {
    case 'allowed_values_if':
    case 'allowed_values_if_present':
    case 'allowed_values_unless':
    case 'allowed_values_unless_present':
      return narrowingCase(rule, facts) === undefined ? undefined : rule.values;
    default:
      return undefined;
  }
}

/** Only these values in the case of the rule. A field that is not given is not checked. */
export function allowedValues(rule: NarrowingRule, facts: Facts): Issue[] {
  const value = facts.given[rule.field];
  const condition = narrowingCase(rule, facts);
  if (value === undefined || condition === undefined || rule.values.includes(value as FieldValue)) return [];
  const [params, sentence] = notAllowed(value, rule.values, ` ${condition}`);
  return [issueAt(rule.field, rule.kind, params, sentence)];
}

function forbiddenValue(
  rule: RuleOf<'forbidden_value_if'> | RuleOf<'forbidden_value_if_present'>,
  facts: Facts,
  condition: string,
): Issue[] {
  const value = facts.given[rule.field];
  if (value === undefined || !rule.values.includes(value as FieldValue)) return [];
  const allowed = facts.fields.get(rule.field)?.values?.filter((other) => !rule.values.includes(other));
  const sentence = `${showGiven(value)} is not allowed when ${condition}.`;
  return [
    issueAt(
      rule.field,
      rule.kind,
      { forbidden: rule.values, ...(allowed && { allowed }) },
      allowed === undefined ? sentence : `${sentence} Allowed then: ${listed(allowed)}.`,
    ),
  ];
}

/** These values are refused when the conditions hold. */
export function forbiddenValueIf(rule: RuleOf<'forbidden_value_if'>, facts: Facts): Issue[] {
  return holds(facts, rule.when) ? forbiddenValue(rule, facts, conditions(facts, rule.when)) : [];
}

/** These values are refused when one of `present` is set. */
export function forbiddenValueIfPresent(rule: RuleOf<'forbidden_value_if_present'>, facts: Facts): Issue[] {
  const present = rule.present.filter((name) => isGiven(facts, name));
  return present.length > 0 ? forbiddenValue(rule, facts, `${either(present, 'and')} is set`) : [];
}

/** Another range of numbers when the conditions hold; a number sent as a text counts as the number. */
export function rangeIf(rule: RuleOf<'range_if'>, facts: Facts): Issue[] {
  const value = facts.given[rule.field];
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !holds(facts, rule.when)) return [];
  const { min, max } = rule;
  if ((min === undefined || number >= min) && (max === undefined || number <= max)) return [];
  const bounds = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
  ];
  const params = { ...(min !== undefined && { min }), ...(max !== undefined && { max }), when: rule.when };
  const sentence = `must be ${either(bounds, 'and')} when ${conditions(facts, rule.when)}.`;
  return [issueAt(rule.field, rule.kind, params, sentence)];
}

/** The value a missing field should get: its default, unless a narrowing rule leaves others only. */
export function fittingDefault(rules: readonly Rule[], facts: Facts, name: string): unknown {
  const value = effective(facts, name);
  if (value === undefined) return undefined;
  for (const rule of rules) {
    if (!('field' in rule) || rule.field !== name) continue;
    const values = narrowedValues(rule, facts);
    if (values !== undefined && !values.includes(value as FieldValue)) return values[0];
  }
  return value;
}
