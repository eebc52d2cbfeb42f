import { issueAt, type Issue } from '../issue.ts';
import { codePoints } from '../shape/code-points.ts';
import { either } from '../words.ts';
import { conditions, effective, holds, itemCount, valuesAt, type Facts, type RuleOf } from './facts.ts';

/** Adds in thousandths, so that shots of 0.1 s add up to what a person expects. */
function sum(values: readonly unknown[]): number {
  const total = values.reduce<number>((all, value) => all + Number(value), 0);
  return Math.round(total * 1000) / 1000;
}

const root = (path: string): string => path.split('[')[0] ?? path;

/** Another limit for the number of items when the conditions hold. */
export function maxItemsIf(rule: RuleOf<'max_items_if'>, facts: Facts): Issue[] {
  const count = itemCount(facts, rule.field);
  if (count <= rule.maxItems || !holds(facts, rule.when)) return [];
  const sentence = `takes at most ${rule.maxItems} ${rule.maxItems === 1 ? 'item' : 'items'} when ${conditions(facts, rule.when)}; it has ${count}.`;
  return [
    issueAt(rule.field, rule.kind, { maxItems: rule.maxItems, length: count, when: rule.when }, sentence),
  ];
}

/** The items of all fields together. The issue stands at the last of them that is set. */
export function sumOfItemsMax(rule: RuleOf<'sum_of_items_max'>, facts: Facts): Issue[] {
  const total = rule.fields.reduce((all, name) => all + itemCount(facts, name), 0);
  if (total <= rule.max) return [];
  const last = rule.fields.findLast((name) => itemCount(facts, name) > 0) ?? '';
  const sentence = `${either(rule.fields, 'and')} take at most ${rule.max} items together; there are ${total}.`;
  return [issueAt(last, rule.kind, { fields: rule.fields, max: rule.max, total }, sentence)];
}

/** The code points of all texts together. */
export function sumOfLengthsMax(rule: RuleOf<'sum_of_lengths_max'>, facts: Facts): Issue[] {
  const texts = valuesAt(facts, rule.of).filter((value) => typeof value === 'string');
  const total = texts.reduce((all, text) => all + codePoints(text), 0);
  if (total <= rule.max) return [];
  const sentence = `the texts may have at most ${rule.max} characters together; they have ${total}.`;
  return [issueAt(root(rule.of), rule.kind, { of: rule.of, max: rule.max, total }, sentence)];
}

/** The numbers add up to the other field, or to its default. */
export function sumEquals(rule: RuleOf<'sum_equals'>, facts: Facts): Issue[] {
  const values = valuesAt(facts, rule.of);
  const wanted = Number(effective(facts, rule.equals));
  if (values.length === 0 || Number.isNaN(wanted) || sum(values) === wanted) return [];
  const sentence = `${rule.of} must add up to ${rule.equals} (${wanted}); the sum is ${sum(values)}.`;
  return [
    issueAt(
      root(rule.of),
      rule.kind,
      { of: rule.of, equals: rule.equals, total: sum(values), wanted },
      sentence,
    ),
  ];
}

/** The numbers add up to no more than the other field, or its default. */
export function sumMax(rule: RuleOf<'sum_max'>, facts: Facts): Issue[] {
  const values = valuesAt(facts, rule.of);
  const max = Number(effective(facts, rule.maxField));
  if (values.length === 0 || Number.isNaN(max) || sum(values) <= max) return [];
  const sentence = `${rule.of} may add up to at most ${rule.maxField} (${max}); the sum is ${sum(values)}.`;
  return [issueAt(root(rule.of), rule.kind, { of: rule.of, max, total: sum(values) }, sentence)];
}

/** Weighted number of items, all fields together. The issue stands at the last of them that is set. */
export function slotBudget(rule: RuleOf<'slot_budget'>, facts: Facts): Issue[] {
  const entries = Object.entries(rule.weights);
  const total = entries.reduce((all, [name, weight]) => all + weight * itemCount(facts, name), 0);
  if (total <= rule.max) return [];
  const last = entries.findLast(([name]) => itemCount(facts, name) > 0)?.[0] ?? '';
  const terms = entries.map(([name, weight]) => (weight === 1 ? name : `${weight} x ${name}`)).join(' + ');
  const sentence = `${terms} may be at most ${rule.max}; it is ${total}.`;
  return [issueAt(last, rule.kind, { weights: rule.weights, max: rule.max, total }, sentence)];
}
