import type { BotContext } from '@kie/telegram';
import type { Telegraf } from 'telegraf';
import { decodeCallback } from '../callback-data.ts';
import { setDialog } from '../drafts.ts';
import type { ScreensOptions } from '../services.ts';
import { improvePrompt } from './improve.ts';
import { onMessage } from './messages.ts';
import { taps } from './taps.ts';
import { takeTurn } from './turn.ts';

/** Puts the dialog on a telegraf bot: commands, buttons, and everything else a person can send. */
export function installDialog(bot: Telegraf<BotContext>, services: ScreensOptions): void {
  bot.start(async (ctx) => {
    await takeTurn(ctx, services, async (turn) => {
      await setDialog(turn.trx, turn.user.id, {});
      return [turn.send('welcome')];
    });
  });
  bot.command('models', async (ctx) => {
    const query = ctx.payload.trim();
    await takeTurn(ctx, services, async (turn) => [turn.send('search', { query })]);
  });
  bot.command('history', async (ctx) => {
    await takeTurn(ctx, services, async (turn) => [turn.send('history')]);
  });
  bot.command('balance', async (ctx) => {
    await takeTurn(ctx, services, async (turn) => [turn.send('balance')]);
  });
  bot.help(async (ctx) => {
    await takeTurn(ctx, services, async (turn) => [turn.send('help')]);
  });
  bot.command('cancel', async (ctx) => {
    await takeTurn(ctx, services, async (turn) => {
      await setDialog(turn.trx, turn.user.id, {});
      return [turn.send('notice', { text: turn.texts.cancelledDialog })];
    });
  });
  bot.on('callback_query', async (ctx) => {
    const data = 'data' in ctx.callbackQuery ? ctx.callbackQuery.data : '';
    const tap = decodeCallback(data);
    if (tap?.action === 'improve') {
      await improvePrompt(ctx, services, data);
      return;
    }
    await takeTurn(ctx, services, async (turn) => {
      const handle = tap && Object.hasOwn(taps, tap.action) ? taps[tap.action] : undefined;
      return handle
        ? await handle(turn, tap?.args ?? [])
        : [...turn.toast(turn.texts.toast.unknown), turn.edit('home')];
    });
  });
  bot.on('message', async (ctx) => {
    await takeTurn(ctx, services, async (turn) => await onMessage(turn, ctx.message));
  });
}
