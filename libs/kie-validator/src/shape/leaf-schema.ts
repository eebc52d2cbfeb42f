import type { Field } from '@kie/registry';
import * as v from 'valibot';
import type { IssueCode } from '../issue.ts';
import { codePoints, isLongerThan } from './code-points.ts';
import { isFetchable } from './web-url.ts';

type Leaf = v.GenericSchema;
type Check = (value: never) => boolean;

/** The message of each action is the code of our issue; `describe.ts` makes the sentence. */
const code = (word: IssueCode): IssueCode => word;

/** One pipe, however many checks: a pipe inside a pipe costs as much as a schema. */
function withChecks(
  base: Leaf,
  checks: readonly (readonly [IssueCode, Check])[],
  ...before: v.GenericPipeAction[]
): Leaf {
  const actions = checks.map(([word, holds]) => v.check(holds as (value: unknown) => boolean, word));
  const [first, ...others] = [...before, ...actions];
  return first === undefined ? base : v.pipe(base, first, ...others);
}

/** `v.picklist` takes no booleans, and some of KIE's lists have them. */
const oneOf = (values: readonly unknown[]): Leaf =>
  v.custom((value) => values.includes(value), code('not_allowed'));

/** Multiples count from the minimum; the tolerance is for decimal steps such as 0.01. */
function isOnStep(value: number, step: number, from: number): boolean {
  const steps = (value - from) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}

function rangeChecks(field: Field): (readonly [IssueCode, (value: number) => boolean])[] {
  const { min, max, step } = field;
  const special = new Set<unknown>(field.specialValues);
  return [
    ...(min === undefined
      ? []
      : [['too_small', (value: number) => value >= min || special.has(value)] as const]),
    ...(max === undefined
      ? []
      : [['too_big', (value: number) => value <= max || special.has(value)] as const]),
    ...(step === undefined
      ? []
      : [['step', (value: number) => special.has(value) || isOnStep(value, step, min ?? 0)] as const]),
  ];
}

function numberSchema(field: Field): Leaf {
  const finite = v.finite(code('type'));
  const kind = field.type === 'integer' ? [finite, v.integer(code('type'))] : [finite];
  return withChecks(v.number(code('type')), rangeChecks(field), ...(kind as v.GenericPipeAction[]));
}

function stringSchema(field: Field): Leaf {
  const { minLength, maxLength, pattern, media } = field;
  const whole = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
  const special = new Set<unknown>(field.specialValues);
  const numbers = rangeChecks(field).map(
    ([word, holds]) => [word, (text: string) => special.has(text) || holds(Number(text))] as const,
  );
  return withChecks(v.string(code('type')), [
    ...(media === undefined
      ? []
      : [['url', (text: string) => isFetchable(text, media.schemes ?? [])] as const]),
    ...(minLength === undefined
      ? []
      : [['too_short', (text: string) => codePoints(text) >= minLength] as const]),
    ...(maxLength === undefined
      ? []
      : [['too_long', (text: string) => !isLongerThan(text, maxLength)] as const]),
    ...(whole === undefined ? [] : [['pattern', (text: string) => whole.test(text)] as const]),
    ...(numbers.length === 0
      ? []
      : [['type', (text: string) => text.trim() !== '' && Number.isFinite(Number(text))] as const]),
    ...numbers,
  ]);
}

/**
 * The valibot schema of one value that is neither a list nor an object. Its issues carry our code as message.
 * Strict: no coercion happens here, see `coerce.ts`.
 */
export function leafSchema(field: Field): Leaf {
  switch (field.type) {
    case 'enum':
      return oneOf(field.values ?? []);
    case 'boolean':
      return v.boolean(code('type'));
    case 'integer':
    case 'number':
      return numberSchema(field);
    case 'object':
      return v.looseObject({}, code('type'));
    case 'array':
      return v.array(v.unknown(), code('type'));
    case 'string':
      return field.values === undefined ? stringSchema(field) : oneOf(field.values);
  }
}

/** The schema of a list as a whole: that it is one, and its size. A required list is never empty. */
export function listSchema(field: Field): Leaf {
  const min = field.minItems ?? (field.required ? 1 : 0);
  const list = v.pipe(v.array(v.unknown(), code('type')), v.minLength(min, code('too_few_items')));
  return field.maxItems === undefined
    ? list
    : v.pipe(list, v.maxLength(field.maxItems, code('too_many_items')));
}
