import type { Field } from '@kie/registry';
import * as v from 'valibot';
import type { IssueCode } from '../issue.ts';
import { isAtLeast, isLongerThan } from './code-points.ts';
import { isFetchable } from './web-url.ts';

type Leaf = v.GenericSchema;

/** A condition on a value of the right type, with the code of its breach. */
type Check = readonly [code: IssueCode, holds: (value: never) => boolean];

/** What a value of a field must be: of a type, and then everything else. */
export interface Leafing {
  /** The type, for valibot. Its issue carries our code as message; `describe.ts` makes the sentence. */
  readonly base: Leaf;
  /** The type, for a plain yes or no. */
  readonly isType: (value: unknown) => boolean;
  readonly checks: readonly Check[];
}

const code = (word: IssueCode): IssueCode => word;

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

function textChecks(field: Field): Check[] {
  const { minLength, maxLength, pattern, media } = field;
  const whole = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
  const special = new Set<unknown>(field.specialValues);
  const numbers = rangeChecks(field).map(
    ([word, holds]) => [word, (text: string) => special.has(text) || holds(Number(text))] as const,
  );
  return [
    ...(media === undefined
      ? []
      : [['url', (text: string) => isFetchable(text, media.schemes ?? [])] as const]),
    ...(minLength === undefined
      ? []
      : [['too_short', (text: string) => isAtLeast(text, minLength)] as const]),
    ...(maxLength === undefined
      ? []
      : [['too_long', (text: string) => !isLongerThan(text, maxLength)] as const]),
    ...(whole === undefined ? [] : [['pattern', (text: string) => whole.test(text)] as const]),
    ...(numbers.length === 0
      ? []
      : [['type', (text: string) => text.trim() !== '' && Number.isFinite(Number(text))] as const]),
    ...numbers,
  ];
}

/** `v.picklist` takes no booleans, and some of KIE's lists have them. */
function oneOf(values: readonly unknown[]): Leafing {
  const allowed = new Set(values);
  const isType = (value: unknown): boolean => allowed.has(value);
  return { base: v.custom(isType, code('not_allowed')), isType, checks: [] };
}

/** What a value that is neither a list nor an object must be. Strict: no coercion happens here, see `coerce.ts`. */
export function leafing(field: Field): Leafing {
  if (field.values !== undefined || field.type === 'enum') return oneOf(field.values ?? []);
  switch (field.type) {
    case 'boolean':
      return {
        base: v.boolean(code('type')),
        isType: (value) => typeof value === 'boolean',
        checks: [],
      };
    case 'integer':
      return {
        base: v.pipe(v.number(code('type')), v.integer(code('type'))),
        isType: Number.isInteger,
        checks: rangeChecks(field),
      };
    case 'number':
      return {
        base: v.pipe(v.number(code('type')), v.finite(code('type'))),
        isType: Number.isFinite,
        checks: rangeChecks(field),
      };
    case 'string':
      return {
        base: v.string(code('type')),
        isType: (value) => typeof value === 'string',
        checks: textChecks(field),
      };
    case 'object':
    case 'array': {
      const schema =
        field.type === 'object' ? v.looseObject({}, code('type')) : v.array(v.unknown(), code('type'));
      return { base: schema, isType: () => false, checks: [] };
    }
  }
}

/** The valibot schema of a value, which finds everything that is wrong with it. */
export function leafSchema({ base, checks }: Leafing): Leaf {
  const [first, ...others] = checks.map(([word, holds]) =>
    v.check(holds as (value: unknown) => boolean, word),
  );
  return first === undefined ? base : v.pipe(base, first, ...others);
}

/** The schema of a list as a whole: that it is one, and its size. A required list is never empty. */
export function listSchema(field: Field): Leaf {
  const min = field.minItems ?? (field.required ? 1 : 0);
  const list = v.pipe(v.array(v.unknown(), code('type')), v.minLength(min, code('too_few_items')));
  return field.maxItems === undefined
    ? list
    : v.pipe(list, v.maxLength(field.maxItems, code('too_many_items')));
}
