import type { Field, FieldValue, Model, Rule, When } from '@kie/registry';
import { randomValue, type RandomSources } from '../src/random/random-value.ts';

type Input = Record<string, unknown>;

/** Makes inputs that break one rule of a model. `undefined` where the kind cannot be broken by values alone. */
export function createRuleBreaker(model: Model, sources: RandomSources) {
  const fields = new Map(model.fields.map((field) => [field.name, field]));

  /** Sets a field to something that counts as set. */
  function set(input: Input, name: string, length?: number): Input {
    const field = fields.get(name) as Field;
    const value = field.type === 'boolean' ? true : randomValue(field, sources);
    const list = Array.isArray(value) && length !== undefined;
    return { ...input, [name]: list ? Array.from({ length }, () => value[0] as unknown) : value };
  }
  const unset = (input: Input, names: readonly string[]): Input =>
    Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
  const hasDefault = (name: string): boolean => fields.get(name)?.default !== undefined;

  function meet(input: Input, when: When): Input {
    let met = input;
    for (const [name, wanted] of Object.entries(when)) {
      if (wanted === 'present') met = set(met, name);
      else if (wanted === 'absent') met = unset(met, [name]);
      else met = { ...met, [name]: Array.isArray(wanted) ? (wanted as readonly FieldValue[])[0] : wanted };
    }
    return met;
  }

  /** An allowed value of the field that is not among these. */
  const other = (name: string, not: readonly FieldValue[]): FieldValue | undefined =>
    fields.get(name)?.values?.find((value) => !not.includes(value));

  function withOther(input: Input, name: string, not: readonly FieldValue[]): Input | undefined {
    const value = other(name, not);
    return value === undefined ? undefined : { ...input, [name]: value };
  }

  return function breakRule(rule: Rule, base: Input): Input | undefined {
    switch (rule.kind) {
      case 'at_least_one_of':
        return unset(base, rule.fields);
      case 'exactly_one_of':
        return rule.fields.reduce((input, name) => set(input, name), base);
      case 'mutually_exclusive':
        return rule.groups.reduce((input, [name = '']) => set(input, name), base);
      case 'requires':
        return rule.needs.some(hasDefault) ? undefined : set(unset(base, rule.needs), rule.field);
      case 'requires_any':
        return set(unset(base, rule.needsAny), rule.field);
      case 'required_if':
        return hasDefault(rule.field) ? undefined : unset(meet(base, rule.when), [rule.field]);
      case 'required_unless_present':
        return hasDefault(rule.field) ? undefined : unset(base, [rule.field, ...rule.unless]);
      case 'forbidden_if':
      case 'ignored_if':
        return set(meet(base, rule.when), rule.field);
      case 'forbidden_if_present':
      case 'ignored_if_present':
        return set(set(base, rule.present[0] ?? ''), rule.field);
      case 'forbidden_value_if':
        return { ...meet(base, rule.when), [rule.field]: rule.values[0] };
      case 'forbidden_value_if_present':
        return { ...set(base, rule.present[0] ?? ''), [rule.field]: rule.values[0] };
      case 'allowed_values_if':
        return withOther(meet(base, rule.when), rule.field, rule.values);
      case 'allowed_values_if_present':
        return withOther(set(base, rule.present[0] ?? ''), rule.field, rule.values);
      case 'allowed_values_unless': {
        const [name = '', value] = Object.entries(rule.unless)[0] ?? [];
        const open = withOther(base, name, [value].flat() as FieldValue[]);
        return open && withOther(open, rule.field, rule.values);
      }
      case 'allowed_values_unless_present':
        return withOther(unset(base, rule.unless), rule.field, rule.values);
      case 'range_if': {
        const value = rule.max === undefined ? (rule.min ?? 0) - 1 : rule.max + 1;
        const text = fields.get(rule.field)?.type === 'string';
        return { ...meet(base, rule.when), [rule.field]: text ? String(value) : value };
      }
      case 'max_items_if':
        return set(meet(base, rule.when), rule.field, rule.maxItems + 1);
      case 'sum_of_items_max':
        return set(base, rule.fields[0] ?? '', rule.max + 1);
      case 'slot_budget':
        return set(base, Object.keys(rule.weights)[0] ?? '', rule.max + 1);
      case 'sum_of_lengths_max':
      case 'sum_equals':
      case 'sum_max': {
        const [name = '', inner = ''] = rule.of.split('[].');
        const { [name]: items } = set(base, name) as { [list: string]: readonly Input[] };
        const value = rule.kind === 'sum_of_lengths_max' ? 'x'.repeat(rule.max + 1) : 999;
        return { ...base, [name]: items?.map((item) => ({ ...item, [inner]: value })) };
      }
      default:
        return undefined;
    }
  };
}

/** Every field a rule names, where an issue about it may stand. */
export function placesOf(rule: Rule): readonly string[] {
  return JSON.stringify(rule).match(/[a-z_A-Z][a-z_A-Z0-9]*/g) ?? [];
}
