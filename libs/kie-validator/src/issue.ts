import type { Rule } from '@kie/registry';

/** What is wrong with a value, as a word to switch on. A broken rule between fields carries the kind of the rule. */
export type IssueCode =
  | 'required'
  | 'type'
  | 'not_allowed'
  | 'too_small'
  | 'too_big'
  | 'step'
  | 'too_short'
  | 'too_long'
  | 'pattern'
  | 'url'
  | 'too_few_items'
  | 'too_many_items'
  | 'file_empty'
  | 'file_too_big'
  | 'file_type'
  | 'unknown_field'
  | 'former_field'
  | 'renamed_field'
  | 'undocumented_field'
  | 'deprecated_field'
  | 'corrected'
  | 'required_since'
  | 'unknown_model'
  | 'retired_model'
  | 'not_a_model'
  | Rule['kind'];

/**
 * One problem of an input. `path` names the place (`multi_prompt[0].duration`, empty for the input as a whole),
 * `params` holds what a translation needs, `message` is an English sentence that says what is allowed. Neither
 * repeats a prompt or a URL.
 */
export interface Issue {
  readonly path: string;
  readonly code: IssueCode;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** Joins a path and the next step: a name after a dot, an index in brackets. */
export function joinPath(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** Makes an issue whose message begins with its place. */
export function issueAt(
  path: string,
  code: IssueCode,
  params: Readonly<Record<string, unknown>>,
  sentence: string,
): Issue {
  return { path, code, params, message: path === '' ? sentence : `${path}: ${sentence}` };
}
