import type { Field, Model } from '@kie/registry';
import { isObject } from '../json.ts';
import { texts } from '../texts.ts';

/** The envelope with which createTask refuses an input. */
export interface Refusal {
  readonly code: number;
  readonly msg: string;
}

const refuse = (msg: string): Refusal => ({ code: 500, msg });

/**
 * What KIE would refuse at submit, field by field: missing and empty values, wrong types, values outside the
 * options, ranges and lengths. Unknown fields pass, and so do URLs that lead nowhere: those fail later.
 */
export function checkInput(model: Model, input: Readonly<Record<string, unknown>>): Refusal | undefined {
  return checkFields(model.fields, input);
}

/** The same for any list of fields. */
export function checkFields(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  for (const field of fields) {
    const refusal = checkField(field, values[field.name]);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function checkField(field: Field, value: unknown): Refusal | undefined {
  if (value === undefined || value === null) return field.required ? refuse(texts.fieldRequired) : undefined;
  if (value === '') {
    const refused = field.required && field.mayBeEmpty !== true;
    return refused ? refuse(texts.cannotBeEmpty(field.name)) : undefined;
  }
  if (field.specialValues?.some((special) => special === value)) return undefined;
  switch (field.type) {
    case 'enum':
      return checkOption(field, value);
    case 'array':
      return checkArray(field, value);
    case 'object':
      if (!isObject(value)) return wrongType(field, value);
      return checkFields(field.itemFields ?? [], value);
    case 'string':
      return typeof value === 'string' ? checkText(field, value) : wrongType(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType(field, value);
    case 'integer':
    case 'number':
      if (typeof value !== 'number') return wrongType(field, value);
      if (field.type === 'integer' && !Number.isInteger(value)) return refuse(texts.wrongType(field.name));
      return checkRange(field, value);
  }
}

function wrongType(field: Field, value: unknown): Refusal | undefined {
  const given = Array.isArray(value) ? 'array' : typeof value;
  const taken = (type: string): boolean => type === given || (given === 'number' && type === 'integer');
  return field.observedTypes?.some(taken) ? undefined : refuse(texts.wrongType(field.name));
}

function checkOption(field: Field, value: unknown): Refusal | undefined {
  const options: readonly unknown[] = field.values ?? [];
  if (options.includes(value)) return undefined;
  const alike = options.some((option) => String(option) === String(value));
  if (alike && wrongType(field, value) === undefined) return undefined;
  return refuse(texts.notAllowed(field.name));
}

function checkText(field: Field, value: string): Refusal | undefined {
  const length = Array.from(value).length;
  if (field.maxLength !== undefined && length > field.maxLength) {
    return refuse(texts.tooLong(field.name, field.maxLength));
  }
  if (field.minLength !== undefined && length < field.minLength) {
    return refuse(texts.tooShort(field.name, field.minLength));
  }
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, 'u').test(value)) {
    return refuse(texts.notAllowed(field.name));
  }
  return field.min === undefined && field.max === undefined ? undefined : checkRange(field, Number(value));
}

function checkRange(field: Field, value: number): Refusal | undefined {
  const inside = value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity);
  return inside ? undefined : refuse(texts.notAllowed(field.name));
}

function checkArray(field: Field, value: unknown): Refusal | undefined {
  if (!Array.isArray(value)) return wrongType(field, value);
  if (value.length === 0 && field.required) return refuse(texts.cannotBeEmpty(field.name));
  const tooFew = field.minItems !== undefined && value.length > 0 && value.length < field.minItems;
  const tooMany = field.maxItems !== undefined && value.length > field.maxItems;
  if (tooFew || tooMany) return refuse(texts.notAllowed(field.name));
  for (const item of value as unknown[]) {
    const refusal = checkItem(field, item);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function checkItem(field: Field, item: unknown): Refusal | undefined {
  switch (field.itemType) {
    case 'object':
      if (!isObject(item)) return refuse(texts.wrongType(field.name));
      return checkFields(field.itemFields ?? [], item);
    case 'array':
      return Array.isArray(item) ? undefined : refuse(texts.wrongType(field.name));
    case 'integer':
    case 'number':
      return typeof item === 'number' ? checkRange(field, item) : refuse(texts.wrongType(field.name));
    case 'string':
      if (typeof item !== 'string') return refuse(texts.wrongType(field.name));
      return field.values === undefined ? undefined : checkOption(field, item);
    case undefined:
      return undefined;
  }
}
