import { json } from '@kie/database';
import type { Queryable } from '@kie/database';

/** The words of the timeline, in the order in which a life meets them. */
export type GenerationEvent =
  | 'queued'
  | 'put_off'
  | 'submitting'
  | 'submitted'
  | 'submit_unknown'
  | 'callback'
  | 'adopted'
  | 'retried'
  | 'finished_at_kie'
  | 'succeeded'
  | 'gift'
  | 'failed'
  | 'parked'
  | 'cancelled';

/** Adds a line to the timeline, in the caller's transaction. `detail` holds codes and numbers, never words of the input. */
export async function recordEvent(
  db: Queryable,
  generationId: string,
  event: GenerationEvent,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await db
    .insertInto('generation_events')
    .values({ generation_id: generationId, event, detail: json(detail) })
    .execute();
}
