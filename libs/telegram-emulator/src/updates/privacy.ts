import type { Core } from '../core.ts';
import type { ChatState, GroupState } from '../state.ts';
import type { Message } from '../types.ts';
import { botsOf, isAdministrator, isMember } from '../world.ts';

/** Gives a message of a person, or a change of it, to every bot that may see it. */
export function pushMessage(
  core: Core,
  chat: ChatState,
  type: 'message' | 'edited_message',
  message: Message,
): void {
  for (const bot of botsOf(core, chat)) {
    if (chat.kind === 'private' || seesMessage(bot, chat, message)) {
      bot.queue.push(type, `chat:${chat.id}`, message);
    }
  }
}

/**
 * Which messages of a group reach a bot (core.telegram.org/bots/faq#what-messages-will-my-bot-get, and the privacy mode
 * section of core.telegram.org/bots/features): service messages always, those of bots never; the rest to administrators
 * and to bots without privacy mode; else only what is meant for this bot. A reply decides before a command does.
 */
export function seesMessage(bot: Core, chat: GroupState, message: Message): boolean {
  const { id, username = '' } = bot.bot;
  if (!isMember(chat, id)) return false;
  if (isService(message)) return true;
  if (message.from.is_bot) return false;
  if (bot.readsAllGroupMessages || isAdministrator(chat, id)) return true;
  const replied = message.reply_to_message?.from;
  if (replied?.is_bot === true) return replied.id === id;
  const command = commandOf(message);
  if (command !== undefined) {
    const name = command.split('@')[1]?.toLowerCase();
    if (name !== undefined) return name === username.toLowerCase();
    return chat.lastBotId === undefined || chat.lastBotId === id;
  }
  return mentions(message).includes(`@${username.toLowerCase()}`);
}

function isService(message: Message): boolean {
  return [
    message.group_chat_created,
    message.new_chat_members,
    message.left_chat_member,
    message.migrate_to_chat_id,
    message.migrate_from_chat_id,
    message.forum_topic_created,
    message.successful_payment,
    message.refunded_payment,
  ].some((field) => field !== undefined);
}

function entityTexts(message: Message, type: string): string[] {
  const text = message.text ?? message.caption ?? '';
  return (message.entities ?? message.caption_entities ?? [])
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

function commandOf(message: Message): string | undefined {
  const [first] = entityTexts(message, 'bot_command');
  return first !== undefined && (message.text ?? message.caption)?.startsWith(first) === true
    ? first
    : undefined;
}

function mentions(message: Message): string[] {
  return entityTexts(message, 'mention').map((name) => name.toLowerCase());
}
