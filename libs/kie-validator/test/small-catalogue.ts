import type { Field, Model, Rule } from '@kie/registry';
import { createValidator, type ValidateOptions, type ValidationResult } from '../src/index.ts';

/** A field with the boring parts filled in. */
export function field(name: string, rest: Partial<Field> = {}): Field {
  return { name, type: 'string', required: false, description: name, ...rest };
}

/** A model with the given fields and rules. */
export function model(fields: readonly Field[], rest: Partial<Model> = {}): Model {
  return {
    id: 'test/model',
    title: 'Test',
    vendor: 'Test',
    api: 'jobs',
    type: 'text_to_image',
    output: 'image',
    status: 'active',
    fields,
    source: { repo: 'test', date: '2026-11-20' },
    confidence: 'documented',
    ...rest,
  };
}

/** Validates an input against a model of the given fields and rules. */
export function check(
  fields: readonly Field[],
  input: unknown,
  {
    rules,
    options,
    rest,
  }: { rules?: readonly Rule[]; options?: ValidateOptions; rest?: Partial<Model> } = {},
): ValidationResult {
  const only = model(fields, { ...(rules && { rules }), ...rest });
  const validator = createValidator({
    resolve: (id) =>
      id === only.id
        ? { model: only }
        : { error: { code: 'unknown_model', message: 'Unknown.', suggestions: [only.id] } },
  });
  return validator.validate(only.id, input, options);
}

/** `path code` of each error, for short expectations. */
export function problems(result: ValidationResult): string[] {
  return (result.errors ?? []).map(({ path, code }) => `${path} ${code}`.trim());
}

/** `path code` of each warning. */
export function warnings(result: ValidationResult): string[] {
  return result.warnings.map(({ path, code }) => `${path} ${code}`.trim());
}
