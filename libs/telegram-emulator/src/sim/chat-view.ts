import type { Core } from '../core.ts';
import { chatOf } from '../core.ts';
import { isAdministrator } from '../world.ts';
import type { Seat } from './people.ts';
import type { BotCommand, Chat, Message, Reaction, ReplyKeyboard, User } from '../types.ts';

/** A chat as its person sees it; also what the page loads first. */
export interface ChatView {
  bot: User;
  name: string;
  description: string;
  user: User;
  chat: Chat;
  /** The groups that this person and the bot share. */
  groups: Chat[];
  /** All bots of the emulator. */
  bots: User[];
  started: boolean;
  blocked: boolean;
  messages: Message[];
  reactions: Record<string, { bot: Reaction[]; user: Reaction[] }>;
  keyboard?: ReplyKeyboard;
  commands: BotCommand[];
  /** Callback queries that the bot has not answered yet, as `messageId`s. */
  waiting: { id: string; messageId: number }[];
}

export function viewChat(core: Core, seat: Seat): ChatView {
  const { chat, user } = seat;
  const { profile, callbacks } = core.state;
  const localized = (field: string): string | undefined =>
    profile[`${field}:${user.language_code ?? ''}`] ?? profile[`${field}:`];
  return {
    bot: core.bot,
    name: localized('name') ?? core.bot.first_name,
    description: localized('description') ?? '',
    user,
    chat: chatOf(chat),
    groups: [...core.world.groups().values()]
      .filter((group) => group.members.has(user.id) && group.members.has(core.bot.id))
      .map(chatOf),
    bots: core.world.bots.map((bot) => bot.bot),
    started: chat.kind === 'group' || chat.started,
    blocked: chat.kind === 'private' && chat.blocked,
    messages: [...chat.messages.values()],
    reactions: chat.reactions,
    ...(chat.keyboard === undefined ? {} : { keyboard: chat.keyboard }),
    commands: commandsFor(core, seat),
    waiting: [...callbacks.values()]
      .filter((entry) => entry.userId === user.id && entry.chatId === chat.id)
      .map(({ id, messageId }) => ({ id, messageId })),
  };
}

/** The narrowest scope wins, then the person's language (Bot API: BotCommandScope, "Determining list of commands"). */
export function commandsFor(core: Core, seat: Seat): BotCommand[] {
  const { user } = seat;
  const scopes = scopesOf(seat).map((scope) => JSON.stringify(scope));
  for (const scope of scopes) {
    for (const languageCode of [user.language_code ?? '', '']) {
      const list = core.state.commands.find(
        (entry) => entry.scope === scope && entry.languageCode === languageCode,
      );
      if (list !== undefined) return list.commands;
    }
  }
  return [];
}

function scopesOf({ chat, user }: Seat): Record<string, unknown>[] {
  const ofChat = { type: 'chat', chatId: chat.id };
  if (chat.kind === 'private') return [ofChat, { type: 'all_private_chats' }, { type: 'default' }];
  const isAdmin = isAdministrator(chat, user.id);
  return [
    { type: 'chat_member', chatId: chat.id, userId: user.id },
    ...(isAdmin ? [{ type: 'chat_administrators', chatId: chat.id }] : []),
    ofChat,
    ...(isAdmin ? [{ type: 'all_chat_administrators' }] : []),
    { type: 'all_group_chats' },
    { type: 'default' },
  ];
}
