import type { Field, Model, Rule } from './model.ts';

/** A JSON Schema document or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The input of a model as JSON Schema 2020-12, e.g. as the parameters of a tool that a language model calls. It asks
 * for what a person must give: fields with a default are optional. Of the rules between fields it carries those that
 * say which fields go together; the validator knows them all.
 *
 * @example
 * const model = registry.get('z-image');
 * const schema = model && jsonSchema(model);
 */
export function jsonSchema(model: Model): JsonSchema {
  const combined = (model.rules ?? []).flatMap(combinationOf);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: model.title,
    ...objectOf(model.fields),
    ...(combined.length > 0 && { allOf: combined }),
  };
}

function objectOf(fields: readonly Field[]): JsonSchema {
  const required = fields
    .filter((field) => field.required && field.default === undefined)
    .map((field) => field.name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function schemaOf(field: Field): JsonSchema {
  return {
    description: field.note === undefined ? field.description : `${field.description} (${field.note})`,
    ...(field.default !== undefined && { default: field.default }),
    ...(field.deprecated === true && { deprecated: true }),
    ...shapeOf(field),
  };
}

function shapeOf(field: Field): JsonSchema {
  if (field.values !== undefined) return { type: field.valueType ?? 'string', enum: field.values };
  switch (field.type) {
    case 'array':
      return {
        type: 'array',
        items: itemOf(field),
        ...(field.minItems !== undefined && { minItems: field.minItems }),
        ...(field.maxItems !== undefined && { maxItems: field.maxItems }),
      };
    case 'integer':
    case 'number': {
      const range = { type: field.type, ...rangeOf(field) };
      return field.specialValues === undefined ? range : { anyOf: [range, { enum: field.specialValues }] };
    }
    case 'string':
      return textOf(field);
    case 'boolean':
    case 'object':
    case 'enum':
      return { type: field.type === 'enum' ? 'string' : field.type };
  }
}

function itemOf(field: Field): JsonSchema {
  if (field.itemFields !== undefined) return objectOf(field.itemFields);
  if (field.itemType === 'array') return { type: 'array' };
  return field.itemType === 'string' || field.itemType === undefined
    ? textOf(field)
    : { type: field.itemType, ...rangeOf(field) };
}

function textOf(field: Field): JsonSchema {
  return {
    type: 'string',
    ...(field.media !== undefined && { format: 'uri' }),
    ...(field.minLength !== undefined && { minLength: field.minLength }),
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
    ...(field.pattern !== undefined && { pattern: wholePattern(field.pattern) }),
  };
}

/** JSON Schema looks for a pattern anywhere in the text; ours matches the whole. */
function wholePattern(pattern: string): string {
  return pattern.startsWith('^') && pattern.endsWith('$') ? pattern : `^(?:${pattern})$`;
}

function rangeOf(field: Field): JsonSchema {
  const { min, max, step } = field;
  // `multipleOf` counts from zero and is unreliable for fractions; 1 says nothing about an integer.
  const useful = step !== undefined && Number.isInteger(step) && step > (field.type === 'integer' ? 1 : 0);
  const multiple = useful && (min ?? 0) % step === 0;
  return {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(multiple && { multipleOf: step }),
  };
}

function combinationOf(rule: Rule): JsonSchema[] {
  const oneRequired = (names: readonly string[]): JsonSchema[] => names.map((name) => ({ required: [name] }));
  switch (rule.kind) {
    case 'at_least_one_of':
      return [{ anyOf: oneRequired(rule.fields) }];
    case 'exactly_one_of':
      return [{ oneOf: oneRequired(rule.fields) }];
    case 'requires':
      return [{ dependentRequired: { [rule.field]: rule.needs } }];
    case 'requires_any':
      return [{ anyOf: [{ not: { required: [rule.field] } }, ...oneRequired(rule.needsAny)] }];
    default:
      return [];
  }
}
