import { issueAt, type Issue } from '../issue.ts';
import { either } from '../words.ts';
import { conditions, holds, isGiven, type Facts, type RuleOf } from './facts.ts';

/** A switch that is off still answers the question, so here a boolean counts as given when its key is there. */
const isAnswered = (facts: Facts, name: string): boolean =>
  isGiven(facts, name) || facts.given[name] === false || facts.fields.get(name)?.mayBeEmpty === true;

/** The field is required when the conditions hold. */
export function requiredIf(rule: RuleOf<'required_if'>, facts: Facts): Issue[] {
  if (!holds(facts, rule.when) || isAnswered(facts, rule.field)) return [];
  return [
    issueAt(rule.field, rule.kind, { when: rule.when }, `is required when ${conditions(facts, rule.when)}.`),
  ];
}

/** The field is required unless one of `unless` is set. */
export function requiredUnlessPresent(rule: RuleOf<'required_unless_present'>, facts: Facts): Issue[] {
  if (isAnswered(facts, rule.field) || rule.unless.some((name) => isGiven(facts, name))) return [];
  return [
    issueAt(
      rule.field,
      rule.kind,
      { unless: rule.unless },
      `is required unless ${either(rule.unless)} is set.`,
    ),
  ];
}
