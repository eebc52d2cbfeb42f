import type { Queryable } from '@kie/database';
import type { Logger } from '@kie/service-kit';
import { TelegramApiError } from '../api/error.ts';
import type { TelegramApi } from '../api/telegram-api.ts';
import { editView, sendView } from '../text-message.ts';
import { markUnreachable } from '../unreachable.ts';
import type { ProgressView } from './progress-editor.ts';
import { claimMessage, noteShown, postpone } from './rows.ts';

/** Longer than two calls (HTML, then plain), so that no second edit overtakes a slow one. */
const leaseMs = 30_000;
const callMs = 12_000;

export interface EditorTools {
  readonly db: Queryable;
  readonly api: TelegramApi;
  readonly logger: Logger;
  readonly gapMs: number;
}

/**
 * Brings one message to the given look, if no other process is at it. When it cannot be edited any more (the person
 * deleted it), the end of the generation is told in a new message and the steps before it are not.
 */
export async function editProgress(
  { db, api, logger, gapMs }: EditorTools,
  generationId: string,
  drawn: ProgressView,
  shown: string,
): Promise<void> {
  const message = await claimMessage(db, generationId, shown, leaseMs);
  if (message === undefined) return;
  const { chat_id: chatId, message_id: messageId } = message;
  // No sleeping on a 429 with a claim in hand, and no repeats: the next round draws a newer state anyway.
  const call = { maxWaitMs: 0, retry: false, timeoutMs: callMs };
  try {
    if (drawn.view !== shown) {
      const edited = await editView(api, chatId, messageId, drawn, call);
      if (!edited && drawn.done) await sendView(api, chatId, drawn, call);
    }
    await noteShown(db, generationId, message, drawn, gapMs);
  } catch (error) {
    if (!(error instanceof TelegramApiError)) throw error;
    if (error.retryAfter !== undefined) await postpone(db, generationId, error.retryAfter * 1000);
    else if (error.outcome === 'refused') {
      if (error.unreachable) await markUnreachable(db, chatId);
      else
        logger.error({ err: error, generationId }, 'Telegram refused a progress message, it is passed over');
      const over = { view: drawn.view, done: drawn.done || error.unreachable };
      await noteShown(db, generationId, message, over, gapMs);
    } else {
      await postpone(db, generationId, gapMs);
      logger.warn({ err: error, generationId }, 'Telegram cannot be reached, a progress message waits');
    }
  }
}
