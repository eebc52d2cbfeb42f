import type { Queryable } from '@kie/database';
import type { Logger } from '@kie/service-kit';
import { TelegramApiError } from '../api/error.ts';
import type { TelegramApi } from '../api/telegram-api.ts';
import type { Renderer } from '../render.ts';
import type { Reply, ScreenReply, ToastReply } from '../reply.ts';
import { editView, sendView } from '../text-message.ts';
import { markUnreachable } from '../unreachable.ts';

/** Told of each screen that reached its chat; `messageId` is the message that now shows it. */
export type OnShown = (reply: ScreenReply, messageId: number, db: Queryable) => Promise<void>;

export interface ReplySender {
  readonly db: Queryable;
  readonly api: TelegramApi;
  readonly render: Renderer;
  readonly onShown?: OnShown | undefined;
  readonly logger: Logger;
}

/**
 * Shows the replies in order. A refusal by Telegram (a blocked bot, a text too long) is logged and passed over, since
 * it would be refused again; everything else is thrown, after `remember` was told which replies are still to be sent.
 */
export async function sendReplies(
  sender: ReplySender,
  replies: readonly Reply[],
  remember: (left: readonly Reply[]) => Promise<void>,
): Promise<void> {
  const toasts = replies.filter((reply) => reply.type === 'toast');
  let left: readonly ScreenReply[] = replies.filter((reply) => reply.type === 'screen');
  const toasted = Promise.all(toasts.map((toast) => sendToast(sender, toast)));
  for (const screen of left) {
    await passOverRefusals(sender, screen.chatId, () => showScreen(sender, screen));
    left = left.slice(1);
    if (left.length > 0) await remember(left);
  }
  await toasted;
}

/** Ends the waiting sign on a tapped button without showing anything. */
export async function answerSilently(sender: ReplySender, callbackQueryId: string): Promise<void> {
  await sendToast(sender, { type: 'toast', callbackQueryId });
}

/** Best effort: a tap that cannot be answered now is too old a moment later. */
async function sendToast({ api, logger }: ReplySender, toast: ToastReply): Promise<void> {
  const { callbackQueryId, text, alert } = toast;
  // Telegram takes at most 200 characters.
  const shown = text === undefined ? {} : { text: text.slice(0, 200) };
  try {
    await api.call(
      'answerCallbackQuery',
      { callback_query_id: callbackQueryId, ...shown, ...(alert === undefined ? {} : { show_alert: alert }) },
      { maxWaitMs: 5000 },
    );
  } catch (error) {
    logger.warn({ err: error }, 'a button tap could not be answered');
  }
}

async function showScreen(
  { api, db, render, onShown, logger }: ReplySender,
  reply: ScreenReply,
): Promise<void> {
  const view = await render(reply, db);
  if (view === undefined) return;
  const { chatId, editMessageId } = reply;
  const edited = editMessageId !== undefined && (await editView(api, chatId, editMessageId, view));
  const messageId = edited ? editMessageId : await sendView(api, chatId, view);
  try {
    await onShown?.(reply, messageId, db);
  } catch (error) {
    // Thrown on, the screen would be shown a second time.
    logger.error({ err: error, chatId, screen: reply.screen }, 'what follows a shown screen failed');
  }
}

async function passOverRefusals(
  { db, logger }: ReplySender,
  chatId: number,
  send: () => Promise<void>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof TelegramApiError) || error.outcome !== 'refused' || error.retryAfter !== undefined)
      throw error;
    if (!error.unreachable)
      logger.error({ err: error, chatId }, 'Telegram refused a reply, it is passed over');
    else {
      await markUnreachable(db, chatId);
      logger.info({ chatId }, 'the person cannot be reached');
    }
  }
}
