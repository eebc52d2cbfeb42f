import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createBot, trackProgress, type ScreenReply } from '../src/index.ts';
import {
  countEffect,
  effects,
  listeningLogger,
  preCheckoutUpdate,
  screen,
  tapUpdate,
  textUpdate,
  until,
  useRig,
} from './rig.ts';

const rig = useRig();
const done = (count: number) =>
  until(async () => (await rig.states())['answered'] === count, `${count} answered`);

test('an update becomes one effect, its screen is shown, and the message id reported', async () => {
  const shown: [ScreenReply, number][] = [];
  const runner = rig.runner(
    (bot) =>
      bot.on('text', (ctx) =>
        ctx.apply(async (trx) => {
          await countEffect(trx, ctx.chat.id);
          return [screen(ctx.chat.id, 'home')];
        }),
      ),
    { onShown: async (reply, messageId) => void shown.push([reply, messageId]) },
  );
  runner.start();
  await rig.accept(textUpdate(1, 5));
  runner.kick();
  await done(1);
  expect(await effects(rig.db, 5)).toBe(1);
  expect(rig.bots.messages).toHaveLength(1);
  expect(rig.bots.callsOf('sendMessage')[0]?.params).toMatchObject({
    chat_id: 5,
    text: 'home {}',
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'Home' }]] },
  });
  expect(shown).toEqual([[screen(5, 'home'), rig.bots.messages[0]?.id]]);
  // A handler without an effect is done when it ends.
  await rig.accept({ update_id: 2, my_chat_member: { chat: { id: 5 }, from: { id: 5 } } });
  await done(2);
});

test('the same update a hundred times, taken by three runners: one effect; without the inbox: a hundred', async () => {
  const install = (bot: Parameters<Parameters<typeof rig.runner>[0]>[0]): void => {
    bot.on('text', (ctx) =>
      ctx.apply(async (trx) => {
        await countEffect(trx, ctx.chat.id);
        return [screen(ctx.chat.id)];
      }),
    );
  };
  for (let n = 0; n < 3; n += 1) rig.runner(install).start();
  await Promise.all(Array.from({ length: 100 }, () => rig.accept(textUpdate(7, 5))));
  await done(1);
  expect(await effects(rig.db, 5)).toBe(1);
  expect(rig.bots.messages).toHaveLength(1);

  // Negative control: the same handler on telegraf alone, which runs whatever arrives.
  const bot = createBot(rig.api);
  bot.on('text', async (ctx) => {
    await rig.db.transaction().execute((trx) => countEffect(trx, ctx.chat.id));
  });
  for (let n = 0; n < 100; n += 1) {
    await bot.handleUpdate(textUpdate(7, 6) as Parameters<typeof bot.handleUpdate>[0]);
  }
  expect(await effects(rig.db, 6)).toBe(100);
});

test('a runner that hangs between effect and answer until its lease is over: the stored replies are shown, the effect is not run again', async () => {
  let effectsRun = 0;
  const install = (bot: Parameters<Parameters<typeof rig.runner>[0]>[0]): void => {
    bot.on('text', (ctx) =>
      ctx.apply(async (trx) => {
        effectsRun += 1;
        await countEffect(trx, ctx.chat.id);
        return [screen(ctx.chat.id, 'first'), screen(ctx.chat.id, 'second')];
      }),
    );
  };
  // The first one: its effect commits, its second message hangs, and nobody renews its lease.
  let release: () => void = () => undefined;
  const hung = new Promise<void>((go) => {
    release = go;
  });
  rig.bots.next('sendMessage', { result: { message_id: 1 } }, { wait: hung });
  const dying = rig.runner(install, { leaseMs: 3_000_000 });
  await rig.accept(textUpdate(1, 5));
  dying.start();
  await until(() => rig.bots.callsOf('sendMessage').length === 2);
  const died = dying.stop();
  await rig.db
    .updateTable('inbox')
    .set({ locked_until: new Date(0) })
    .execute();

  rig.runner(install).start();
  await done(1);
  expect(effectsRun).toBe(1);
  expect(await effects(rig.db, 5)).toBe(1);
  // The first screen had arrived, so only the second one comes again.
  expect(rig.bots.messages.map(({ call }) => call.params['text'])).toEqual(['second {}']);
  release();
  await died;
});

test('a lease that runs out under a running handler: two runners run it, one effect counts', async () => {
  let started = 0;
  let release: () => void = () => undefined;
  const held = new Promise<void>((go) => {
    release = go;
  });
  const install = (bot: Parameters<Parameters<typeof rig.runner>[0]>[0]): void => {
    bot.on('text', async (ctx) => {
      started += 1;
      if (started === 1) await held;
      await ctx.apply(async (trx) => {
        await countEffect(trx, ctx.chat.id);
        return [];
      });
    });
  };
  await rig.accept(textUpdate(1, 5));
  const first = rig.runner(install);
  first.start();
  await until(() => started === 1);
  await rig.db
    .updateTable('inbox')
    .set({ locked_until: new Date(0) })
    .execute();
  rig.runner(install).start();
  await done(1);
  release();
  await first.stop();
  expect(started).toBe(2);
  expect(await effects(rig.db, 5)).toBe(1);
});

test('order within a chat, chats side by side, a pre-checkout past a busy chat', async () => {
  const log: string[] = [];
  let release: () => void = () => undefined;
  const slow = new Promise<void>((go) => {
    release = go;
  });
  const install = (bot: Parameters<Parameters<typeof rig.runner>[0]>[0]): void => {
    bot.on('pre_checkout_query', async (ctx) => {
      log.push('pay');
      await ctx.answerPreCheckoutQuery(true);
    });
    bot.on('message', async (ctx) => {
      if (ctx.chat.id === 1 && ctx.update.update_id === 10) await slow;
      log.push(`${ctx.chat.id}:${ctx.update.update_id}`);
    });
    bot.on('callback_query', async (ctx) => void log.push(`tap:${ctx.update.update_id}`));
  };
  await rig.accept(
    textUpdate(10, 1),
    tapUpdate(11, 1),
    textUpdate(12, 1),
    textUpdate(13, 2),
    preCheckoutUpdate(14, 1),
  );
  for (let n = 0; n < 3; n += 1) rig.runner(install).start();
  await until(() => log.length === 2);
  expect(log.toSorted()).toEqual(['2:13', 'pay']);
  release();
  await done(5);
  expect(log.slice(2)).toEqual(['1:10', 'tap:11', '1:12']);
});

test('order holds for many chats and several runners', async () => {
  const log = new Map<number, number[]>();
  for (let n = 0; n < 3; n += 1) {
    rig
      .runner((bot) =>
        bot.on('message', async (ctx) => {
          await new Promise((go) => setTimeout(go, (ctx.update.update_id * 7) % 4));
          log.set(ctx.chat.id, [...(log.get(ctx.chat.id) ?? []), ctx.update.update_id]);
        }),
      )
      .start();
  }
  const updates = Array.from({ length: 300 }, (_, n) => textUpdate(n + 1, (n % 10) + 1));
  await rig.accept(...updates.slice(0, 200));
  await rig.accept(...updates.slice(200));
  await done(300);
  for (const ids of log.values()) expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  expect([...log.values()].flat()).toHaveLength(300);
});

test('a failing update is tried again, then parked; its chat and the others go on', async () => {
  let failures = 0;
  const log: number[] = [];
  const { logger, lines } = listeningLogger();
  const runner = rig.runner(
    (bot) =>
      bot.on('message', async (ctx) => {
        if (ctx.update.update_id === 1) {
          failures += 1;
          throw new Error('canary-secret in a foreign message');
        }
        log.push(ctx.update.update_id);
      }),
    { random: () => 0, logger },
  );
  runner.start();
  await rig.accept(textUpdate(1, 5), textUpdate(2, 5), textUpdate(3, 6));
  await until(() => log.includes(3));
  expect(log).toEqual([3]);
  for (let tries = 1; tries < 5; tries += 1) {
    await until(() => failures === tries);
    await until(async () => {
      const row = await rig.db
        .selectFrom('inbox')
        .select('error')
        .where('update_id', '=', 1)
        .executeTakeFirst();
      return row?.error === 'Error';
    });
    await rig.db.updateTable('inbox').set({ locked_until: null }).where('update_id', '=', 1).execute();
  }
  await done(2);
  expect(failures).toBe(5);
  expect(await rig.states()).toEqual({ answered: 2, parked: 1 });
  expect(lines.filter((line) => line.includes('is parked'))).toHaveLength(1);
});

test('an update that takes its process down is not tried for ever', async () => {
  await rig.accept(textUpdate(1, 5));
  await rig.db.updateTable('inbox').set({ attempts: 5 }).execute();
  let handled = 0;
  rig.runner((bot) => bot.on('message', () => void (handled += 1))).start();
  await until(async () => (await rig.states())['parked'] === 1);
  expect(handled).toBe(0);
});

test('every tap is answered: by a toast, by nothing, and when the handler fails', async () => {
  rig
    .runner((bot) =>
      bot.on('callback_query', async (ctx) => {
        if (ctx.update.update_id === 3) throw new Error('broken');
        await ctx.apply(async () =>
          ctx.update.update_id === 1
            ? [{ type: 'toast', callbackQueryId: 'q1', text: 'ok', alert: true }, screen(5, 'home', 500)]
            : [screen(5, 'home', 500)],
        );
      }),
    )
    .start();
  await rig.accept(tapUpdate(1, 5), tapUpdate(2, 6), tapUpdate(3, 7));
  await done(2);
  await until(() => rig.bots.callsOf('answerCallbackQuery').length === 3);
  const answers = rig.bots.callsOf('answerCallbackQuery').map(({ params }) => params);
  expect(answers).toEqual(
    expect.arrayContaining([
      { callback_query_id: 'q1', text: 'ok', show_alert: true },
      { callback_query_id: 'q2' },
      { callback_query_id: 'q3' },
    ]),
  );
  expect(rig.bots.callsOf('editMessageText')).toHaveLength(2);
});

test('a message that cannot be edited is sent anew; HTML that cannot be parsed is shown plain', async () => {
  const shown: number[] = [];
  rig
    .runner((bot) => bot.on('message', (ctx) => ctx.apply(async () => [screen(5, 'home', 500)])), {
      render: async () => ({ text: '<b>a &amp; b' }),
      onShown: async (_reply, messageId) => void shown.push(messageId),
    })
    .start();
  const parse = {
    error: [400, 'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'],
  } as const;
  for (const description of [
    'message to edit not found',
    "message can't be edited",
    'there is no text in the message to edit',
  ]) {
    rig.bots.next('editMessageText', { error: [400, `Bad Request: ${description}`] });
  }
  rig.bots.next('sendMessage', parse);
  await rig.accept(textUpdate(1, 5), textUpdate(2, 5), textUpdate(3, 5), textUpdate(4, 5));
  await done(4);
  expect(rig.bots.messages.map(({ call }) => call.params)).toMatchObject([
    { text: 'a & b' },
    { text: '<b>a &amp; b', parse_mode: 'HTML' },
    { text: '<b>a &amp; b' },
  ]);
  expect(shown).toEqual([...rig.bots.messages.map(({ id }) => id), 500]);
});

test('Telegram away: replies wait and come; a blocked bot: the person is marked and the lane goes on', async () => {
  await rig.db.insertInto('users').values({ id: 5, first_name: 'x' }).execute();
  rig
    .runner(
      (bot) => bot.on('message', (ctx) => ctx.apply(async () => [screen(5, `s${ctx.update.update_id}`)])),
      {
        random: () => 0,
      },
    )
    .start();
  rig.bots.next(
    'sendMessage',
    { raw: [502, 'bad gateway'] },
    { error: [403, 'Forbidden: bot was blocked by the user'] },
  );
  await rig.accept(textUpdate(1, 5), textUpdate(2, 5));
  await done(2);
  expect(rig.bots.messages.map(({ call }) => call.params['text'])).toEqual(['s2 {}']);
  const user = await rig.db
    .selectFrom('users')
    .select('reachable')
    .where('id', '=', 5)
    .executeTakeFirstOrThrow();
  expect(user.reachable).toBe(false);
});

test('apply twice, or outside the runner, is an error with advice', async () => {
  const messages: string[] = [];
  rig
    .runner((bot) =>
      bot.on('message', async (ctx) => {
        await ctx.apply(async () => []);
        await ctx.apply(async () => []).catch((error: Error) => messages.push(error.message));
      }),
    )
    .start();
  await rig.accept(textUpdate(1, 5));
  await done(1);
  expect(messages).toEqual(['ctx.apply was called twice for one update. Put everything into one effect.']);
});

test('an effect that throws leaves nothing behind; a failing hook does not show its screen twice', async () => {
  let tries = 0;
  rig
    .runner(
      (bot) =>
        bot.on('message', (ctx) =>
          ctx.apply(async (trx) => {
            tries += 1;
            await countEffect(trx, 5);
            if (tries === 1) throw new Error('once');
            return [screen(5)];
          }),
        ),
      {
        random: () => 0,
        // No such generation: the database refuses it.
        onShown: (_reply, messageId, db) =>
          trackProgress(db, { generationId: randomUUID(), chatId: 5, messageId }),
      },
    )
    .start();
  await rig.accept(textUpdate(1, 5));
  await done(1);
  expect([tries, await effects(rig.db, 5)]).toEqual([2, 1]);
  expect(rig.bots.messages).toHaveLength(1);
});
