import type { Field, Rule } from '@kie/registry';
import { defaultOf, isSet } from './is-set.ts';
import type { Facts } from './rules/facts.ts';
import { checkRule, onlyWarns } from './rules/index.ts';
import { fittingDefault } from './rules/values.ts';
import { reportMissing, type Walk } from './shape/walk.ts';

/** A field that may have to be filled in, with the rules that are about it. */
export interface Fillable {
  readonly field: Field;
  readonly rules: readonly Rule[];
}

/**
 * The fields that can be missing in a way that matters: required ones, and those whose default a rule may change.
 * Worked out once per model; all others are skipped without a look at the rules.
 */
export function fillableFields(fields: readonly Field[], rules: readonly Rule[]): readonly Fillable[] {
  return fields
    .map((field) => ({
      field,
      rules: rules.filter((rule) => 'field' in rule && rule.field === field.name),
    }))
    .filter((one) => one.field.required || (defaultOf(one.field) !== undefined && one.rules.length > 0));
}

/** Whether a rule refuses the field as soon as it is given this value. */
function isForbidden({ field, rules }: Fillable, facts: Facts, value: unknown): boolean {
  const kinds = rules.filter((rule) => rule.kind === 'forbidden_if' || rule.kind === 'forbidden_if_present');
  if (kinds.length === 0) return false;
  const probe: Facts = { ...facts, given: { ...facts.given, [field.name]: isSet(value) ? value : true } };
  return kinds.some((rule) => checkRule(rule, probe).length > 0);
}

const conditionallyRequired = ({ rules }: Fillable, facts: Facts): boolean =>
  rules.some(
    (rule) =>
      (rule.kind === 'required_if' || rule.kind === 'required_unless_present') &&
      checkRule(rule, facts).length > 0,
  );

/** A field whose being required is ruled by a condition: `required` on it means "unless the rule lets it go". */
const isExcused = ({ rules }: Fillable, facts: Facts): boolean =>
  rules.some((rule) => rule.kind === 'required_unless_present' && checkRule(rule, facts).length === 0);

/** A value of its own for each payload. */
const copyOf = (value: unknown): unknown => (typeof value === 'object' ? structuredClone(value) : value);

/**
 * Completes `given`: a required field gets its default, and so does an optional one whose default would break a
 * rule (`audio` must be false beside a video: KIE would take its own default and refuse). Defaults of other
 * optional fields stay out, KIE applies them itself. A required field without default is reported.
 */
export function fillDefaults(
  fillable: readonly Fillable[],
  fields: ReadonlyMap<string, Field>,
  given: Record<string, unknown>,
  walk: Walk,
): void {
  const facts: Facts = { given, fields };
  for (const one of fillable) {
    const { field, rules } = one;
    if (Object.hasOwn(given, field.name)) continue;
    const value = fittingDefault(rules, facts, field.name);
    const isWanted = field.required || conditionallyRequired(one, facts);
    const changes = value !== undefined && value !== field.default;
    if ((!isWanted && !changes) || (isWanted && isExcused(one, facts))) continue;
    if (isForbidden(one, facts, value)) continue;
    if (value !== undefined) given[field.name] = copyOf(value);
    else if (field.required) reportMissing(field, field.name, walk);
  }
}

/** Runs every rule over the completed values. */
export function checkRules(rules: readonly Rule[], facts: Facts, walk: Walk): void {
  let reported: ReadonlySet<string> | undefined;
  for (const rule of rules) {
    for (const issue of checkRule(rule, facts)) {
      reported ??= new Set(walk.errors.map(({ path }) => path));
      if (onlyWarns(rule)) walk.warnings.push(issue);
      // A missing field is one problem, however many rules ask for it.
      else if (!reported.has(issue.path) || facts.given[issue.path] !== undefined) walk.errors.push(issue);
    }
  }
}
