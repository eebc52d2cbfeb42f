import type { Core } from './core.ts';
import type { SimEvent } from './sim/events.ts';
import type { ChatState, GroupState } from './state.ts';
import type { User } from './types.ts';

/** What the bots of one emulator share: people and groups. Private chats, updates and files are each bot's own. */
export interface World {
  readonly bots: Core[];
  readonly people: Map<number, User>;
  groups(): Map<number, GroupState>;
}

export function createWorld(): World {
  const bots: Core[] = [];
  return {
    bots,
    people: new Map(),
    groups: () => bots[0]?.state.groups ?? new Map<number, GroupState>(),
  };
}

/** A chat that the bot knows: a private one, or a group that it is or was in. */
export function findChat(core: Core, id: number): ChatState | undefined {
  if (id > 0) return core.state.chats.get(id);
  const group = core.world.groups().get(id);
  return group?.members.has(core.bot.id) === true ? group : undefined;
}

/** The bots that see a chat on their page: all that share the group, or the one of a private chat. */
export function botsOf(core: Core, chat: ChatState): Core[] {
  if (chat.kind === 'private') return [core];
  return core.world.bots.filter((bot) => chat.members.has(bot.bot.id));
}

/** Tells everyone who looks at the chat. */
export function emitInChat(core: Core, chat: ChatState, event: SimEvent): void {
  for (const bot of botsOf(core, chat)) bot.events.emit(event);
}

/** True while the bot takes part in the group. */
export function isMember(chat: GroupState, userId: number): boolean {
  const status = chat.members.get(userId)?.status;
  return status !== undefined && status !== 'left' && status !== 'kicked';
}

export function isAdministrator(chat: GroupState, userId: number): boolean {
  const status = chat.members.get(userId)?.status;
  return status === 'creator' || status === 'administrator';
}
