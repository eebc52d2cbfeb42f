import { nearest, type Field, type Finder } from '@kie/registry';
import { issueAt, type Issue, type IssueCode } from '../issue.ts';
import { either, listed, show, showGiven, typeName } from '../words.ts';
import { codePoints } from './code-points.ts';

type Description = readonly [params: Readonly<Record<string, unknown>>, sentence: string];

const expectedWords: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function suggestion(value: unknown, allowed: readonly unknown[], find: Finder | undefined): unknown {
  const same = allowed.find((candidate) => String(candidate) === String(value));
  if (same !== undefined) return same;
  const texts = allowed.map(String);
  if (typeof value === 'number' && allowed.every((candidate) => Number.isFinite(Number(candidate)))) {
    return allowed.toSorted((a, b) => Math.abs(Number(a) - value) - Math.abs(Number(b) - value))[0];
  }
  if (typeof value !== 'string') return undefined;
  const word = value.slice(0, 60);
  const [near] = find === undefined ? nearest(word, texts, 1) : find(word, 1);
  return near === undefined ? undefined : allowed[texts.indexOf(near)];
}

/** Params and sentence for a value outside an enum, with the value that was probably meant. */
export function notAllowed(
  value: unknown,
  allowed: readonly unknown[],
  condition = '',
  find?: Finder,
): Description {
  const near = suggestion(value, allowed, find);
  const hint = near === undefined ? '' : `; did you mean ${show(near)}?`;
  const sentence = `${showGiven(value)} is not allowed${condition}${hint}${hint === '' ? '.' : ''} Allowed: ${listed(allowed)}.`;
  return [{ allowed, ...(near === undefined ? {} : { suggestion: near }) }, sentence];
}

function range(field: Field): string {
  const { min, max } = field;
  const bounds =
    min !== undefined && max !== undefined
      ? `from ${min} to ${max}`
      : min === undefined
        ? `at most ${max}`
        : `at least ${min}`;
  return field.specialValues === undefined
    ? bounds
    : `${bounds}, or ${either(field.specialValues.map(show))}`;
}

const numberParams = (field: Field) => ({
  ...(field.min === undefined ? {} : { min: field.min }),
  ...(field.max === undefined ? {} : { max: field.max }),
  ...(field.specialValues === undefined ? {} : { specialValues: field.specialValues }),
});

const descriptions: Partial<Record<IssueCode, (field: Field, value: unknown, find: Finder) => Description>> =
  {
    type: (field, value) => {
      const expected = expectedWords[field.type] ?? field.type;
      const numericText = field.type === 'string' && field.min !== undefined && typeof value === 'string';
      const hint = field.type === 'integer' && typeof value === 'number' ? String(value) : typeName(value);
      return [
        { expected: field.type },
        numericText ? 'must be a number written as a text.' : `must be ${expected}, not ${hint}.`,
      ];
    },
    not_allowed: (field, value, find) => notAllowed(value, field.values ?? [], '', find),
    too_small: (field, value) => [
      numberParams(field),
      `${showGiven(value)} is too small; allowed: ${range(field)}.`,
    ],
    too_big: (field, value) => [
      numberParams(field),
      `${showGiven(value)} is too big; allowed: ${range(field)}.`,
    ],
    step: (field, value) => [
      { step: field.step, from: field.min ?? 0 },
      `${showGiven(value)} is off the grid; allowed are steps of ${field.step} from ${field.min ?? 0}.`,
    ],
    too_short: (field, value) => {
      const length = codePoints(String(value));
      return [
        { minLength: field.minLength, length },
        `must have at least ${field.minLength} characters; it has ${length}.`,
      ];
    },
    too_long: (field, value) => {
      const length = codePoints(String(value));
      return [
        { maxLength: field.maxLength, length },
        `must have at most ${field.maxLength} characters; it has ${length}.`,
      ];
    },
    pattern: (field) => [{ pattern: field.pattern }, `must match ${field.pattern}.`],
    url: (field) => [
      { kind: field.media?.kind },
      `must be a public http or https URL of ${field.media?.kind === 'image_or_video' ? 'an image or a video' : `the ${field.media?.kind}`}, without a user name in it${(field.media?.schemes ?? []).map((scheme) => `, or an ${scheme}:// id`).join('')}. Upload local files first.`,
    ],
    too_few_items: (field, value) => {
      const min = field.minItems ?? 1;
      const length = Array.isArray(value) ? value.length : 0;
      return [
        { minItems: min, length },
        `needs at least ${min} ${min === 1 ? 'item' : 'items'}; it has ${length}.`,
      ];
    },
    too_many_items: (field, value) => {
      const length = Array.isArray(value) ? value.length : 0;
      return [
        { maxItems: field.maxItems, length },
        `takes at most ${field.maxItems} ${field.maxItems === 1 ? 'item' : 'items'}; it has ${length}.`,
      ];
    },
  };

/** What is said about a value: its field, and a finder over its allowed values. */
export interface Described {
  readonly field: Field;
  readonly find: Finder;
}

/** The issue for a code that the shape of a field gave for a value. */
export function describe({ field, find }: Described, code: IssueCode, path: string, value: unknown): Issue {
  const [params, sentence] = descriptions[code]?.(field, value, find) ?? [{}, 'is not valid.'];
  return issueAt(path, code, params, sentence);
}
