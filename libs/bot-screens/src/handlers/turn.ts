import type { Trx, User } from '@kie/database';
import type { Effect, Reply } from '@kie/telegram';
import { meet, type Sender } from '../people.ts';
import type { ScreensOptions } from '../services.ts';
import { textsOf, type Texts } from '../texts/index.ts';
import { answersFor, type Answers } from './replies.ts';

/** One update's turn: its effects go through `trx`, what it returns is shown after the commit. */
export interface Turn extends Answers {
  readonly trx: Trx;
  readonly user: User;
  readonly chatId: number;
  readonly texts: Texts;
  readonly services: ScreensOptions;
}

/** The little of an update that a turn needs; telegraf's context has it. */
export interface TurnContext {
  readonly from?: (Sender & { readonly is_bot: boolean }) | undefined;
  readonly chat?: { readonly id: number; readonly type: string } | undefined;
  readonly callbackQuery?:
    | { readonly id: string; readonly message?: { readonly message_id: number } | undefined }
    | undefined;
  apply(effect: Effect): Promise<void>;
}

/**
 * Runs the effects of an update in one transaction: the person is met, then the handler decides what to show.
 * Groups and channels are left alone, the bot talks in private chats.
 */
export async function takeTurn(
  ctx: TurnContext,
  services: ScreensOptions,
  handle: (turn: Turn) => Promise<Reply[]>,
): Promise<void> {
  const { from, chat } = ctx;
  if (!from || from.is_bot || chat?.type !== 'private') return;
  const query = ctx.callbackQuery;
  await ctx.apply(async (trx) => {
    const user = await meet(trx, from, services.policy);
    const answers = answersFor({
      userId: user.id,
      chatId: chat.id,
      messageId: query?.message?.message_id,
      callbackQueryId: query?.id,
    });
    const texts = textsOf(user.language);
    if (user.status === 'banned') {
      return [
        ...answers.toast(texts.banned),
        ...(query ? [] : [answers.send('notice', { text: texts.banned })]),
      ];
    }
    return await handle({ trx, user, chatId: chat.id, texts, services, ...answers });
  });
}
