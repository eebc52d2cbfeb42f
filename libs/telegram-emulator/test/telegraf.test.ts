import { Markup, Telegraf } from 'telegraf';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { TelegramEmulator } from '../src/index.ts';
import { buttonsOf, startTelegramEmulator } from '../src/index.ts';
import { png } from './pictures.ts';

let telegram: TelegramEmulator;
let bot: Telegraf;
let running: Promise<void>;

beforeAll(async () => {
  telegram = await startTelegramEmulator();
  bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } });
  bot.start((ctx) =>
    ctx.reply('<b>Welcome</b>, choose', {
      parse_mode: 'HTML',
      reply_markup: Markup.inlineKeyboard([[Markup.button.callback('One', 'pick:1')]]).reply_markup,
    }),
  );
  bot.action(/^pick:(\d)$/, async (ctx) => {
    await ctx.answerCbQuery('Taken');
    await ctx.editMessageText(`You took ${ctx.match[1]}`);
  });
  bot.command('picture', (ctx) =>
    ctx.replyWithPhoto({ source: Buffer.from(png(40, 20)) }, { caption: 'here' }),
  );
  bot.command('album', (ctx) =>
    ctx.replyWithMediaGroup(
      [1, 2].map(() => ({ type: 'photo', media: { source: Buffer.from(png(8, 8)) } }) as const),
    ),
  );
  bot.command('buy', (ctx) =>
    ctx.replyWithInvoice({
      title: 'Credits',
      description: '100 credits',
      payload: 'order-1',
      provider_token: '',
      currency: 'XTR',
      prices: [{ label: 'Credits', amount: 50 }],
    }),
  );
  bot.on('pre_checkout_query', (ctx) => ctx.answerPreCheckoutQuery(true));
  bot.on('successful_payment', (ctx) => ctx.reply(`paid ${ctx.message.successful_payment.invoice_payload}`));
  bot.on('photo', async (ctx) => {
    const link = await ctx.telegram.getFileLink(ctx.message.photo.at(-1)?.file_id ?? '');
    const bytes = await (await fetch(link)).arrayBuffer();
    await ctx.reply(`got ${bytes.byteLength} bytes`);
  });
  running = bot.launch();
});

afterAll(async () => {
  bot.stop();
  await running;
  await telegram.stop();
});

test('a command with a keyboard, a tap, a toast and an edit', async () => {
  const ann = telegram.user({ name: 'Ann' });
  ann.sendCommand('start');
  const welcome = await ann.waitFor((message) => message.text === 'Welcome, choose');
  expect(welcome.entities).toEqual([{ type: 'bold', offset: 0, length: 7 }]);
  expect(buttonsOf(welcome).map((button) => button.text)).toEqual(['One']);
  const tap = ann.tap('One');
  expect(await tap.answer).toEqual({ text: 'Taken', alert: false });
  const edited = await ann.waitFor((message) => message.text === 'You took 1');
  expect(edited.message_id).toBe(welcome.message_id);
  expect(edited.reply_markup).toBeUndefined();
});

test('multipart upload, album and download of a photo', async () => {
  const bob = telegram.user({ name: 'Bob' });
  bob.sendCommand('picture');
  const picture = await bob.waitFor((message) => message.photo !== undefined);
  expect(picture.caption).toBe('here');
  expect(picture.photo?.at(-1)).toMatchObject({ width: 40, height: 20 });
  bob.sendCommand('album');
  const first = await bob.waitFor((message) => message.media_group_id !== undefined);
  await bob.waitFor((message) => message.media_group_id === first.media_group_id, {
    after: first.message_id,
  });
  const mine = png(10, 10);
  bob.sendPhoto(mine);
  await bob.waitFor((message) => message.text === `got ${mine.byteLength} bytes`);
});

test('a payment in Stars', async () => {
  const carol = telegram.user({ name: 'Carol' });
  carol.sendCommand('buy');
  const invoice = await carol.waitFor((message) => message.invoice !== undefined);
  expect(buttonsOf(invoice)[0]).toEqual({ text: 'Pay ⭐️50', pay: true });
  const result = await carol.pay();
  expect(result.paid).toBe(true);
  await carol.waitFor((message) => message.text === 'paid order-1');
});
