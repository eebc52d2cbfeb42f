import * as v from 'valibot';
import { nearest } from '../nearest.ts';

/**
 * An object with exactly these keys; the message names the key at fault and the nearest one that exists.
 */
export function closed<const E extends v.ObjectEntries>(what: string, entries: E) {
  const keys = Object.keys(entries);
  return v.strictObject(entries, (issue) => {
    const last = issue.path?.at(-1);
    const key: unknown = last?.key;
    // Valibot takes a list for an object that lacks its keys.
    if (issue.expected !== 'Object' && Array.isArray(last?.input)) {
      return `${what} must be a map with the keys ${keys.join(', ')}, not a list`;
    }
    if (issue.expected === 'Object' || typeof key !== 'string') {
      return `${what} must be a map with the keys ${keys.join(', ')}, not ${show(issue.input)}`;
    }
    if (issue.expected !== 'never') return `${what} lacks the key ${key}`;
    return `${what} has no key ${key}${didYouMean(key, keys)}; allowed: ${keys.join(', ')}`;
  });
}

/** One of a list of words. */
export function oneOf<const W extends readonly string[]>(what: string, words: W) {
  return v.picklist(words, (issue) => {
    const hint = typeof issue.input === 'string' ? didYouMean(issue.input, words) : '';
    return `${what} cannot be ${show(issue.input)}${hint}; allowed: ${words.join(', ')}`;
  });
}

/** A list that is not empty. */
export function listOf<const S extends v.GenericSchema>(item: S) {
  return v.pipe(
    v.array(item, (issue) => `must be a list, not ${show(issue.input)}`),
    v.minLength(1, 'must not be an empty list; leave the key out'),
  );
}

/** ", did you mean X?" when a word is close to one of `words`. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const [best] = nearest(word, words, 1);
  return best === undefined ? '' : `, did you mean ${best}?`;
}

/** A value for a message, cut to a readable length. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Text that is not empty. */
export const text = v.pipe(
  v.string(
    (issue) => `must be text, not ${show(issue.input)}; quote it when it looks like a number or a date`,
  ),
  v.minLength(1, 'must not be empty'),
);
export const flag = v.boolean((issue) => `must be true or false, not ${show(issue.input)}`);
export const amount = v.pipe(
  v.number((issue) => `must be a number, not ${show(issue.input)}`),
  v.finite('must be finite'),
);
/** A number of things, or a size. */
export const size = v.pipe(amount, v.minValue(0, 'must not be negative'));
export const count = v.pipe(
  size,
  v.safeInteger((issue) => `must be a whole number, not ${show(issue.input)}`),
);
export const day = v.pipe(
  text,
  v.regex(
    /^\d{4}(-\d{2}){0,2}/,
    (issue) => `must start with a date such as "2026-10-11", not ${show(issue.input)}`,
  ),
);
export const fieldName = v.pipe(
  text,
  v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, (issue) => `is no field name: ${show(issue.input)}`),
);
export const modelId = v.pipe(
  text,
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/, (issue) => `is no model id: ${show(issue.input)}`),
);
/** The scheme of a URL, without "://". */
export const scheme = v.pipe(
  text,
  v.regex(/^[a-z][a-z0-9+.-]*$/, (issue) => `is no URL scheme: ${show(issue.input)}`),
);
/** A value that a field can have. */
export const value = v.union(
  [v.string(), amount, v.boolean()],
  (issue) => `must be a text, a number, true or false, not ${show(issue.input)}`,
);
export const values = listOf(value);
export const when = v.record(
  fieldName,
  v.union([value, values], (issue) => `must be a value or a list of values, not ${show(issue.input)}`),
  (issue) => `must be a map of field: value, not ${show(issue.input)}`,
);
