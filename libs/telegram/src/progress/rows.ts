import type { Delivery, Generation, Queryable } from '@kie/database';
import { sql } from 'kysely';

/** An open progress message with everything its drawing depends on. */
export interface OpenProgress {
  readonly generation: Generation;
  readonly deliveries: readonly Delivery[];
  readonly shown: string;
}

/** Open messages whose last edit is long enough ago, a page of them in the order of their generation's id. */
export async function openProgress(
  db: Queryable,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<OpenProgress[]> {
  const messages = await db
    .selectFrom('progress_messages')
    .select(['generation_id', 'shown'])
    .where('done', '=', false)
    .where('next_edit_at', '<=', sql<Date>`now()`)
    .$if(page.after !== undefined, (query) => query.where('generation_id', '>', page.after ?? ''))
    .orderBy('generation_id')
    .limit(page.limit)
    .execute();
  if (messages.length === 0) return [];
  const ids = messages.map((message) => message.generation_id);
  const [generations, deliveries] = await Promise.all([
    db.selectFrom('generations').selectAll().where('id', 'in', ids).orderBy('id').execute(),
    db.selectFrom('deliveries').selectAll().where('generation_id', 'in', ids).orderBy('part').execute(),
  ]);
  return generations.map((generation) => ({
    generation,
    deliveries: deliveries.filter((delivery) => delivery.generation_id === generation.id),
    shown: messages.find((message) => message.generation_id === generation.id)?.shown ?? '',
  }));
}

export interface ClaimedMessage {
  readonly chat_id: number;
  readonly message_id: number;
}

/**
 * Takes the right to edit a message for `leaseMs`; undefined when another process has it, or has changed what is `shown`
 * since the caller looked.
 */
export async function claimMessage(
  db: Queryable,
  generationId: string,
  shown: string,
  leaseMs: number,
): Promise<ClaimedMessage | undefined> {
  return db
    .updateTable('progress_messages')
    .set({ next_edit_at: afterMs(leaseMs) })
    .where('generation_id', '=', generationId)
    .where('done', '=', false)
    .where('shown', '=', shown)
    .where('next_edit_at', '<=', sql<Date>`now()`)
    .returning(['chat_id', 'message_id'])
    .executeTakeFirst();
}

/** Writes down what the message shows now, for at least `gapMs`, unless another message took its place meanwhile. */
export async function noteShown(
  db: Queryable,
  generationId: string,
  message: ClaimedMessage,
  shown: { readonly view: string; readonly done: boolean },
  gapMs: number,
): Promise<void> {
  await db
    .updateTable('progress_messages')
    .set({ shown: shown.view, done: shown.done, next_edit_at: afterMs(gapMs) })
    .where('generation_id', '=', generationId)
    .where('message_id', '=', message.message_id)
    .execute();
}

/** The message must not be touched before `ms` from now. */
export async function postpone(db: Queryable, generationId: string, ms: number): Promise<void> {
  await db
    .updateTable('progress_messages')
    .set({ next_edit_at: afterMs(ms) })
    .where('generation_id', '=', generationId)
    .execute();
}

function afterMs(ms: number) {
  return sql<Date>`now() + ${ms} * interval '1 millisecond'`;
}
