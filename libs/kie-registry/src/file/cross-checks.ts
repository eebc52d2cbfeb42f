import type { Catalogue, Field, FieldType, JsonType, Model, Price, Rule } from '../model.ts';
import { didYouMean, show } from './schema-parts.ts';
import type { Path } from './source.ts';

/** A mistake at a place in the data. */
export interface DataMistake {
  readonly path: Path;
  readonly message: string;
}

/** Words that conditions of prices may use beside fields. */
const PRICE_WORDS: ReadonlySet<string> = new Set(['video_input', 'source', 'output', 'tier', 'kind']);

/** Mistakes that only show when two places are compared: unknown fields and ids, defaults that are not allowed, ... */
export function crossMistakes(catalogue: Catalogue): DataMistake[] {
  const found: DataMistake[] = [];
  const byId = new Map<string, Model>();
  for (const [index, model] of catalogue.models.entries()) {
    if (byId.has(model.id))
      found.push({ path: ['models', index, 'id'], message: `the id ${model.id} is there twice` });
    byId.set(model.id, model);
  }
  for (const [index, wrong] of catalogue.wrongIds.entries()) {
    if (byId.has(wrong.id)) {
      found.push({ path: ['wrongIds', index, 'id'], message: `${wrong.id} is in the list of models` });
    }
    if (!byId.has(wrong.use)) {
      found.push({ path: ['wrongIds', index, 'use'], message: unknownModel(wrong.use, byId) });
    }
  }
  for (const [index, model] of catalogue.models.entries()) {
    const at = (path: Path, message: string): void => {
      found.push({ path: ['models', index, ...path], message });
    };
    checkStatus(model, byId, at);
    checkFields(model.fields, catalogue, (path, message) => at(['fields', ...path], message));
    for (const [i, rule] of (model.rules ?? []).entries()) {
      checkNames(namesOf(rule), model, (message) => at(['rules', i], message));
      checkRequired(rule, model, (message) => at(['rules', i], message));
    }
    if (model.price !== undefined)
      checkPrice(model.price, model, (path, message) => at(['price', ...path], message));
  }
  return found;
}

type Report = (path: Path, message: string) => void;

function unknownModel(id: string, known: ReadonlyMap<string, Model>): string {
  return `there is no model ${id}${didYouMean(id, known.keys())}`;
}

function checkStatus(model: Model, byId: ReadonlyMap<string, Model>, at: Report): void {
  for (const [i, id] of (model.useInstead ?? []).entries()) {
    const target = byId.get(id);
    if (target === undefined) at(['useInstead', i], unknownModel(id, byId));
    else if (target.status !== 'active')
      at(['useInstead', i], `${id} is ${target.status} itself; name an active model`);
  }
  if (model.unifiedAs !== undefined && !byId.has(model.unifiedAs))
    at(['unifiedAs'], unknownModel(model.unifiedAs, byId));
  if (model.status === 'active' && model.fields.length === 0) at(['fields'], 'an active model has fields');
  if (model.status !== 'active' && model.useInstead === undefined && model.notes === undefined) {
    at(
      ['status'],
      `${model.id} is ${model.status}: name its replacements in useInstead, or say in notes that there are none`,
    );
  }
}

function checkFields(fields: readonly Field[], catalogue: Catalogue, at: Report): void {
  const seen = new Set<string>();
  for (const [i, field] of fields.entries()) {
    if (seen.has(field.name)) at([i, 'name'], `the field ${field.name} is there twice`);
    seen.add(field.name);
    checkField(field, catalogue, (path, message) => at([i, ...path], `${field.name}: ${message}`));
    if (field.itemFields !== undefined) {
      checkFields(field.itemFields, catalogue, (path, message) => at([i, 'itemFields', ...path], message));
    }
  }
}

function checkField(field: Field, catalogue: Catalogue, at: Report): void {
  const isEnum = field.type === 'enum';
  if (isEnum !== (field.values !== undefined) || isEnum !== (field.valueType !== undefined)) {
    at(['type'], 'an enum has values and valueType, other types have neither');
  }
  for (const [i, value] of (field.values ?? []).entries()) {
    if (!isOfType(value, field.valueType ?? 'string')) {
      at(
        ['values', i],
        `${show(value)} is no ${field.valueType ?? 'string'}, as valueType says; mind the quotes`,
      );
    }
  }
  if ((field.type === 'array') !== (field.itemType !== undefined))
    at(['type'], 'an array has an itemType, other types have none');
  if ((field.itemType === 'object') !== (field.itemFields !== undefined)) {
    at(['type'], 'items that are objects have itemFields, others have none');
  }
  if (field.labels !== undefined && catalogue.valueLabels[field.labels] === undefined) {
    at(
      ['labels'],
      `there is no table ${field.labels}${didYouMean(field.labels, Object.keys(catalogue.valueLabels))}`,
    );
  }
  if (field.media !== undefined && field.type !== 'string' && field.itemType !== 'string') {
    at(['media'], 'media are text (a URL) or lists of text');
  }
  for (const [low, high] of [
    ['min', 'max'],
    ['minLength', 'maxLength'],
    ['minItems', 'maxItems'],
  ] as const) {
    if ((field[low] ?? -Infinity) > (field[high] ?? Infinity)) at([low], `${low} is above ${high}`);
  }
  if (field.pattern !== undefined) {
    const wrong = patternMistake(field.pattern);
    if (wrong !== undefined) at(['pattern'], wrong);
  }
  if (field.default !== undefined) checkDefault(field, field.default, at);
}

function checkDefault(field: Field, value: NonNullable<Field['default']>, at: Report): void {
  if (typeof value === 'object') {
    if (field.type !== 'array') at(['default'], 'only an array can have a list as its default');
    return;
  }
  if (field.values !== undefined && !field.values.includes(value)) {
    at(['default'], `${show(value)} is none of the values ${field.values.map(show).join(', ')}`);
  } else if (field.values === undefined && !isOfType(value, field.type)) {
    at(['default'], `${show(value)} is no ${field.type}; mind the quotes`);
  } else if (typeof value === 'number' && !(field.specialValues ?? []).includes(value)) {
    if (value < (field.min ?? value) || value > (field.max ?? value))
      at(['default'], `${value} is out of range`);
  }
}

function isOfType(value: unknown, type: FieldType | JsonType): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return type === 'enum' || typeof value === type;
}

/** Longer than any that a page of KIE would describe. */
const MAX_PATTERN = 200;

/**
 * A repeated group with a repetition in it, or a back reference: what makes an expression take for ever on a text that
 * nearly fits. Simpler than a proof, and the patterns of models are simpler still.
 */
const SLOW = /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)[*+{]|\\[1-9k]/;

function patternMistake(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN) return `the pattern is longer than ${MAX_PATTERN} characters`;
  if (!compiles(pattern)) return `${show(pattern)} is no regular expression`;
  return SLOW.test(pattern)
    ? `${show(pattern)} repeats a repetition or refers back, and could take for ever; write it without`
    : undefined;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Every field name a rule mentions; of a path such as `shots[].duration` the first part. */
function namesOf(rule: Rule): string[] {
  const names: string[] = [];
  if ('field' in rule) names.push(rule.field);
  if ('fields' in rule) names.push(...rule.fields);
  if ('groups' in rule) names.push(...rule.groups.flat());
  if ('needs' in rule) names.push(...rule.needs);
  if ('needsAny' in rule) names.push(...rule.needsAny);
  if ('present' in rule) names.push(...rule.present);
  if ('unless' in rule) names.push(...(Array.isArray(rule.unless) ? rule.unless : Object.keys(rule.unless)));
  if ('when' in rule) names.push(...Object.keys(rule.when));
  if ('of' in rule) names.push(firstPart(rule.of));
  if ('equals' in rule) names.push(rule.equals);
  if ('maxField' in rule) names.push(rule.maxField);
  if ('weights' in rule) names.push(...Object.keys(rule.weights));
  return names;
}

/** A field cannot be required always and under a condition: the rule alone says when. */
function checkRequired(rule: Rule, model: Model, at: (message: string) => void): void {
  if (rule.kind !== 'required_if' && rule.kind !== 'required_unless_present') return;
  if (model.fields.some((field) => field.name === rule.field && field.required)) {
    at(`${rule.field} is required always; the rule ${rule.kind} needs it to be required: false`);
  }
}

function firstPart(path: string): string {
  return path.split('[', 1)[0] ?? path;
}

function checkNames(names: readonly string[], model: Model, at: (message: string) => void): void {
  const known = new Set(model.fields.map((field) => field.name));
  for (const name of names) {
    if (!known.has(name)) at(`${model.id} has no field ${name}${didYouMean(name, known)}`);
  }
}

function checkPrice(price: Price, model: Model, at: Report): void {
  const check = (name: string, path: Path): void =>
    checkNames([firstPart(name)], model, (message) => at(path, message));
  if (price.countOf !== undefined) check(price.countOf, ['countOf']);
  for (const key of ['lengthFrom', 'inputSeconds', 'dependsOn'] as const) {
    for (const [i, name] of (price[key] ?? []).entries()) {
      if (key !== 'dependsOn' || !PRICE_WORDS.has(name)) check(name, [key, i]);
    }
  }
  for (const [i, extra] of (price.extras ?? []).entries()) check(extra.field, ['extras', i, 'field']);
  for (const [i, tier] of price.tiers.entries()) {
    for (const name of Object.keys(tier.when ?? {})) {
      const path = ['tiers', i, 'when', name];
      if (!PRICE_WORDS.has(name)) check(name, path);
      const isKnown = PRICE_WORDS.has(name) || model.fields.some((field) => field.name === name);
      if (isKnown && !(price.dependsOn ?? []).includes(name)) at(path, `dependsOn does not name ${name}`);
    }
  }
}
