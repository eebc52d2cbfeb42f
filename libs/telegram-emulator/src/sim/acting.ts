import type { Core } from '../core.ts';
import { chatOf, unixTime } from '../core.ts';
import type { Message } from '../types.ts';
import { botsOf, emitInChat, isAdministrator } from '../world.ts';
import type { Seat } from './people.ts';
import { privateSeat } from './people.ts';

const CALLBACK_LIFE_MS = 150_000;

/** A person taps an inline button that carries `callback_data`. Returns the id of the callback query. */
export function tapInline(core: Core, { chat, user }: Seat, message: Message, data: string): string {
  // In a group with several bots the one that wrote the message hears of the tap.
  const owner = core.world.bots.find((bot) => bot.bot.id === message.from.id) ?? core;
  const id = core.ids.digits();
  const expiresAt = core.clock.now() + CALLBACK_LIFE_MS;
  owner.state.callbacks.set(id, {
    id,
    userId: user.id,
    chatId: chat.id,
    messageId: message.message_id,
    expiresAt,
  });
  owner.queue.push('callback_query', `callback:${user.id}`, {
    id,
    from: user,
    message,
    chat_instance: `${Math.abs(chat.id)}000001`,
    data,
  });
  void core.clock.sleep(CALLBACK_LIFE_MS).then(() => {
    if (!owner.state.callbacks.delete(id)) return;
    owner.touch();
    emitInChat(owner, chat, { type: 'callback_expired', userId: user.id, callbackId: id });
  });
  return id;
}

/** A person stops or restarts the bot; the bot learns it by `my_chat_member`. */
export function setBlocked(core: Core, seat: Seat, blocked: boolean): void {
  const { chat } = privateSeat(seat);
  if (chat.blocked === blocked) return;
  const member = (status: string): Record<string, unknown> => ({
    user: core.bot,
    status,
    ...(status === 'kicked' ? { until_date: 0 } : {}),
  });
  chat.blocked = blocked;
  core.touch();
  core.queue.push('my_chat_member', `chat:${chat.id}`, {
    chat: chatOf(chat),
    from: chat.user,
    date: unixTime(core),
    old_chat_member: member(blocked ? 'member' : 'kicked'),
    new_chat_member: member(blocked ? 'kicked' : 'member'),
  });
  core.events.emit({ type: 'chat', chatId: chat.id });
}

/** The person's account is gone: every send to it is 403. There is no update. */
export function deactivate(core: Core, seat: Seat): void {
  privateSeat(seat).chat.deactivated = true;
  core.touch();
}

/**
 * A person reacts to a message; the bot hears of it only if it asked for `message_reaction`, and in a group only as
 * administrator (Bot API: Update).
 */
export function react(core: Core, { chat, user }: Seat, messageId: number, emoji: string | undefined): void {
  const entry = (chat.reactions[messageId] ??= { bot: [], user: [] });
  const people = (entry.people ??= {});
  const old = people[user.id] ?? [];
  const next = emoji === undefined ? [] : [{ type: 'emoji', emoji }];
  people[user.id] = next;
  entry.user = Object.values(people).flat();
  core.touch();
  for (const bot of botsOf(core, chat)) {
    if (chat.kind === 'group' && !isAdministrator(chat, bot.bot.id)) continue;
    bot.queue.push('message_reaction', `chat:${chat.id}`, {
      chat: chatOf(chat),
      message_id: messageId,
      user,
      date: unixTime(core),
      old_reaction: old,
      new_reaction: next,
    });
  }
  emitInChat(core, chat, { type: 'edit', chatId: chat.id, messageId });
}
