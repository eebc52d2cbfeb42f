import type { Field } from '@kie/registry';
import { safeParse } from 'valibot';
import { defaultOf, isPlainObject } from '../is-set.ts';
import { issueAt, joinPath, type Issue, type IssueCode } from '../issue.ts';
import { show, typeName } from '../words.ts';
import { checkFile } from './check-file.ts';
import { coerce } from './coerce.ts';
import type { CompiledField, CompiledObject } from './compile.ts';
import { describe } from './describe.ts';
import { loosen } from './loosen.ts';

/** What one validation collects on its way through the input, and the options it runs under. */
export interface Walk {
  readonly errors: Issue[];
  readonly warnings: Issue[];
  readonly unknownFields: 'error' | 'strip';
  readonly isFile: (value: unknown) => boolean;
  /** Values that can only mean one thing are put right, with a warning. */
  readonly lenient: boolean;
  /** Top-level names that KIE's pages once had. */
  readonly former: ReadonlySet<string>;
  /** Fields of KIE's that most models take though not every page says so. */
  readonly undocumented: ReadonlySet<string>;
}

/** Values that stand for "not given" in an optional field; KIE refuses some empty lists, so they are left out. */
function isLeftOut(field: Field, value: unknown): boolean {
  if (value === undefined) return true;
  if (field.required) return false;
  return (
    (value === '' && field.mayBeEmpty !== true && field.values?.includes('') !== true) ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** The value to check: coerced where the API takes both types and, in lenient mode, put right with a warning. */
function readValue(field: Field, given: unknown, path: string, walk: Walk): unknown {
  const value = coerce(field, given);
  if (!walk.lenient) return value;
  const loose = loosen(field, value);
  if (loose !== value) {
    const what = `is sent as ${typeName(loose).replace(/^a /, 'the ')}${isPublic(field, loose) ? ` ${show(loose)}` : ''}.`;
    walk.warnings.push(issueAt(path, 'corrected', { type: field.type }, what));
  }
  return loose;
}

/** Prompts and URLs are not repeated in an issue. */
const isPublic = (field: Field, value: unknown): boolean =>
  field.values !== undefined || typeof value === 'number' || typeof value === 'boolean';

function checkValue(compiled: CompiledField, given: unknown, path: string, walk: Walk): unknown {
  const { field, schema, item, object } = compiled;
  // A bare file where KIE wants a list stays a type error: a list is what the payload must have.
  if (field.media !== undefined && field.type !== 'array' && walk.isFile(given)) {
    walk.errors.push(...checkFile(field, given, path));
    return given;
  }
  const value = readValue(field, given, path, walk);
  if (value === '' && field.type === 'string' && field.mayBeEmpty !== true) {
    walk.errors.push(issueAt(path, 'required', {}, 'is required and may not be empty.'));
    return value;
  }
  if (value === '' && field.mayBeEmpty === true) return value;
  const result = safeParse(schema, value);
  if (!result.success) {
    const codes = new Set(result.issues.map((issue) => issue.message as IssueCode));
    for (const code of codes) walk.errors.push(describe(compiled, code, path, value));
    if (codes.has('type')) return value;
  }
  if (item !== undefined && Array.isArray(value)) {
    return value.map((entry: unknown, index) => checkValue(item, entry, joinPath(path, index), walk));
  }
  if (object !== undefined) {
    if (isPlainObject(value)) return fillNested(object, checkObject(object, value, path, walk), path, walk);
    walk.errors.push(
      issueAt(path, 'type', { expected: 'object' }, `must be an object, not ${typeName(value)}.`),
    );
  }
  return value;
}

function refuseUnknown(name: string, object: CompiledObject, path: string, walk: Walk): void {
  // A key that is no name can be of any length.
  const at = joinPath(path, name.length > 100 ? `${name.slice(0, 97)}...` : name);
  if (path === '' && walk.former.has(name)) {
    walk.warnings.push(
      issueAt(
        at,
        'former_field',
        {},
        'an older page of KIE had this field; the API ignores it now, so it was left out.',
      ),
    );
    return;
  }
  const suggestion = name.toLowerCase() === 'callbackurl' ? undefined : object.suggest(name);
  const hint =
    name.toLowerCase() === 'callbackurl'
      ? 'The callback URL stands beside the input, not in it.'
      : suggestion === undefined
        ? `Known fields: ${[...object.fields.keys()].join(', ')}.`
        : `Did you mean ${suggestion}?`;
  const sentence = `the model has no such field, and KIE would ignore it silently. ${hint}`;
  const issue = issueAt(at, 'unknown_field', suggestion === undefined ? {} : { suggestion }, sentence);
  (walk.unknownFields === 'strip' ? walk.warnings : walk.errors).push(issue);
}

/** Checks the fields that are given and returns them, coerced; what is missing is the next step's business. */
export function checkObject(
  object: CompiledObject,
  input: Readonly<Record<string, unknown>>,
  path: string,
  walk: Walk,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const key of Object.keys(input)) {
    const value = input[key];
    const name = object.renamed.size === 0 ? key : (object.renamed.get(key) ?? key);
    const compiled = object.fields.get(name);
    if (compiled === undefined) {
      if (value === undefined) continue;
      if (path === '' && walk.undocumented.has(key) && typeof value === 'boolean') {
        walk.warnings.push(
          issueAt(key, 'undocumented_field', {}, 'most models take it, this one does not document it.'),
        );
        given[key] = value;
      } else refuseUnknown(key, object, path, walk);
      continue;
    }
    if (name !== key) {
      walk.warnings.push(
        issueAt(joinPath(path, key), 'renamed_field', { name }, `is sent as ${JSON.stringify(name)}.`),
      );
      if (Object.hasOwn(input, name)) continue;
    }
    if (isLeftOut(compiled.field, value)) continue;
    if (walk.lenient && value === null && !compiled.field.required) {
      walk.warnings.push(issueAt(joinPath(path, key), 'corrected', {}, 'is null and was left out.'));
      continue;
    }
    given[name] = checkValue(compiled, value, joinPath(path, name), walk);
    if (compiled.field.deprecated === true) {
      walk.warnings.push(
        issueAt(joinPath(path, name), 'deprecated_field', {}, 'KIE has marked this field as deprecated.'),
      );
    }
  }
  return given;
}

/** Reports a required field that is missing and has no default. */
export function reportMissing(field: Field, path: string, walk: Walk): void {
  if (field.requiredSince === undefined) {
    walk.errors.push(issueAt(path, 'required', {}, 'is required.'));
    return;
  }
  walk.warnings.push(
    issueAt(
      path,
      'required_since',
      { since: field.requiredSince },
      `KIE lists this field as required since ${field.requiredSince}; set it.`,
    ),
  );
}

function fillNested(
  object: CompiledObject,
  given: Record<string, unknown>,
  path: string,
  walk: Walk,
): Record<string, unknown> {
  for (const [name, { field }] of object.fields) {
    if (!field.required || Object.hasOwn(given, name)) continue;
    const value = defaultOf(field);
    if (value === undefined) reportMissing(field, joinPath(path, name), walk);
    else given[name] = structuredClone(value);
  }
  return given;
}
