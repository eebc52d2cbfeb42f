import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, InlineKeyboard, InputFile, InputMediaBuilder, webhookCallback } from 'grammy';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { TelegramEmulator } from '../src/index.ts';
import { startTelegramEmulator } from '../src/index.ts';
import { png } from './pictures.ts';

let telegram: TelegramEmulator;
let bot: Bot;
let running: Promise<void>;

/** The same bot for polling and webhook mode. */
function createBot(emulator: { token: string }, apiRoot: string): Bot {
  const created = new Bot(emulator.token, { client: { apiRoot } });
  created.command('start', (ctx) =>
    ctx.reply('<b>Welcome</b>', {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('One', 'pick:1'),
    }),
  );
  created.callbackQuery(/^pick:(\d)$/, async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'Taken', show_alert: true });
    await ctx.editMessageText(`You took ${ctx.match[1]}`);
  });
  created.command('picture', (ctx) =>
    ctx.replyWithPhoto(new InputFile(png(40, 20), 'a.png'), {
      caption: 'here',
      reply_parameters: { message_id: ctx.msgId },
    }),
  );
  created.command('album', (ctx) =>
    ctx.replyWithMediaGroup([1, 2].map(() => InputMediaBuilder.photo(new InputFile(png(8, 8), 'a.png')))),
  );
  created.command('buy', (ctx) =>
    ctx.replyWithInvoice('Credits', '100 credits', 'order-1', 'XTR', [{ label: 'Credits', amount: 50 }]),
  );
  created.on('pre_checkout_query', (ctx) => ctx.answerPreCheckoutQuery(true));
  created.on('message:successful_payment', async (ctx) => {
    const payment = ctx.msg.successful_payment;
    await ctx.reply(`paid ${payment.invoice_payload}`);
    await ctx.api.refundStarPayment(ctx.from.id, payment.telegram_payment_charge_id);
  });
  created.on('message:refunded_payment', (ctx) => ctx.reply('refunded'));
  created.on('message:photo', async (ctx) => {
    const { file_size, file_path } = await ctx.getFile();
    await ctx.reply(`${file_path} of ${file_size} bytes`);
  });
  return created;
}

beforeAll(async () => {
  telegram = await startTelegramEmulator({ log: () => undefined });
  bot = createBot(telegram, telegram.apiRoot);
  running = bot.start();
});

afterAll(async () => {
  const stopping = bot.stop();
  // grammY ends with one more poll at the same offset, which is held for 3 s unless there is something to give.
  telegram.user().sendText('the end');
  await stopping;
  await running;
  await telegram.stop();
});

test('a command, a tap, an alert and an edit', async () => {
  const ann = telegram.user({ name: 'Ann' });
  ann.sendCommand('start');
  const welcome = await ann.waitFor((message) => message.text === 'Welcome');
  expect(welcome.entities).toEqual([{ type: 'bold', offset: 0, length: 7 }]);
  expect(await ann.tap('One').answer).toEqual({ text: 'Taken', alert: true });
  const edited = await ann.waitFor((message) => message.text === 'You took 1');
  expect(edited.message_id).toBe(welcome.message_id);
});

test('an upload with reply_parameters, an album, a received photo', async () => {
  const bob = telegram.user({ name: 'Bob' });
  const asked = bob.sendCommand('picture');
  const picture = await bob.waitFor((message) => message.photo !== undefined);
  expect(picture).toMatchObject({ caption: 'here', reply_to_message: { message_id: asked.message_id } });
  expect(picture.photo?.at(-1)).toMatchObject({ width: 40, height: 20 });
  bob.sendCommand('album');
  const first = await bob.waitFor((message) => message.media_group_id !== undefined);
  await bob.waitFor((message) => message.media_group_id === first.media_group_id, {
    after: first.message_id,
  });
  const mine = png(10, 10);
  bob.sendPhoto(mine);
  await bob.waitFor((message) => /^photos\/\S+ of \d+ bytes$/.test(message.text ?? ''));
});

test('a payment in Stars and its refund', async () => {
  const carol = telegram.user({ name: 'Carol' });
  carol.sendCommand('buy');
  await carol.waitFor((message) => message.invoice !== undefined);
  expect(await carol.pay()).toMatchObject({ paid: true });
  await carol.waitFor((message) => message.text === 'paid order-1');
  await carol.waitFor((message) => message.text === 'refunded');
});

test('an API error becomes a GrammyError with its code and parameters', async () => {
  const group = telegram.group({ members: [telegram.user()] });
  const next = group.migrate();
  await expect(bot.api.sendMessage(group.id, 'x')).rejects.toMatchObject({
    error_code: 400,
    parameters: { migrate_to_chat_id: next.id },
  });
});

test('webhook mode', async () => {
  const second = telegram.addBot({ token: '7000000002:EMULATOR-webhook', botUsername: 'hook_bot' });
  const hooked = createBot(second, telegram.apiRoot);
  const handle = webhookCallback(hooked, 'http', { secretToken: 'a-secret' });
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await hooked.api.setWebhook(`https://127.0.0.1:${port}/`, { secret_token: 'a-secret' });
    const dora = second.user({ name: 'Dora' });
    dora.sendCommand('start');
    await dora.waitFor((message) => message.text === 'Welcome');
    expect(await dora.tap('One').answer).toEqual({ text: 'Taken', alert: true });
    await dora.waitFor((message) => message.text === 'You took 1');
    await hooked.api.deleteWebhook();
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
