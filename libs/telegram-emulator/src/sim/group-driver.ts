import type { Core } from '../core.ts';
import type { GroupState, MemberStatus } from '../state.ts';
import type { Message, User } from '../types.ts';
import { findChat } from '../world.ts';
import type { UserDriver } from './driver.ts';
import { createUserDriver } from './driver.ts';
import { addMember, createTopic, migrateGroup, removeMember, setStatus } from './groups.ts';

/** A person (their driver or id) or a bot (its `bot` or id). */
export type MemberRef = number | { readonly id: number };

/** A simulated group. Whoever acts is in it; the bot gets what privacy mode lets through. */
export interface GroupDriver {
  /** Negative, as in the Bot API. */
  readonly id: number;
  readonly title: string;
  /** A person in this group: the same driver as in a private chat. Adds the person when missing. */
  as(person: MemberRef): UserDriver;
  /** Adds a person or bot; `by` is who did it. */
  add(who: MemberRef, options?: { by?: MemberRef }): void;
  /** The person or bot leaves; with `by` they are thrown out. */
  remove(who: MemberRef, options?: { by?: MemberRef }): void;
  /** Makes somebody an administrator: such a bot gets all messages, also in privacy mode. */
  promote(who: MemberRef): void;
  demote(who: MemberRef): void;
  /** The basic group becomes a supergroup; sends to the old id get 400 with `migrate_to_chat_id`. */
  migrate(): GroupDriver;
  /** The creator deletes the group: sends get 403. */
  delete(): void;
  /** A person opens a topic of a forum; returns its `message_thread_id`. */
  createTopic(name: string, options?: { by?: MemberRef }): number;
  members(): { user: User; status: MemberStatus }[];
  messages(): Message[];
}

export function createGroupDriver(core: Core, group: GroupState): GroupDriver {
  const userOf = (ref: MemberRef): User => {
    const id = typeof ref === 'number' ? ref : ref.id;
    const bot = core.world.bots.find((entry) => entry.bot.id === id)?.bot;
    const user = core.world.people.get(id) ?? bot;
    if (user === undefined) throw new Error(`There is no person or bot ${id}; make it with user() first.`);
    return user;
  };
  const creator = (): User =>
    [...group.members.values()].find((member) => member.status === 'creator')?.user ?? core.bot;
  const actor = (options: { by?: MemberRef } | undefined): User =>
    options?.by === undefined ? creator() : userOf(options.by);
  return {
    id: group.id,
    title: group.title,
    as(ref) {
      const user = userOf(ref);
      if (!group.members.has(user.id)) addMember(core, group, user);
      const bot = core.world.bots.find((entry) => findChat(entry, group.id) !== undefined) ?? core;
      return createUserDriver(bot, user.id, group.id);
    },
    add(ref, options) {
      addMember(core, group, userOf(ref), actor(options));
    },
    remove(ref, options) {
      const user = userOf(ref);
      removeMember(core, group, user, options?.by === undefined ? user : userOf(options.by));
    },
    promote: (ref) => setStatus(core, group, userOf(ref), 'administrator', creator()),
    demote: (ref) => setStatus(core, group, userOf(ref), 'member', creator()),
    migrate: () => createGroupDriver(core, migrateGroup(core, group)),
    delete() {
      group.deleted = true;
      core.touch();
    },
    createTopic(name, options) {
      if (!group.forum) throw new Error('Only a forum has topics: group({ forum: true }).');
      return createTopic(core, group, name, actor(options));
    },
    members: () => [...group.members.values()],
    messages: () => [...group.messages.values()],
  };
}
