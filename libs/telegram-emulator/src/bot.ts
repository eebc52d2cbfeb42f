import { join } from 'node:path';

import { callMethod } from './api/call.ts';
import { createFlowControl } from './api/flood.ts';
import { Params } from './api/params.ts';
import { systemClock } from './clock.ts';
import type { Core } from './core.ts';
import { randomIds } from './ids.ts';
import { createBlobStore } from './media/blob-store.ts';
import type { TelegramEmulatorOptions } from './options.ts';
import { createEventBus } from './sim/events.ts';
import { createFaultPlan } from './sim/faults.ts';
import { createJournal, describeCall, isIdlePoll } from './sim/journal.ts';
import { createSnapshot, loadState } from './snapshot.ts';
import { emptyState } from './state.ts';
import { createPoller } from './updates/polling.ts';
import { createUpdateQueue } from './updates/queue.ts';
import { createWebhookSender } from './updates/webhook.ts';
import type { World } from './world.ts';

/** A bot of the emulator with what ends and restarts it. */
export interface Bot {
  readonly core: Core;
  reset(): void;
  close(): Promise<void>;
}

/** Builds a bot and makes it part of the world. The first one keeps the groups. */
export function createBot(options: TelegramEmulatorOptions, token: string, world: World): Bot {
  const [first] = world.bots;
  const id = Number(token.split(':')[0]);
  const { dataDir } = options;
  const folder = dataDir === undefined || first === undefined ? dataDir : join(dataDir, 'bots', String(id));
  const clock = options.clock ?? systemClock;
  const log = options.log ?? ((line: string) => process.stderr.write(`telegram-emulator: ${line}\n`));
  const state = loadState(folder);
  for (const chat of state.chats.values()) {
    // The bots meet the same people: one object for each, whichever file it came from.
    chat.user = world.people.get(chat.user.id) ?? chat.user;
    world.people.set(chat.user.id, chat.user);
  }
  const snapshot = createSnapshot(folder, state);
  const touch = (): void => {
    snapshot.touch();
    // What a later bot does may have changed a group.
    first?.touch();
  };
  const queue = createUpdateQueue(state, clock, touch);
  const fetcher = options.fetch ?? fetch;
  const events = createEventBus();
  const core: Core = {
    token,
    bot: {
      id,
      is_bot: true,
      first_name: options.botName ?? 'KIE bot (simulated)',
      username: options.botUsername ?? (first === undefined ? 'kie_emulated_bot' : `emulated_${id}_bot`),
    },
    readsAllGroupMessages: options.canReadAllGroupMessages ?? false,
    world,
    state,
    clock,
    ids: options.ids ?? first?.ids ?? randomIds,
    blobs: first?.blobs ?? createBlobStore(dataDir),
    events,
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
    faults: createFaultPlan(() => events.emit({ type: 'faults' })),
    flood: createFlowControl(options.floodLimits ?? {}, clock),
    fetch: fetcher,
    log,
    touch,
  };
  world.bots.push(core);
  if (options.logCalls === true) {
    events.on((event) => {
      const call = event.type === 'call' ? core.journal.get(event.callId) : undefined;
      if (call !== undefined && !isIdlePoll(call)) log(describeCall(call, core.bot));
    });
  }
  return {
    core,
    reset() {
      const { nextUpdateId, nextMessageId } = state;
      // Ids go on: a running bot already asks for updates beyond the old ones.
      Object.assign(state, emptyState(), { nextUpdateId, nextMessageId });
      core.journal.clear();
      core.faults.clear();
      core.webhook.restart();
      touch();
      events.emit({ type: 'reset' });
    },
    close: () => snapshot.close(),
  };
}
