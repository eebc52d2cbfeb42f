import { KieError } from './kie-error.ts';

/** An error for a call that is wrong in itself. Nothing was sent. */
export function invalidArgument(message: string): KieError {
  return new KieError(message, {
    code: 'invalid_argument',
    category: 'validation',
    retryable: false,
    outcome: 'not_sent',
  });
}

/** Refuses a number that is not finite or out of range; a timer takes no more than 24 days. */
export function checkedNumber(name: string, value: number, min: number, max = 2 ** 31 - 1): number {
  if (Number.isFinite(value) && value >= min && value <= max) return value;
  throw invalidArgument(`${name} must be a number from ${min} to ${max}, got ${String(value)}.`);
}
