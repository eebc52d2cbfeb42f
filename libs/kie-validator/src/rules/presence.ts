import { issueAt, type Issue } from '../issue.ts';
import { either } from '../words.ts';
import { effective, isGiven, type Facts, type RuleOf } from './facts.ts';
import { isSet } from '../is-set.ts';

/** One or more of the fields is set. The issue stands at the first of them. */
export function atLeastOneOf(rule: RuleOf<'at_least_one_of'>, facts: Facts): Issue[] {
  if (rule.fields.some((name) => isGiven(facts, name))) return [];
  return [
    issueAt(
      rule.fields[0] ?? '',
      rule.kind,
      { fields: rule.fields },
      `set at least one of ${either(rule.fields)}.`,
    ),
  ];
}

/** Exactly one of the fields is set. The issue stands at the first when none is, else at the second that is set. */
export function exactlyOneOf(rule: RuleOf<'exactly_one_of'>, facts: Facts): Issue[] {
  const set = rule.fields.filter((name) => isGiven(facts, name));
  if (set.length === 1) return [];
  const sentence = `set exactly one of ${either(rule.fields)}${set.length > 1 ? `, not ${either(set, 'and')}` : ''}.`;
  return [issueAt(set[1] ?? rule.fields[0] ?? '', rule.kind, { fields: rule.fields, set }, sentence)];
}

/** At most one of the groups has fields set. The issue stands at the first set field of each further group. */
export function mutuallyExclusive(rule: RuleOf<'mutually_exclusive'>, facts: Facts): Issue[] {
  const set = rule.groups
    .map((group) => group.filter((name) => isGiven(facts, name)))
    .filter((group) => group.length > 0);
  const [first, ...others] = set;
  return others.map((group) =>
    issueAt(
      group[0] ?? '',
      rule.kind,
      { groups: rule.groups, set },
      `cannot be combined with ${either(first ?? [], 'and')}; leave one of them out.`,
    ),
  );
}

/** The field may be set only together with all of `needs`. */
export function requires(rule: RuleOf<'requires'>, facts: Facts): Issue[] {
  if (!isGiven(facts, rule.field)) return [];
  const missing = rule.needs.filter((name) => !isSet(effective(facts, name)));
  if (missing.length === 0) return [];
  return [
    issueAt(
      rule.field,
      rule.kind,
      { needs: rule.needs, missing },
      `works only together with ${either(missing, 'and')}.`,
    ),
  ];
}

/** The field may be set only together with one of `needsAny`. */
export function requiresAny(rule: RuleOf<'requires_any'>, facts: Facts): Issue[] {
  if (!isGiven(facts, rule.field) || rule.needsAny.some((name) => isGiven(facts, name))) return [];
  return [
    issueAt(
      rule.field,
      rule.kind,
      { needsAny: rule.needsAny },
      `works only together with ${either(rule.needsAny)}.`,
    ),
  ];
}
