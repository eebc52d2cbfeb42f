import type { FieldValue, Model, Rule } from '@kie/registry';
import { conditionsInWords, holds, isChosen, namesInWords, type FormInput } from './conditions.ts';
import { inLanguage, type Language } from './language.ts';

/** What is asked about: a model, what was chosen so far, and the language of the answers. */
export interface Situation {
  readonly model: Model;
  readonly input: FormInput;
  readonly language: Language;
}

const NOT_WHEN = ['Not available when', 'Недоступно, когда'] as const;
const NO_EFFECT_WHEN = ['Has no effect when', 'Не действует, когда'] as const;
const NO_EFFECT_WITH = ['Has no effect together with', 'Не действует вместе с'] as const;
const NOT_WITH = ['Not together with', 'Не сочетается с'] as const;
const NEEDS = ['Needs', 'Нужно'] as const;
const ONLY_WHEN = ['Only when', 'Только когда'] as const;

/** The ones of the fields that are set, as a sentence that begins with `start`. */
function withChosen(
  start: readonly [string, string],
  names: readonly string[],
  { input, language }: Situation,
): string | undefined {
  const chosen = names.filter((name) => isChosen(input, name));
  if (chosen.length === 0) return undefined;
  return `${inLanguage(start, language)} ${namesInWords(chosen, language, 'and')}`;
}

const whenWords = (
  start: readonly [string, string],
  when: Parameters<typeof conditionsInWords>[0],
  s: Situation,
) =>
  holds(s.model, s.input, when)
    ? `${inLanguage(start, s.language)} ${conditionsInWords(when, s.language)}`
    : undefined;

/** Why a rule leaves no use for a field; `undefined` when it does not. */
function reasonOfRule(rule: Rule, name: string, s: Situation): string | undefined {
  switch (rule.kind) {
    case 'forbidden_if':
      return rule.field === name ? whenWords(NOT_WHEN, rule.when, s) : undefined;
    case 'ignored_if':
      return rule.field === name ? whenWords(NO_EFFECT_WHEN, rule.when, s) : undefined;
    case 'forbidden_if_present':
      return rule.field === name ? withChosen(NOT_WITH, rule.present, s) : undefined;
    case 'ignored_if_present':
      return rule.field === name ? withChosen(NO_EFFECT_WITH, rule.present, s) : undefined;
    case 'requires': {
      const missing = rule.field === name ? rule.needs.filter((need) => !isUsable(s, need)) : [];
      if (missing.length === 0) return undefined;
      return `${inLanguage(NEEDS, s.language)} ${namesInWords(missing, s.language, 'and')}`;
    }
    case 'requires_any': {
      if (rule.field !== name || rule.needsAny.some((need) => isUsable(s, need))) return undefined;
      return `${inLanguage(NEEDS, s.language)} ${namesInWords(rule.needsAny, s.language, 'or')}`;
    }
    case 'mutually_exclusive': {
      const others = rule.groups.filter((group) => !group.includes(name));
      return others.length < rule.groups.length ? withChosen(NOT_WITH, others.flat(), s) : undefined;
    }
    case 'exactly_one_of':
      return rule.fields.includes(name)
        ? withChosen(
            NOT_WITH,
            rule.fields.filter((field) => field !== name),
            s,
          )
        : undefined;
    default:
      return undefined;
  }
}

/** Set by the person, or by its default. */
function isUsable({ model, input }: Situation, name: string): boolean {
  if (Object.hasOwn(input, name)) return isChosen(input, name);
  return isChosen({ [name]: model.fields.find((field) => field.name === name)?.default }, name);
}

/** Why a field is of no use now, in words for a person; `undefined` when it is. A rule that is a guess hides nothing. */
export function whyFieldHidden(name: string, situation: Situation): string | undefined {
  for (const rule of situation.model.rules ?? []) {
    const reason = rule.confidence === 'guessed' ? undefined : reasonOfRule(rule, name, situation);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function reasonOfOption(rule: Rule, value: FieldValue, s: Situation): string | undefined {
  switch (rule.kind) {
    case 'forbidden_value_if':
      return rule.values.includes(value) ? whenWords(NOT_WHEN, rule.when, s) : undefined;
    case 'forbidden_value_if_present':
      return rule.values.includes(value) ? withChosen(NOT_WITH, rule.present, s) : undefined;
    case 'allowed_values_if':
      return rule.values.includes(value) ? undefined : whenWords(NOT_WHEN, rule.when, s);
    case 'allowed_values_if_present':
      return rule.values.includes(value) ? undefined : withChosen(NOT_WITH, rule.present, s);
    case 'allowed_values_unless':
      return rule.values.includes(value) || holds(s.model, s.input, rule.unless)
        ? undefined
        : `${inLanguage(ONLY_WHEN, s.language)} ${conditionsInWords(rule.unless, s.language)}`;
    case 'allowed_values_unless_present':
      return rule.values.includes(value) || rule.unless.some((name) => isChosen(s.input, name))
        ? undefined
        : `${inLanguage(NEEDS, s.language)} ${namesInWords(rule.unless, s.language, 'or')}`;
    default:
      return undefined;
  }
}

/** Why a value of a field cannot be chosen now; `undefined` when it can. */
export function whyOptionHidden(name: string, value: FieldValue, situation: Situation): string | undefined {
  for (const rule of situation.model.rules ?? []) {
    if (!('field' in rule) || rule.field !== name || rule.confidence === 'guessed') continue;
    const reason = reasonOfOption(rule, value, situation);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
