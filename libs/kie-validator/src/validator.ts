import { registry as builtIn, type Model } from '@kie/registry';
import { checkRules, fillableFields, fillDefaults, type Fillable } from './fill-defaults.ts';
import { isPlainObject } from './is-set.ts';
import { issueAt, type Issue } from './issue.ts';
import { compileModel, type CompiledObject } from './shape/compile.ts';
import { checkObject, type Walk } from './shape/walk.ts';
import { typeName } from './words.ts';

/** The part of a registry that a validator needs; `registry` of `@kie/registry` is one. */
export interface ModelSource {
  resolve(id: string):
    | { readonly model: Model; readonly error?: never }
    | {
        readonly model?: never;
        readonly error: {
          readonly code: 'unknown_model' | 'retired_model' | 'not_a_model';
          readonly message: string;
          readonly suggestions: readonly string[];
        };
      };
}

/** How strict a validation is, and what may stand for a URL. */
export interface ValidateOptions {
  /** `'strip'` leaves unknown fields out with a warning; by default each is an error, since KIE ignores them silently. */
  readonly unknownFields?: 'error' | 'strip';
  /**
   * For inputs written by hand, by a language model or for an older page: what can only mean one thing is put right
   * (`"720P"`, `5` for `"5"`, one URL for a list of one, null), unknown fields are left out, each with a warning. Missing
   * and wrong values stay errors. Default `false`.
   */
  readonly lenient?: boolean;
  /** Says that a value is a file that will be uploaded: it passes where a media URL is expected. Default: nothing is. */
  readonly isFile?: (value: unknown) => boolean;
}

/** The payload to send, complete and checked, or every problem at once. Warnings may come with both. */
export type ValidationResult =
  | {
      readonly valid: true;
      readonly payload: Readonly<Record<string, unknown>>;
      readonly warnings: readonly Issue[];
      readonly errors?: never;
    }
  | {
      readonly valid: false;
      readonly errors: readonly Issue[];
      readonly warnings: readonly Issue[];
      readonly payload?: never;
    };

/** Checks inputs; keeps what it compiled for the models it has seen. */
export interface Validator {
  validate(modelId: string, input: unknown, options?: ValidateOptions): ValidationResult;
}

interface Prepared {
  readonly object: CompiledObject;
  readonly fields: ReadonlyMap<string, Model['fields'][number]>;
  readonly fillable: readonly Fillable[];
  readonly former: ReadonlySet<string>;
}

function prepare(model: Model): Prepared {
  return {
    object: compileModel(model),
    fields: new Map(model.fields.map((field) => [field.name, field])),
    fillable: fillableFields(model.fields, model.rules ?? []),
    former: new Set(model.formerFields?.map((field) => field.name)),
  };
}

/** KIE takes it for most models, also where the page does not say so (seen in recorded calls). */
const undocumented: ReadonlySet<string> = new Set(['nsfw_checker']);

/** The given fields when all of them are right as they are; `undefined` sends the input to the check that explains. */
function rightFields(
  { object }: Prepared,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const lists: string[] = [];
  for (const key of Object.keys(input)) {
    const value = input[key];
    if (object.fields.get(key)?.fits(value) !== true) return undefined;
    if (typeof value === 'object') lists.push(key);
  }
  const given = { ...input };
  for (const key of lists) given[key] = copyOfList(given[key]);
  return given;
}

/** A list of plain values of its own: a payload does not change when the caller's input does. */
const copyOfList = (list: unknown): unknown => (Array.isArray(list) ? list.slice() : list);

const isComplete = ({ fillable }: Prepared, given: Readonly<Record<string, unknown>>): boolean =>
  fillable.every(({ field }) => Object.hasOwn(given, field.name));

function run(model: Model, prepared: Prepared, input: unknown, options: ValidateOptions): ValidationResult {
  if (!isPlainObject(input)) {
    const sentence = `the input must be an object of fields, not ${typeName(input)}.`;
    return { valid: false, errors: [issueAt('', 'type', { expected: 'object' }, sentence)], warnings: [] };
  }
  const { fields } = prepared;
  const rules = model.rules ?? [];
  const right = rightFields(prepared, input);
  if (right !== undefined && rules.length === 0 && isComplete(prepared, right)) {
    return { valid: true, payload: right, warnings: [] };
  }
  const walk: Walk = {
    errors: [],
    warnings: [],
    unknownFields: options.unknownFields ?? (options.lenient === true ? 'strip' : 'error'),
    lenient: options.lenient ?? false,
    isFile: options.isFile ?? (() => false),
    former: prepared.former,
    undocumented,
  };
  const payload = right ?? checkObject(prepared.object, input, '', walk);
  fillDefaults(prepared.fillable, fields, payload, walk);
  checkRules(rules, { given: payload, fields }, walk);
  const { errors, warnings } = walk;
  return errors.length > 0 ? { valid: false, errors, warnings } : { valid: true, payload, warnings };
}

/**
 * A validator over a registry. A model is compiled when it is first asked for and kept inside the validator, so make
 * one and pass it around.
 *
 * ```ts
 * import { registry } from '@kie/registry';
 * import { createValidator } from '@kie/validator';
 *
 * const validator = createValidator(registry);
 * const result = validator.validate('z-image', { prompt: 'a fox', aspect_ratio: '1:1' });
 * if (!result.valid) for (const { path, message } of result.errors) console.log(path, message);
 * ```
 */
export function createValidator(source: ModelSource): Validator {
  const cache = new WeakMap<Model, Prepared>();
  return {
    validate(modelId, input, options = {}) {
      const { model, error } = source.resolve(modelId);
      if (model === undefined) {
        const issue: Issue = {
          path: '',
          code: error.code,
          params: { suggestions: error.suggestions },
          message: error.message,
        };
        return { valid: false, errors: [issue], warnings: [] };
      }
      let prepared = cache.get(model);
      if (prepared === undefined) {
        prepared = prepare(model);
        cache.set(model, prepared);
      }
      return run(model, prepared, input, options);
    },
  };
}

/**
 * Checks one input against the built-in catalogue and forgets what it compiled. For more than a few, use
 * {@link createValidator}.
 */
export function validate(modelId: string, input: unknown, options: ValidateOptions = {}): ValidationResult {
  return createValidator(builtIn).validate(modelId, input, options);
}
