import type { Field, Model, Rule } from '@kie/registry';
import { isSet } from '../is-set.ts';
import type { Facts } from '../rules/facts.ts';
import { checkRule } from '../rules/index.ts';
import { minimalObject, minimalValue, type MinimalSources } from './minimal-value.ts';
import { mendableRules, satisfyRule } from './satisfy-rule.ts';

/** What may be given to {@link minimalInput} beside the media. */
export interface MinimalInputOptions {
  /** The id of an earlier task or track for a field with `ref`. Default: an id of the right form that nobody has. */
  readonly refFor?: (field: Field) => unknown;
}

/** "Required in the case told by text": taken as told, when it is a text that is asked for. */
function withTold(
  rules: readonly Rule[],
  input: Record<string, unknown>,
  facts: Facts,
  sources: MinimalSources,
): void {
  for (const rule of rules) {
    const field = rule.kind === 'required_if_text' ? facts.fields.get(rule.field) : undefined;
    if (field?.type === 'string' && field.media === undefined && !isSet(input[field.name])) {
      input[field.name] = minimalValue(field, sources);
    }
  }
}

/**
 * The smallest input that a model takes: required fields, rules between fields included, `test` as the prompt.
 * Fields with a default are left out, the validator fills them. `mediaFor` gives the value for a media field, one
 * per call: a URL, or a file when the handler will upload it.
 *
 * ```ts
 * import { registry } from '@kie/registry';
 * import { minimalInput, validate } from '@kie/validator';
 *
 * const model = registry.get('kling/v2-1-standard');
 * if (model) {
 *   const input = minimalInput(model, (field) => `https://files.example/${field.media?.kind}`);
 *   console.log(validate(model.id, input).valid); // true
 * }
 * ```
 */
export function minimalInput(
  model: Model,
  mediaFor: (field: Field) => unknown,
  options: MinimalInputOptions = {},
): Record<string, unknown> {
  const sources: MinimalSources = { mediaFor, refFor: options.refFor ?? (() => '0'.repeat(32)) };
  const fields = new Map(model.fields.map((field) => [field.name, field]));
  const rules = mendableRules(model.rules ?? [], fields);
  let input = minimalObject(model.fields, sources);
  withTold(rules, input, { given: input, fields }, sources);
  // Each turn mends one rule; a mended one may break another, so a bound instead of a loop over the rules.
  for (let turn = 0; turn < 30; turn++) {
    const facts: Facts = { given: input, fields };
    const broken = rules.find((rule) => checkRule(rule, facts).length > 0);
    if (broken === undefined) break;
    input = { ...satisfyRule(broken, facts, sources) };
  }
  return input;
}
