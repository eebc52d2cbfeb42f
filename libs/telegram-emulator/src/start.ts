import type { AddressInfo } from 'node:net';

import { callMethod } from './api/call.ts';
import type { FloodLimits } from './api/flood.ts';
import { createFlowControl } from './api/flood.ts';
import { Params } from './api/params.ts';
import { systemClock } from './clock.ts';
import type { Core } from './core.ts';
import { createEmulatorServer } from './http/server.ts';
import { randomIds } from './ids.ts';
import { createBlobStore } from './media/blob-store.ts';
import type { TelegramEmulatorOptions } from './options.ts';
import { checkOptions } from './options.ts';
import type { UserDriver } from './sim/driver.ts';
import { createUserDriver } from './sim/driver.ts';
import { createEventBus } from './sim/events.ts';
import type { Fault, FaultPlan } from './sim/faults.ts';
import { createFaultPlan } from './sim/faults.ts';
import type { ApiCall } from './sim/journal.ts';
import { createJournal } from './sim/journal.ts';
import type { Person } from './sim/people.ts';
import { person } from './sim/people.ts';
import { createSimRoutes } from './sim/routes.ts';
import { createSnapshot, loadState } from './snapshot.ts';
import { emptyState } from './state.ts';
import type { User } from './types.ts';
import { createPoller } from './updates/polling.ts';
import { createUpdateQueue } from './updates/queue.ts';
import { createWebhookSender } from './updates/webhook.ts';

/** A running emulator. */
export interface TelegramEmulator {
  /** Root for a bot library, e.g. `http://127.0.0.1:4001`. */
  readonly apiRoot: string;
  /** The chat page; add `?user=1002` for another person. */
  readonly pageUrl: string;
  readonly token: string;
  readonly bot: User;
  /** A person to act as. The same id gives the same chat. */
  user(who?: Person): UserDriver;
  /** The newest 5,000 Bot API calls, oldest first. */
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
  /** Forgets chats, files, updates, webhook, commands, calls and faults. */
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
  const core = buildCore(options, token);
  const reset = (): void => {
    const { nextUpdateId, nextMessageId } = core.state;
    // Ids go on: a running bot already asks for updates beyond the old ones.
    Object.assign(core.state, emptyState(), { nextUpdateId, nextMessageId });
    core.journal.clear();
    core.faults.clear();
    core.webhook.restart();
    core.touch();
    core.events.emit({ type: 'reset' });
  };
  const server = createEmulatorServer(core, createSimRoutes(core, reset));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const apiRoot = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  core.webhook.pump();
  let stopped = false;
  return {
    apiRoot,
    pageUrl: `${apiRoot}/`,
    token,
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
    reset,
    async stop() {
      if (stopped) return;
      stopped = true;
      core.webhook.stop();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      core.poller.close();
      await closed;
      await core.close();
    },
  };
}

function buildCore(options: TelegramEmulatorOptions, token: string): Core & { close(): Promise<void> } {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? ((line: string) => process.stderr.write(`telegram-emulator: ${line}\n`));
  const state = loadState(options.dataDir);
  const snapshot = createSnapshot(options.dataDir, state);
  const touch = (): void => snapshot.touch();
  const queue = createUpdateQueue(state, clock, touch);
  const fetcher = options.fetch ?? fetch;
  const core: Core & { close(): Promise<void> } = {
    token,
    bot: {
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: options.botName ?? 'KIE bot (simulated)',
      username: options.botUsername ?? 'kie_emulated_bot',
    },
    state,
    clock,
    ids: options.ids ?? randomIds,
    blobs: createBlobStore(options.dataDir),
    events: createEventBus(),
    queue,
    poller: createPoller(queue, clock),
    webhook: createWebhookSender({
      state,
      queue,
      clock,
      fetch: fetcher,
      random: options.random ?? Math.random,
      touch,
      log,
      async execute(method, params) {
        const never = new AbortController();
        await callMethod(core, method, new Params(new Map(Object.entries(params))), never.signal);
      },
    }),
    journal: createJournal(),
    faults: createFaultPlan(),
    flood: createFlowControl(options.floodLimits ?? {}, clock),
    fetch: fetcher,
    log,
    touch,
    close: () => snapshot.close(),
  };
  return core;
}
