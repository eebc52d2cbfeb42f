import type { Context, Telegraf } from 'telegraf';
import type { Params } from './request-body.ts';
import type { TelegramApi } from './telegram-api.ts';

/**
 * Telegraf makes a new `ctx.telegram` for every update, which a patch of `bot.telegram` would not reach; what is in
 * `bot.context` is put on every context, whatever the order of middleware. So all of them share the one patched object.
 */
export function installInto<C extends Context>(bot: Telegraf<C>, api: TelegramApi): void {
  const { telegram } = bot;
  telegram.webhookReply = false;
  telegram.callApi = async <T>(
    method: string,
    payload: object,
    options: { signal?: unknown } = {},
  ): Promise<T> =>
    api.call<T>(
      method,
      payload as Params,
      options.signal instanceof AbortSignal ? { signal: options.signal } : {},
    );
  // Its link holds the token.
  telegram.getFileLink = () =>
    Promise.reject(new TypeError('A file link would show the token of the bot. Use downloadTelegramFile.'));
  Object.assign(bot.context, { telegram });
}
