import type { Field, Model, Rule } from '@kie/registry';
import { minimalInput } from '../minimal/minimal-input.ts';
import { mendableRules, satisfyRule } from '../minimal/satisfy-rule.ts';
import type { Facts } from '../rules/facts.ts';
import { checkRule } from '../rules/index.ts';
import { pick, randomObject, type Random, type RandomSources } from './random-value.ts';

/** What may be given to {@link randomInput} beside the media. */
export interface RandomInputOptions {
  /** Default `Math.random`; a seeded one makes the inputs repeatable. */
  readonly random?: Random;
  /** The id of an earlier task or track for a field with `ref`. Default: an id of the right form that nobody has. */
  readonly refFor?: (field: Field) => unknown;
}

/** Turns after which a random input is given up for the minimal one; most need none, a few need five. */
const MOST_TURNS = 40;

function broken(rules: readonly Rule[], facts: Facts): Rule | undefined {
  return rules.find((rule) => checkRule(rule, facts).length > 0);
}

/** The input without one of the fields a broken rule speaks of, chosen by chance among those that may go. */
function withoutOne(rule: Rule, facts: Facts, random: Random): Record<string, unknown> {
  const text = JSON.stringify(rule);
  const loose = Object.keys(facts.given).filter(
    (name) => text.includes(`"${name}`) && facts.fields.get(name)?.required !== true,
  );
  const gone = pick(random, loose);
  return Object.fromEntries(Object.entries(facts.given).filter(([name]) => name !== gone));
}

/**
 * A random input that a model takes, rules between fields included: required fields, some of the others, values anywhere
 * in their ranges. For tests that want more than the smallest input; {@link minimalInput} makes that one.
 *
 * ```ts
 * import { registry } from '@kie/registry';
 * import { randomInput, validate } from '@kie/validator';
 *
 * const model = registry.get('kling/v2-1-standard');
 * if (model) console.log(validate(model.id, randomInput(model, () => 'https://files.example/x')).valid); // true
 * ```
 */
export function randomInput(
  model: Model,
  mediaFor: (field: Field) => unknown,
  { random = Math.random, refFor = () => '0'.repeat(32) }: RandomInputOptions = {},
): Record<string, unknown> {
  const sources: RandomSources = { random, mediaFor, refFor };
  const fields = new Map(model.fields.map((field) => [field.name, field]));
  const rules = mendableRules(model.rules ?? [], fields);
  let given = randomObject(model.fields, sources, random());
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const facts: Facts = { given, fields };
    const rule = broken(rules, facts);
    if (rule === undefined) return given;
    const mended = random() < 0.5 ? facts.given : satisfyRule(rule, facts, sources);
    given = mended === facts.given ? withoutOne(rule, facts, random) : { ...mended };
  }
  return minimalInput(model, mediaFor, { refFor });
}
