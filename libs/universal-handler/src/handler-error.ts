import { isKieError, type KieCategory, type KieError, type Outcome, type TaskRef } from '@kie/client';
import type { Issue } from '@kie/validator';

/**
 * What went wrong, as plain JSON: it can be stored, queued and sent to another process. `code` is a word to switch
 * on: a code of `@kie/client`, or one of
 *
 * | code | meaning |
 * |---|---|
 * | `invalid_input` | the input does not fit the model; `issues` has every problem |
 * | `unknown_model`, `retired_model`, `not_a_model` | the id; the message names the ids to use |
 * | `empty_result` | KIE reported success and gave nothing |
 * | `unexpected` | something that is no error of KIE's, such as an `onUpdate` that threw |
 */
export interface HandlerError {
  readonly code: string;
  readonly message: string;
  readonly category: KieCategory;
  /** The same call may succeed later and cannot pay twice. */
  readonly retryable: boolean;
  /** What became of the paid request; absent where none was near. */
  readonly outcome?: Outcome;
  readonly kieCode?: number;
  readonly httpStatus?: number;
  /** Every problem of the input, for forms. */
  readonly issues?: readonly Issue[];
}

function fromKieError(error: KieError): HandlerError {
  const { code, message, category, retryable, outcome, kieCode, httpStatus } = error.toJSON();
  return {
    code,
    message,
    category,
    retryable,
    ...(outcome !== undefined && { outcome }),
    ...(kieCode !== undefined && { kieCode }),
    ...(httpStatus !== undefined && { httpStatus }),
  };
}

/**
 * Any thrown value as a {@link HandlerError}. Of a foreign error only its class is told: its message may hold anything.
 * `outcome` is what is known about the paid request at this point, used when the error itself does not tell.
 */
export function toHandlerError(error: unknown, outcome?: Outcome): HandlerError {
  if (isKieError(error)) {
    const known = fromKieError(error);
    return known.outcome === undefined && outcome !== undefined ? { ...known, outcome } : known;
  }
  const name = error instanceof Error ? error.name : typeof error;
  const aborted = name === 'AbortError';
  return {
    code: aborted ? 'aborted' : 'unexpected',
    message: aborted
      ? 'The call was aborted.'
      : `Something beside KIE failed (${name}). Its message is not repeated here, as it may hold private data.`,
    category: aborted ? 'aborted' : 'unknown',
    retryable: aborted && outcome === 'not_sent',
    ...(outcome !== undefined && { outcome }),
  };
}

/** The task an error speaks of, if it speaks of one. */
export function refOf(error: unknown): TaskRef | undefined {
  return isKieError(error) ? error.ref : undefined;
}

/** The error for an input that the validator refused. */
export function invalidInput(issues: readonly Issue[]): HandlerError {
  const [first, ...others] = issues;
  const isAboutModel =
    first !== undefined && ['unknown_model', 'retired_model', 'not_a_model'].includes(first.code);
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return {
    code: isAboutModel ? first.code : 'invalid_input',
    message: `${first?.message ?? 'The input is not valid.'}${more}`,
    category: 'validation',
    retryable: false,
    outcome: 'not_sent',
    issues,
  };
}
