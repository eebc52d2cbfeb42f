import type { Queryable } from '@kie/database';
import { sql } from 'kysely';

/**
 * From now on the editor keeps this message up to date. Call it when the message that shows a generation was sent
 * (`onShown` of the update runner); a newer message takes the place of an older one.
 */
export async function trackProgress(
  db: Queryable,
  message: { readonly generationId: string; readonly chatId: number; readonly messageId: number },
): Promise<void> {
  const place = { chat_id: message.chatId, message_id: message.messageId };
  await db
    .insertInto('progress_messages')
    .values({ generation_id: message.generationId, ...place })
    .onConflict((conflict) =>
      conflict
        .column('generation_id')
        .doUpdateSet({ ...place, shown: '', done: false, next_edit_at: sql`now()` }),
    )
    .execute();
}
