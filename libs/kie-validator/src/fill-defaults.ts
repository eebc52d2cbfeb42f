import type { Field, Rule } from '@kie/registry';
import { isSet } from './is-set.ts';
import type { Facts } from './rules/facts.ts';
import { checkRule, onlyWarns } from './rules/index.ts';
import { fittingDefault } from './rules/values.ts';
import { reportMissing, type Walk } from './shape/walk.ts';

/** Whether another rule refuses the field as soon as it is given this value. */
function isForbidden(rules: readonly Rule[], facts: Facts, name: string, value: unknown): boolean {
  const probe: Facts = { ...facts, given: { ...facts.given, [name]: isSet(value) ? value : true } };
  return rules.some(
    (rule) =>
      (rule.kind === 'forbidden_if' || rule.kind === 'forbidden_if_present') &&
      rule.field === name &&
      checkRule(rule, probe).length > 0,
  );
}

const conditionallyRequired = (rules: readonly Rule[], facts: Facts, name: string): boolean =>
  rules.some(
    (rule) =>
      (rule.kind === 'required_if' || rule.kind === 'required_unless_present') &&
      rule.field === name &&
      checkRule(rule, facts).length > 0,
  );

/** A field whose being required is ruled by a condition: `required` on it means "unless the rule lets it go". */
const isExcused = (rules: readonly Rule[], facts: Facts, name: string): boolean =>
  rules.some(
    (rule) =>
      rule.kind === 'required_unless_present' && rule.field === name && checkRule(rule, facts).length === 0,
  );

/**
 * Completes `given`: a required field gets its default, and so does an optional one whose default would break a
 * rule (`audio` must be false beside a video: KIE would take its own default and refuse). Defaults of other
 * optional fields stay out, KIE applies them itself. A required field without default is reported.
 */
export function fillDefaults(
  fields: ReadonlyMap<string, Field>,
  rules: readonly Rule[],
  given: Record<string, unknown>,
  walk: Walk,
): void {
  const facts: Facts = { given, fields };
  for (const [name, field] of fields) {
    if (Object.hasOwn(given, name)) continue;
    const value = fittingDefault(rules, facts, name);
    const isWanted = field.required || conditionallyRequired(rules, facts, name);
    if (isForbidden(rules, facts, name, value)) continue;
    if (value !== undefined && (isWanted ? !isExcused(rules, facts, name) : value !== field.default)) {
      given[name] = structuredClone(value);
    } else if (value === undefined && field.required && !isExcused(rules, facts, name)) {
      reportMissing(field, name, walk);
    }
  }
}

/** Runs every rule over the completed values. */
export function checkRules(rules: readonly Rule[], facts: Facts, walk: Walk): void {
  const reported = new Set(walk.errors.map((issue) => issue.path));
  for (const rule of rules) {
    for (const issue of checkRule(rule, facts)) {
      if (onlyWarns(rule)) walk.warnings.push(issue);
      // A missing field is one problem, however many rules ask for it.
      else if (!reported.has(issue.path) || facts.given[issue.path] !== undefined) walk.errors.push(issue);
    }
  }
}
