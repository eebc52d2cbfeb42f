import type { TaskRef } from '../task.ts';
import type { Outcome } from './codes.ts';
import { KieError } from './kie-error.ts';

/**
 * The caller's signal fired. Its name is `AbortError`, as the platform's own. Look at `outcome`: with `accepted` the
 * task runs on at KIE (it cannot be cancelled there) and `ref` finds it again; with `unknown` the paid request was
 * already under way.
 */
export class KieAbortError extends KieError {
  override name = 'AbortError' as const;

  constructor(message: string, fields: { outcome?: Outcome | undefined; ref?: TaskRef | undefined } = {}) {
    super(message, {
      ...fields,
      code: 'aborted',
      category: 'aborted',
      retryable: fields.outcome !== 'unknown',
    });
  }
}
