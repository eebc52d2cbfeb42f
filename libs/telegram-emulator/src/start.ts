import type { AddressInfo } from 'node:net';

import type { FloodLimits } from './api/flood.ts';
import type { Bot } from './bot.ts';
import { createBot } from './bot.ts';
import type { Core } from './core.ts';
import { createEmulatorServer } from './http/server.ts';
import type { BotOptions, TelegramEmulatorOptions } from './options.ts';
import { checkOptions, checkToken } from './options.ts';
import type { UserDriver } from './sim/driver.ts';
import { createUserDriver } from './sim/driver.ts';
import type { Fault, FaultPlan } from './sim/faults.ts';
import type { GroupDriver, MemberRef } from './sim/group-driver.ts';
import { createGroupDriver } from './sim/group-driver.ts';
import type { GroupOptions } from './sim/groups.ts';
import { createGroup } from './sim/groups.ts';
import type { ApiCall } from './sim/journal.ts';
import type { Person } from './sim/people.ts';
import { person } from './sim/people.ts';
import { createSimRoutes } from './sim/routes.ts';
import type { User } from './types.ts';
import { createWorld } from './world.ts';

/** One bot of an emulator: what its tests look at and change. */
export interface EmulatedBot {
  readonly token: string;
  readonly bot: User;
  /** A person to act as, in the private chat with this bot. The same id gives the same chat. */
  user(who?: Person): UserDriver;
  /** The newest 5,000 Bot API calls of this bot, oldest first. */
  calls(filter?: { method?: string; since?: number }): ApiCall[];
  /** How many getUpdates calls are open now. */
  readonly openPolls: number;
  /** The most getUpdates calls that were ever open at once; 2 means two pollers fought. */
  readonly maxOpenPolls: number;
  /** Updates that the bot has not confirmed. */
  readonly pendingUpdates: number;
  readonly faults: Pick<FaultPlan, 'list' | 'clear'> & { add(fault: Fault): void };
  /** Replaces the flood limits; `{}` lifts them. */
  setFloodLimits(limits: FloodLimits): void;
}

/** A running emulator, and its first bot. */
export interface TelegramEmulator extends EmulatedBot {
  /** Root for a bot library, e.g. `http://127.0.0.1:4001`. */
  readonly apiRoot: string;
  /** The chat page; add `?user=1002` for another person. */
  readonly pageUrl: string;
  /**
   * Another bot behind the same API root, with its own token, updates and private chats. People and groups are shared.
   * With `dataDir` its state is kept too; add it again after a restart.
   */
  addBot(bot: BotOptions & { token: string }): EmulatedBot;
  /** A new group. The first of `members` created it; all bots are in it unless `bots` says otherwise. */
  group(options: GroupOptions & { members: MemberRef[]; bots?: EmulatedBot[] }): GroupDriver;
  /** Forgets chats, groups, files, updates, webhook, commands, calls and faults of all bots. */
  reset(): void;
  /** Ends every connection, writes the state, frees the port. */
  stop(): Promise<void>;
}

/**
 * Starts a Telegram Bot API on this machine, with a chat page for people and a driver for tests.
 *
 * @example
 * const telegram = await startTelegramEmulator();
 * const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } });
 * const ann = telegram.user({ name: 'Ann' });
 * ann.sendCommand('start');
 * const welcome = await ann.waitFor((message) => message.text?.includes('Welcome') === true);
 * await telegram.stop();
 */
export async function startTelegramEmulator(
  options: TelegramEmulatorOptions = {},
): Promise<TelegramEmulator> {
  const { port, host, token } = checkOptions(options);
  const world = createWorld();
  const first = createBot(options, token, world);
  const bots: Bot[] = [first];
  const handles = new Map<EmulatedBot, Core>();
  const reset = (): void => {
    world.people.clear();
    for (const bot of bots) bot.reset();
  };
  const server = createEmulatorServer(world, createSimRoutes(world, reset));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const apiRoot = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  first.core.webhook.pump();
  let stopped = false;
  const handle = createHandle(first.core);
  const emulator: TelegramEmulator = Object.defineProperties(handle as TelegramEmulator, {
    apiRoot: { value: apiRoot, enumerable: true },
    pageUrl: { value: `${apiRoot}/`, enumerable: true },
    addBot: {
      value: (bot: BotOptions & { token: string }): EmulatedBot => {
        const ownToken = checkToken(bot.token);
        const id = ownToken.split(':')[0];
        if (world.bots.some((other) => other.token.split(':')[0] === id)) {
          throw new TypeError(
            `There is already a bot with the id ${id}; the digits of a token are its bot's id.`,
          );
        }
        const added = createBot({ ...options, ...bot }, ownToken, world);
        bots.push(added);
        added.core.webhook.pump();
        const addedHandle = createHandle(added.core);
        handles.set(addedHandle, added.core);
        return addedHandle;
      },
    },
    group: {
      value: ({ members, bots: chosen, ...about }: Parameters<TelegramEmulator['group']>[0]): GroupDriver => {
        const people = members.map((ref) => {
          const id = typeof ref === 'number' ? ref : ref.id;
          return world.people.get(id) ?? person(first.core, { id }).user;
        });
        const cores = chosen?.map((bot) => handles.get(bot) ?? first.core) ?? world.bots;
        const group = createGroup(first.core, about, people, cores);
        return createGroupDriver(first.core, group);
      },
    },
    reset: { value: reset },
    stop: {
      value: async (): Promise<void> => {
        if (stopped) return;
        stopped = true;
        for (const bot of bots) bot.core.webhook.stop();
        const closed = new Promise<void>((resolve) => {
          server.close(() => resolve());
        });
        for (const bot of bots) bot.core.poller.close();
        // A waiting poll gets its last answer before its connection goes.
        await new Promise((resolve) => setImmediate(resolve));
        server.closeAllConnections();
        await closed;
        for (const bot of bots) await bot.close();
      },
    },
  });
  return emulator;
}

function createHandle(core: Core): EmulatedBot {
  return {
    token: core.token,
    bot: core.bot,
    user: (who) => createUserDriver(core, person(core, who).user.id),
    calls: (filter) => core.journal.list(filter),
    get openPolls() {
      return core.poller.open;
    },
    get maxOpenPolls() {
      return core.poller.maxOpen;
    },
    get pendingUpdates() {
      return core.queue.size();
    },
    faults: core.faults,
    setFloodLimits: (limits) => core.flood.set(limits),
  };
}
