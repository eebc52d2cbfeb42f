import * as v from 'valibot';
import {
  amount,
  closed,
  count,
  didYouMean,
  fieldName,
  listOf,
  oneOf,
  show,
  size,
  text,
  values,
  when,
} from './schema-parts.ts';

export const confidence = oneOf('confidence', ['documented', 'seen-in-code', 'example only', 'guessed']);

const common = { text: v.exactOptional(text), confidence: v.exactOptional(confidence) };
const names = listOf(fieldName);

/** The keys of each kind of rule beside `kind`, `text` and `confidence`. */
const RULES = {
  at_least_one_of: { fields: names },
  exactly_one_of: { fields: names },
  mutually_exclusive: { groups: listOf(names) },
  requires: { field: fieldName, needs: names },
  requires_any: { field: fieldName, needsAny: names },
  required_if: { field: fieldName, when },
  forbidden_if: { field: fieldName, when },
  ignored_if: { field: fieldName, when },
  required_unless_present: { field: fieldName, unless: names },
  forbidden_if_present: { field: fieldName, present: names },
  ignored_if_present: { field: fieldName, present: names },
  forbidden_value_if: { field: fieldName, values, when },
  allowed_values_if: { field: fieldName, values, when },
  forbidden_value_if_present: { field: fieldName, values, present: names },
  allowed_values_if_present: { field: fieldName, values, present: names },
  allowed_values_unless: { field: fieldName, values, unless: when },
  allowed_values_unless_present: { field: fieldName, values, unless: names },
  max_items_if: { field: fieldName, maxItems: count, when },
  range_if: { field: fieldName, min: v.exactOptional(amount), max: v.exactOptional(amount), when },
  sum_of_items_max: { fields: names, max: count },
  sum_of_lengths_max: { of: text, max: count },
  sum_equals: { of: text, equals: fieldName },
  sum_max: { of: text, maxField: fieldName },
  slot_budget: { max: count, weights: v.record(fieldName, size) },
  total_media_seconds_max: { field: fieldName, max: size },
} as const;

function rule<const K extends string, const E extends v.ObjectEntries>(kind: K, entries: E) {
  return closed(`a rule of the kind ${kind}`, { kind: v.literal(kind), ...entries, ...common });
}

const kinds = [...Object.keys(RULES), 'required_if_text', 'allowed_values', 'note'];

/** A rule; `kind` decides which keys it has. */
export const ruleSchema = v.variant(
  'kind',
  [
    rule('at_least_one_of', RULES.at_least_one_of),
    rule('exactly_one_of', RULES.exactly_one_of),
    rule('mutually_exclusive', RULES.mutually_exclusive),
    rule('requires', RULES.requires),
    rule('requires_any', RULES.requires_any),
    rule('required_if', RULES.required_if),
    rule('forbidden_if', RULES.forbidden_if),
    rule('ignored_if', RULES.ignored_if),
    rule('required_unless_present', RULES.required_unless_present),
    rule('forbidden_if_present', RULES.forbidden_if_present),
    rule('ignored_if_present', RULES.ignored_if_present),
    rule('forbidden_value_if', RULES.forbidden_value_if),
    rule('allowed_values_if', RULES.allowed_values_if),
    rule('forbidden_value_if_present', RULES.forbidden_value_if_present),
    rule('allowed_values_if_present', RULES.allowed_values_if_present),
    rule('allowed_values_unless', RULES.allowed_values_unless),
    rule('allowed_values_unless_present', RULES.allowed_values_unless_present),
    rule('max_items_if', RULES.max_items_if),
    rule('range_if', RULES.range_if),
    rule('sum_of_items_max', RULES.sum_of_items_max),
    rule('sum_of_lengths_max', RULES.sum_of_lengths_max),
    rule('sum_equals', RULES.sum_equals),
    rule('sum_max', RULES.sum_max),
    rule('slot_budget', RULES.slot_budget),
    rule('total_media_seconds_max', RULES.total_media_seconds_max),
    closed('a rule of the kind required_if_text', {
      kind: v.literal('required_if_text'),
      field: fieldName,
      ...common,
      text,
    }),
    closed('a rule of the kind allowed_values', {
      kind: v.literal('allowed_values'),
      field: fieldName,
      ...common,
      text,
    }),
    closed('a rule of the kind note', { kind: v.literal('note'), ...common, text }),
  ],
  (issue) => {
    const kind: unknown = issue.path?.at(-1)?.value ?? issue.input;
    return `there is no rule of the kind ${show(kind)}${typeof kind === 'string' ? didYouMean(kind, kinds) : ''}; allowed: ${kinds.join(', ')}`;
  },
);
