import { registry, type ModelId, type ModelInput, type ModelPayload } from '@kie/registry';
import { createValidator, type ValidateOptions, type Validator } from './validator.ts';

/** A place in the input as Standard Schema wants it: names and positions. */
type Step = string | number;

/** One problem, in the words of Standard Schema. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly Step[];
}

/**
 * A validator in the form that many libraries take (https://standardschema.dev, version 1): tRPC, TanStack Form, Hono,
 * the AI SDK. `Input` is what a person gives, `Output` the complete payload.
 */
export interface StandardSchema<Input, Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'kie';
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Output; readonly issues?: undefined }
      | { readonly issues: readonly StandardIssue[] };
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** `multi_prompt[0].duration` as `['multi_prompt', 0, 'duration']`. */
function stepsOf(path: string): readonly Step[] {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/**
 * The input of one model as a Standard Schema. An unknown or retired id is no error here but an issue of every
 * validation, as it is for `validate`.
 *
 * @param validator the one to use; by default one over the built-in catalogue is made
 *
 * ```ts
 * import { standardSchema } from '@kie/validator';
 *
 * const schema = standardSchema('z-image');
 * const result = schema['~standard'].validate({ prompt: 'a fox', aspect_ratio: '1:1' });
 * console.log(result.issues ?? result.value);
 * ```
 */
export function standardSchema<const Id extends ModelId>(
  modelId: Id,
  validator: Validator = createValidator(registry),
  options: ValidateOptions = {},
): StandardSchema<ModelInput<Id>, ModelPayload<Id>> {
  return {
    '~standard': {
      version: 1,
      vendor: 'kie',
      validate(value) {
        const result = validator.validate(modelId, value, options);
        // The catalogue that the types are generated from is the one that has just been checked against.
        if (result.valid) return { value: result.payload as ModelPayload<Id> };
        return {
          issues: result.errors.map(({ message, path }) =>
            path === '' ? { message } : { message, path: stepsOf(path) },
          ),
        };
      },
    },
  };
}
