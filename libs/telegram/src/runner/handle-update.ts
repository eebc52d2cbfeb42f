import { backoffMs } from '@kie/service-kit';
import type { Telegraf } from 'telegraf';
import { TelegramApiError } from '../api/error.ts';
import type { BotContext, Effect } from '../context.ts';
import { keepReplies, markAnswered, park, putBack, type ClaimedUpdate } from '../inbox/claims.ts';
import { callbackQueryId } from '../inbox/update.ts';
import type { Reply } from '../reply.ts';
import { applyOnce } from './apply.ts';
import { answerSilently, sendReplies, type ReplySender } from './send-replies.ts';

export interface HandlerOptions {
  readonly bot: Telegraf<BotContext>;
  readonly sender: ReplySender;
  /** An update that failed this often is parked. */
  readonly maxAttempts: number;
  /** Replies that could not be sent for so long are given up. */
  readonly replyPatienceMs: number;
  readonly now: () => number;
  readonly random: () => number;
}

/** What `ctx.apply` of one update left behind. */
interface Applied {
  replies: readonly Reply[] | undefined;
}

/** Handles claimed updates; one object per runner, so that contexts find the update they belong to. */
export function createUpdateHandler(options: HandlerOptions): (claimed: ClaimedUpdate) => Promise<void> {
  const { bot, sender, maxAttempts, replyPatienceMs, now, random } = options;
  const { db, logger } = sender;
  const running = new WeakMap<object, (effect: Effect) => Promise<void>>();

  // `bot.context` is telegraf's own way to give every context more to offer, independent of the order of middleware.
  Object.assign(bot.context, {
    apply(this: BotContext, effect: Effect): Promise<void> {
      const apply = running.get(this.update);
      if (apply === undefined)
        throw new Error('ctx.apply works only in a handler that the update runner called.');
      return apply(effect);
    },
  });
  // The default handler prints the whole update and sets the process's exit code.
  bot.catch((error) => {
    throw error;
  });

  const runHandlers = async (claimed: ClaimedUpdate): Promise<Applied & { error?: unknown }> => {
    const applied: Applied = { replies: undefined };
    let called = false;
    running.set(claimed.update, async (effect) => {
      if (called)
        throw new Error('ctx.apply was called twice for one update. Put everything into one effect.');
      called = true;
      applied.replies = await applyOnce(db, claimed.id, effect);
    });
    try {
      await bot.handleUpdate(claimed.update);
      return applied;
    } catch (error) {
      return { ...applied, error };
    }
  };

  const failed = async (claimed: ClaimedUpdate, error: unknown): Promise<void> => {
    const { id, attempts, lane } = claimed;
    const text = shortly(error);
    if (attempts >= maxAttempts) {
      await park(db, id, text);
      logger.error({ err: error, updateId: id, lane, attempts }, 'an update failed too often and is parked');
    } else {
      await putBack(db, id, backoffMs(attempts, { maxMs: 30_000, random }), text);
      logger.error({ err: error, updateId: id, lane, attempts }, 'handling an update failed');
    }
  };

  const reply = async (claimed: ClaimedUpdate, replies: readonly Reply[]): Promise<void> => {
    const { id, attempts } = claimed;
    try {
      await sendReplies(sender, replies, (left) => keepReplies(db, id, left));
      await markAnswered(db, id);
    } catch (error) {
      // Telegram being away says nothing about this update: it waits, up to its patience. A drawing that throws does.
      const away = error instanceof TelegramApiError;
      const age = now() - claimed.receivedAt.getTime();
      if (!away || age > replyPatienceMs)
        return failed({ ...claimed, attempts: away ? maxAttempts : attempts }, error);
      const waitMs = Math.max((error.retryAfter ?? 0) * 1000, backoffMs(attempts, { maxMs: 30_000, random }));
      await putBack(db, id, waitMs, shortly(error));
      logger.warn({ err: error, updateId: id, waitMs }, 'replies could not be sent, they wait');
    }
  };

  const answerTap = async (claimed: ClaimedUpdate, replies: readonly Reply[] = []): Promise<void> => {
    const query = callbackQueryId(claimed.update);
    const toasted = replies.some((one) => one.type === 'toast' && one.callbackQueryId === query);
    if (query !== undefined && !toasted) await answerSilently(sender, query);
  };

  return async (claimed) => {
    if (claimed.state === 'applied') {
      await Promise.all([answerTap(claimed, claimed.replies), reply(claimed, claimed.replies)]);
      return;
    }
    // Claimed again and again without an end: it takes its process down with it.
    if (claimed.attempts > maxAttempts)
      return failed(claimed, new Error('the process ended while handling it'));

    const { replies, error } = await runHandlers(claimed);
    if (replies !== undefined && error !== undefined) {
      logger.error({ err: error, updateId: claimed.id }, 'a handler failed after its effect');
    }
    const finish = async (): Promise<void> => {
      if (replies !== undefined) await reply(claimed, replies);
      else if (error === undefined) await markAnswered(db, claimed.id);
      else await failed(claimed, error);
    };
    await Promise.all([answerTap(claimed, replies), finish()]);
  };
}

/** For the row: a foreign message may quote anything, so it goes only through the log's redactor. */
function shortly(error: unknown): string {
  if (error instanceof TelegramApiError) return error.message;
  return error instanceof Error ? error.name : typeof error;
}
