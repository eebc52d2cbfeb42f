import type { Core } from '../core.ts';
import type { ChatState, PrivateChatState } from '../state.ts';
import type { User } from '../types.ts';
import { findChat } from '../world.ts';

/** Who a simulated person is. */
export interface Person {
  /** A positive number; the next free one when absent. Also the id of the private chat. */
  id?: number;
  /** First name, default `Ann`. */
  name?: string;
  username?: string;
  /** As Telegram gives it to the bot, e.g. `en` or `ru`. */
  languageCode?: string;
}

/** A person in a chat: who acts, and where. */
export interface Seat<C extends ChatState = ChatState> {
  chat: C;
  user: User;
}

/** Finds or creates a person's private chat with the bot. The bots of an emulator meet the same people. */
export function person(core: Core, { id, name, username, languageCode }: Person = {}): PrivateChatState {
  const userId = id ?? nextUserId(core);
  if (!Number.isSafeInteger(userId) || userId <= 0)
    throw new TypeError(`A user id is a positive integer, not ${id}.`);
  const { people } = core.world;
  const user: User = people.get(userId) ?? {
    id: userId,
    is_bot: false,
    first_name: 'Ann',
    language_code: 'en',
  };
  people.set(userId, user);
  if (name !== undefined) user.first_name = name;
  if (username !== undefined) user.username = username;
  if (languageCode !== undefined) user.language_code = languageCode;
  const known = core.state.chats.get(userId);
  if (known !== undefined) return known;
  const chat: PrivateChatState = {
    kind: 'private',
    id: userId,
    user,
    started: false,
    blocked: false,
    messages: new Map(),
    reactions: {},
  };
  core.state.chats.set(userId, chat);
  core.touch();
  return chat;
}

function nextUserId(core: Core): number {
  let id = 1001;
  while (core.world.people.has(id)) id += 1;
  return id;
}

/** A person's place in a chat; throws when there is no such chat. */
export function seatOf(core: Core, userId: number, chatId: number): Seat {
  const user = core.world.people.get(userId);
  const chat = findChat(core, chatId);
  if (user === undefined || chat === undefined) {
    throw new Error(`Chat ${chatId} of user ${userId} was removed by a reset; make the driver again.`);
  }
  return { chat, user };
}

/** A private chat with the bot, for what exists only there. */
export function privateSeat(seat: Seat): Seat<PrivateChatState> {
  if (seat.chat.kind === 'group') throw new Error('This is only possible in the private chat with the bot.');
  return { chat: seat.chat, user: seat.user };
}
