import { badRequest } from '../errors.ts';
import { characterCount } from '../text/entities.ts';
import type { Reaction } from '../types.ts';
import { emitInChat } from '../world.ts';
import { readChat, readMessage } from './chats.ts';
import type { MethodTable } from './method.ts';

const MAX_ANSWER = 200;

function unknownQuery(): never {
  throw badRequest('query is too old and response timeout expired or query ID is invalid');
}

/** Answers to taps, and reactions. */
export const callbackMethods: MethodTable = {
  answercallbackquery(core, params) {
    const id = params.text('callback_query_id');
    const text = params.text('text');
    if (characterCount(text) > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
    const callback = core.state.callbacks.get(id);
    if (callback === undefined || callback.expiresAt <= core.clock.now()) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    core.state.callbacks.delete(id);
    core.touch();
    core.events.emit({
      type: 'callback_answer',
      chatId: callback.chatId,
      userId: callback.userId,
      callbackId: id,
      text,
      alert: params.boolean('show_alert'),
      ...(params.has('url') ? { url: params.text('url') } : {}),
    });
    return true;
  },

  // Nobody can ask inline or from a Web App here, so no query id can be right.
  answerinlinequery: unknownQuery,
  answerwebappquery: unknownQuery,

  setmessagereaction(core, params) {
    const chat = readChat(core, params);
    const message = readMessage(chat, params, 'react');
    const list = params.json('reaction', "can't parse reaction types JSON object") ?? [];
    if (!Array.isArray(list)) throw badRequest('expected an Array of ReactionType');
    // A bot may set one reaction to a message (Bot API: setMessageReaction).
    if (list.length > 1) throw badRequest('REACTIONS_TOO_MANY');
    const reactions = list.map((entry: unknown): Reaction => {
      const { type, emoji } = (entry ?? {}) as Partial<Reaction>;
      if (type !== 'emoji' || typeof emoji !== 'string' || emoji === '') throw badRequest('REACTION_INVALID');
      return { type, emoji };
    });
    const entry = (chat.reactions[message.message_id] ??= { bot: [], user: [] });
    entry.bot = reactions;
    core.touch();
    emitInChat(core, chat, { type: 'edit', chatId: chat.id, messageId: message.message_id });
    return true;
  },
};
