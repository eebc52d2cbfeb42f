import type { Core } from '../core.ts';
import type { ChatState } from '../state.ts';
import type { BotCommand, Message, Reaction, ReplyKeyboard, User } from '../types.ts';

/** A chat as its person sees it; also what the page loads first. */
export interface ChatView {
  bot: User;
  name: string;
  description: string;
  user: User;
  started: boolean;
  blocked: boolean;
  messages: Message[];
  reactions: Record<string, { bot: Reaction[]; user: Reaction[] }>;
  keyboard?: ReplyKeyboard;
  commands: BotCommand[];
  /** Callback queries that the bot has not answered yet, as `messageId`s. */
  waiting: { id: string; messageId: number }[];
}

export function viewChat(core: Core, chat: ChatState): ChatView {
  const { profile, callbacks } = core.state;
  const localized = (field: string): string | undefined =>
    profile[`${field}:${chat.user.language_code ?? ''}`] ?? profile[`${field}:`];
  return {
    bot: core.bot,
    name: localized('name') ?? core.bot.first_name,
    description: localized('description') ?? '',
    user: chat.user,
    started: chat.started,
    blocked: chat.blocked,
    messages: [...chat.messages.values()],
    reactions: chat.reactions,
    ...(chat.keyboard === undefined ? {} : { keyboard: chat.keyboard }),
    commands: commandsFor(core, chat),
    waiting: [...callbacks.values()]
      .filter((entry) => entry.userId === chat.user.id)
      .map(({ id, messageId }) => ({ id, messageId })),
  };
}

/** The narrowest scope wins, then the person's language (Bot API: BotCommandScope, "Determining list of commands"). */
export function commandsFor(core: Core, chat: ChatState): BotCommand[] {
  const scopes = [
    JSON.stringify({ type: 'chat', chatId: chat.user.id }),
    JSON.stringify({ type: 'all_private_chats' }),
    JSON.stringify({ type: 'default' }),
  ];
  for (const scope of scopes) {
    for (const languageCode of [chat.user.language_code ?? '', '']) {
      const list = core.state.commands.find(
        (entry) => entry.scope === scope && entry.languageCode === languageCode,
      );
      if (list !== undefined) return list.commands;
    }
  }
  return [];
}
