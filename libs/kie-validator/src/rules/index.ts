import type { Rule } from '@kie/registry';
import type { Issue } from '../issue.ts';
import type { Facts, RuleOf } from './facts.ts';
import { forbiddenIf, forbiddenIfPresent, ignoredIf, ignoredIfPresent } from './forbidden.ts';
import { atLeastOneOf, exactlyOneOf, mutuallyExclusive, requires, requiresAny } from './presence.ts';
import { requiredIf, requiredUnlessPresent } from './required.ts';
import { maxItemsIf, slotBudget, sumEquals, sumMax, sumOfItemsMax, sumOfLengthsMax } from './sums.ts';
import { allowedValues, forbiddenValueIf, forbiddenValueIfPresent, rangeIf } from './values.ts';

type Check<K extends Rule['kind']> = (rule: RuleOf<K>, facts: Facts) => Issue[];

/** A kind that speaks of what the values do not show: the length of a file behind a URL, or words only. */
const uncheckable = (): Issue[] => [];

const checks: { readonly [K in Rule['kind']]: Check<K> } = {
  at_least_one_of: atLeastOneOf,
  exactly_one_of: exactlyOneOf,
  mutually_exclusive: mutuallyExclusive,
  requires,
  requires_any: requiresAny,
  required_if: requiredIf,
  required_unless_present: requiredUnlessPresent,
  forbidden_if: forbiddenIf,
  forbidden_if_present: forbiddenIfPresent,
  ignored_if: ignoredIf,
  ignored_if_present: ignoredIfPresent,
  forbidden_value_if: forbiddenValueIf,
  forbidden_value_if_present: forbiddenValueIfPresent,
  allowed_values_if: allowedValues,
  allowed_values_if_present: allowedValues,
  allowed_values_unless: allowedValues,
  allowed_values_unless_present: allowedValues,
  range_if: rangeIf,
  max_items_if: maxItemsIf,
  sum_of_items_max: sumOfItemsMax,
  sum_of_lengths_max: sumOfLengthsMax,
  sum_equals: sumEquals,
  sum_max: sumMax,
  slot_budget: slotBudget,
  total_media_seconds_max: uncheckable,
  required_if_text: uncheckable,
  allowed_values: uncheckable,
  note: uncheckable,
};

/** What a rule finds in the given values. */
export function checkRule(rule: Rule, facts: Facts): Issue[] {
  return (checks[rule.kind] as (rule: Rule, facts: Facts) => Issue[])(rule, facts);
}

/**
 * Whether a broken rule only warns: the field is merely ignored, or the rule is a conclusion that no page of KIE
 * states, and a guess must not stand in the way of a request that KIE may take.
 */
export function onlyWarns(rule: Rule): boolean {
  return rule.kind === 'ignored_if' || rule.kind === 'ignored_if_present' || rule.confidence === 'guessed';
}
