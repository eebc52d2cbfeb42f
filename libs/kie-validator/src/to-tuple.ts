import type { ValidationResult } from './validator.ts';

/**
 * The result as `[valid, messages]`, for callers that want no more than a verdict and something to print. The
 * messages are the errors; a valid input has none.
 */
export function toTuple(result: ValidationResult): readonly [valid: boolean, messages: readonly string[]] {
  return [result.valid, (result.errors ?? []).map((issue) => issue.message)];
}
