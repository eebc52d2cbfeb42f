import type { Queryable } from '@kie/database';

/**
 * Notes that a person cannot be written to (blocked the bot, deactivated). A private chat has its person's id; for
 * other chats nothing is found and nothing happens.
 */
export async function markUnreachable(db: Queryable, chatId: number): Promise<void> {
  await db
    .updateTable('users')
    .set({ reachable: false })
    .where('id', '=', chatId)
    .where('reachable', '=', true)
    .execute();
}
