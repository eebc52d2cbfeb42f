import { issueAt, type Issue } from '../issue.ts';
import { either } from '../words.ts';
import { conditions, holds, isGiven, type Facts, type RuleOf } from './facts.ts';

const setOnes = (facts: Facts, names: readonly string[]): string[] =>
  names.filter((name) => isGiven(facts, name));

/** The field must be absent, or false, when the conditions hold. */
export function forbiddenIf(rule: RuleOf<'forbidden_if'>, facts: Facts): Issue[] {
  if (!isGiven(facts, rule.field) || !holds(facts, rule.when)) return [];
  const sentence = `cannot be used when ${conditions(facts, rule.when)}; leave it out.`;
  return [issueAt(rule.field, rule.kind, { when: rule.when }, sentence)];
}

/** The field must be absent when one of `present` is set. */
export function forbiddenIfPresent(rule: RuleOf<'forbidden_if_present'>, facts: Facts): Issue[] {
  const present = setOnes(facts, rule.present);
  if (!isGiven(facts, rule.field) || present.length === 0) return [];
  const sentence = `cannot be combined with ${either(present, 'and')}; leave it out.`;
  return [issueAt(rule.field, rule.kind, { present }, sentence)];
}

/** The field has no effect when the conditions hold: a warning. */
export function ignoredIf(rule: RuleOf<'ignored_if'>, facts: Facts): Issue[] {
  if (!isGiven(facts, rule.field) || !holds(facts, rule.when)) return [];
  const sentence = `has no effect when ${conditions(facts, rule.when)}.`;
  return [issueAt(rule.field, rule.kind, { when: rule.when }, sentence)];
}

/** The field has no effect when one of `present` is set: a warning. */
export function ignoredIfPresent(rule: RuleOf<'ignored_if_present'>, facts: Facts): Issue[] {
  const present = setOnes(facts, rule.present);
  if (!isGiven(facts, rule.field) || present.length === 0) return [];
  return [
    issueAt(rule.field, rule.kind, { present }, `has no effect together with ${either(present, 'and')}.`),
  ];
}
