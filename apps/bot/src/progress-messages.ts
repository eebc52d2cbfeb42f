import type { OnShown } from '@kie/telegram';

/** Remembers which message shows a generation, as soon as it is in the chat; from then on it is kept up to date. */
export const trackProgress: OnShown = async (reply, messageId, db) => {
  const { generationId } = reply.params;
  if (reply.screen !== 'progress' || typeof generationId !== 'string') return;
  const values = {
    chat_id: reply.chatId,
    message_id: messageId,
    shown: '',
    done: false,
    next_edit_at: new Date(),
  };
  await db
    .insertInto('progress_messages')
    .values({ generation_id: generationId, ...values })
    .onConflict((conflict) => conflict.column('generation_id').doUpdateSet(values))
    .execute();
};
