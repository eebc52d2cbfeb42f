import { Telegraf } from 'telegraf';
import type { TelegramApi } from './api/telegram-api.ts';
import type { BotContext } from './context.ts';

/**
 * A telegraf bot for the update runner: handlers without a time limit (the runner's lease is the limit), no answers
 * through the webhook's response, all calls through `api`. Never `launch()` it.
 *
 * The token stays in `api`; telegraf gets a placeholder and so cannot leak it.
 */
export function createBot(api: TelegramApi): Telegraf<BotContext> {
  const bot = new Telegraf<BotContext>('0:held-by-the-api', { handlerTimeout: Infinity });
  api.install(bot);
  return bot;
}
