import type { Queryable } from '@kie/database';
import { systemClock, type Clock, type Logger } from '@kie/service-kit';
import type { Telegraf } from 'telegraf';
import type { UserFromGetMe } from 'telegraf/types';
import type { TelegramApi } from '../api/telegram-api.ts';
import { createLoop } from '../background-loop.ts';
import type { BotContext } from '../context.ts';
import { claimUpdates, renewLeases } from '../inbox/claims.ts';
import { createInbox } from '../inbox/inbox.ts';
import type { Renderer } from '../render.ts';
import { createUpdateHandler } from './handle-update.ts';
import type { OnShown } from './send-replies.ts';

export interface UpdateRunnerOptions {
  readonly bot: Telegraf<BotContext>;
  readonly database: Queryable;
  readonly render: Renderer;
  readonly api: TelegramApi;
  readonly logger: Logger;
  /** Told of each screen with the id of its message, e.g. to track a progress message. */
  readonly onShown?: OnShown;
  /** Lanes handled at the same time. Default 8; keep it below the pool's size, handlers hold a connection each. */
  readonly concurrency?: number;
  /** Without a kick the inbox is looked at this often. Default 1000. */
  readonly pollMs?: number;
  /** After a crash others take the updates over after this time; renewed while handlers run. Default 15000. */
  readonly leaseMs?: number;
  /** Default 5. */
  readonly maxAttempts?: number;
  /** How long replies wait for a Telegram that cannot be reached. Default 1 hour. */
  readonly replyPatienceMs?: number;
  readonly clock?: Clock;
  readonly random?: () => number;
}

export interface UpdateRunner {
  start(): void;
  /** Takes no further update and resolves when the running handlers have ended. */
  stop(): Promise<void>;
  /** There is something new in the inbox: look now. */
  kick(): void;
}

const pruneEveryMs = 3_600_000;

/**
 * Takes updates from the inbox and gives them to telegraf: lanes side by side, each in its order, any number of
 * processes on one database. `bot.launch()` is never needed.
 *
 * new -> (handler, effect and mark in one transaction) -> applied -> (replies sent) -> answered
 *  |-> failing, again after a back-off; too often: parked, and its lane goes on
 */
export function createUpdateRunner(options: UpdateRunnerOptions): UpdateRunner {
  const {
    bot,
    database: db,
    render,
    api,
    logger,
    onShown,
    clock = systemClock,
    random = Math.random,
  } = options;
  const { concurrency = 8, pollMs = 1000, leaseMs = 15_000 } = options;
  const { maxAttempts = 5, replyPatienceMs = 3_600_000 } = options;
  const handle = createUpdateHandler({
    bot,
    sender: { db, api, render, onShown, logger },
    maxAttempts,
    replyPatienceMs,
    now: () => clock.now(),
    random,
  });
  const inbox = createInbox(db);
  const inHand = new Map<number, Promise<void>>();
  let renewing: NodeJS.Timeout | undefined;
  let prunedAt = 0;

  const takeUp = async (): Promise<boolean> => {
    // Telegraf asks getMe by itself, but keeps a failure of it for ever.
    bot.botInfo ??= await api.call<UserFromGetMe>('getMe');
    const free = concurrency - inHand.size;
    if (free <= 0) return false;
    const claimed = await claimUpdates(db, free, leaseMs);
    for (const one of claimed) {
      const handled = handle(one)
        .catch((error: unknown) =>
          logger.error({ err: error, updateId: one.id }, 'the inbox could not be written'),
        )
        .finally(() => {
          inHand.delete(one.id);
          loop.ring();
        });
      inHand.set(one.id, handled);
    }
    return claimed.length === free;
  };

  const prune = async (): Promise<void> => {
    if (clock.now() - prunedAt < pruneEveryMs) return;
    prunedAt = clock.now();
    await inbox.prune();
  };

  const loop = createLoop({
    async round() {
      const more = await takeUp();
      if (!more) await prune();
      return more;
    },
    idleMs: pollMs,
    onError: (error) => logger.error({ err: error }, 'the inbox could not be read, trying again'),
  });

  return {
    start() {
      loop.start();
      renewing ??= setInterval(() => {
        if (inHand.size === 0) return;
        renewLeases(db, [...inHand.keys()], leaseMs).catch((error: unknown) =>
          logger.warn({ err: error }, 'the leases of updates could not be renewed'),
        );
      }, leaseMs / 3);
    },
    async stop() {
      await loop.stop();
      await Promise.all(inHand.values());
      clearInterval(renewing);
    },
    kick: () => loop.ring(),
  };
}
