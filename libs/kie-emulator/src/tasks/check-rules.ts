import type { FieldValue, Model, Rule, When } from '@kie/registry';
import { texts } from '../texts.ts';
import type { Refusal } from './check-input.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Conditions between fields, as far as KIE's known refusals cover them: something needed is missing ("This field is
 * required"), or a value is not to be had together with another ("… is not within the range of allowed options").
 * Groups that exclude each other are not refused: KIE's own page examples send both.
 */
export function checkRules(model: Model, input: Values): Refusal | undefined {
  const values = withDefaults(model, input);
  for (const rule of model.rules ?? []) {
    if (rule.confidence === 'guessed') continue;
    const msg = broken(rule, values, input);
    if (msg !== undefined) return { code: 500, msg };
  }
  return undefined;
}

function broken(rule: Rule, values: Values, input: Values): string | undefined {
  const has = (name: string): boolean => isGiven(values[name]);
  switch (rule.kind) {
    case 'at_least_one_of':
    case 'exactly_one_of':
      return rule.fields.some(has) ? undefined : texts.fieldRequired;
    case 'required_if':
      return holds(rule.when, values) && !has(rule.field) ? texts.fieldRequired : undefined;
    case 'required_unless_present':
      return has(rule.field) || rule.unless.some(has) ? undefined : texts.fieldRequired;
    case 'allowed_values_if':
      return holds(rule.when, values) && isGiven(input[rule.field]) && !isIn(rule.values, input[rule.field])
        ? texts.notAllowed(rule.field)
        : undefined;
    case 'forbidden_value_if':
      return holds(rule.when, values) && isIn(rule.values, input[rule.field])
        ? texts.notAllowed(rule.field)
        : undefined;
    case 'range_if': {
      const value = input[rule.field];
      const outside =
        typeof value === 'number' && !(value >= (rule.min ?? -Infinity) && value <= (rule.max ?? Infinity));
      return outside && holds(rule.when, values) ? texts.notAllowed(rule.field) : undefined;
    }
    case 'max_items_if': {
      const value = input[rule.field];
      const tooMany = Array.isArray(value) && value.length > rule.maxItems;
      return tooMany && holds(rule.when, values) ? texts.notAllowed(rule.field) : undefined;
    }
    default:
      return undefined;
  }
}

function withDefaults(model: Model, input: Values): Values {
  const defaults = model.fields.map((field) => [field.name, field.default] as const);
  return { ...Object.fromEntries(defaults), ...input };
}

function holds(when: When, values: Values): boolean {
  return Object.entries(when).every(([name, wanted]) => {
    const value = values[name];
    if (wanted === 'present') return isGiven(value);
    if (wanted === 'absent') return !isGiven(value);
    return isIn(Array.isArray(wanted) ? (wanted as FieldValue[]) : [wanted as FieldValue], value);
  });
}

/** `"5"` and 5 are the same here: KIE takes both where it was seen to. */
function isIn(options: readonly FieldValue[], value: unknown): boolean {
  const comparable = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return comparable && options.some((option) => String(option) === String(value));
}

function isGiven(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}
