import type { Field, FieldValue, Model, When } from '@kie/registry';
import { inLanguage, type Language } from './language.ts';
import { labelOf } from './field-label.ts';
import { valueLabel } from './value-words.ts';

/** What a person has chosen so far. */
export type FormInput = Readonly<Record<string, unknown>>;

/** Whether a person has set the field. An empty text or list and a switch that is off are not. */
export function isChosen(input: FormInput, name: string): boolean {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  if (value === undefined || value === null || value === '' || value === false) return false;
  return !Array.isArray(value) || value.length > 0;
}

/** The value that counts: the chosen one, else the default of the field. */
function valueOf(model: Model, input: FormInput, name: string): unknown {
  const given = Object.hasOwn(input, name) ? input[name] : undefined;
  return given ?? model.fields.find((field) => field.name === name)?.default;
}

function fits(model: Model, input: FormInput, name: string, wanted: When[string]): boolean {
  if (wanted === 'present') return isChosen(input, name);
  if (wanted === 'absent') return !isChosen(input, name);
  const value = valueOf(model, input, name);
  return Array.isArray(wanted) ? wanted.includes(value) : wanted === value;
}

/** Whether all conditions hold for what has been chosen. */
export function holds(model: Model, input: FormInput, when: When): boolean {
  return Object.entries(when).every(([name, wanted]) => fits(model, input, name, wanted));
}

/** The label of a field between the quotation marks of the language. */
function quoted(name: string, language: Language): string {
  const label = labelOf(name, language);
  return inLanguage([`“${label}”`, `«${label}»`], language);
}

/** The names of fields in the words of the form, joined. */
export function namesInWords(names: readonly string[], language: Language, last: 'and' | 'or'): string {
  const words = [...new Set(names.map((name) => quoted(name, language)))];
  const join =
    last === 'and' ? inLanguage([' and ', ' и '], language) : inLanguage([' or ', ' или '], language);
  return words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + join + (words.at(-1) ?? '');
}

function conditionInWords(name: string, wanted: When[string], language: Language): string {
  const label = quoted(name, language);
  if (wanted === 'present') return inLanguage([`${label} is set`, `указано ${label}`], language);
  if (wanted === 'absent') return inLanguage([`${label} is not set`, `не указано ${label}`], language);
  const values = (Array.isArray(wanted) ? wanted : [wanted]) as readonly FieldValue[];
  const shown = values.map((value) => switchWord(value, language) ?? valueLabel(name, value, language));
  const list = shown.join(inLanguage([' or ', ' или '], language));
  return inLanguage([`${label} is ${list}`, `${label}: ${list}`], language);
}

function switchWord(value: Field['default'], language: Language): string | undefined {
  if (typeof value !== 'boolean') return undefined;
  return value ? inLanguage(['on', 'вкл.'], language) : inLanguage(['off', 'выкл.'], language);
}

/** Conditions as the end of a sentence: `“Resolution” is 4K and “First frame” is set`. */
export function conditionsInWords(when: When, language: Language): string {
  const parts = Object.entries(when).map(([name, wanted]) => conditionInWords(name, wanted, language));
  return parts.join(inLanguage([' and ', ' и '], language));
}
