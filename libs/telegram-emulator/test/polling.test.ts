import { describe, expect, test } from 'vitest';

import type { TelegramEmulator } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { call, result, start, until } from './raw.ts';

interface Update {
  update_id: number;
  message?: { text: string };
  [type: string]: unknown;
}

const SLOW = 50;
const poll = (telegram: TelegramEmulator, params: Record<string, unknown> = {}): Promise<Update[]> =>
  result<Update[]>(telegram, 'getUpdates', params);
const texts = (updates: Update[]): (string | undefined)[] => updates.map((update) => update.message?.text);

/** Line numbers: telegram-bot-api/Client.cpp at 01a3679. */
describe('getUpdates', () => {
  test('15709: waits up to `timeout` and answers as soon as there is something', async () => {
    const telegram = await start();
    const waiting = poll(telegram, { timeout: SLOW });
    await until(() => telegram.openPolls === 1, 'a poll is open');
    telegram.user().sendText('now');
    expect(texts(await waiting)).toEqual(['now']);
  });

  test('16384: an empty queue answers [] when the time is over', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    const waiting = poll(telegram, { timeout: 7 });
    await until(() => telegram.openPolls === 1, 'a poll is open');
    await clock.advance(6_900);
    expect(telegram.openPolls).toBe(1);
    await clock.advance(200);
    expect(await waiting).toEqual([]);
  });

  test('16424: updates that come together are answered together', async () => {
    const telegram = await start();
    const waiting = poll(telegram, { timeout: SLOW });
    await until(() => telegram.openPolls === 1, 'a poll is open');
    for (const text of ['a', 'b', 'c']) telegram.user().sendText(text);
    expect(texts(await waiting)).toEqual(['a', 'b', 'c']);
  });

  test('16336: the same updates come again until `offset` passes them', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    for (const text of ['a', 'b']) telegram.user().sendText(text);
    const first = await poll(telegram);
    await clock.advance(5_000);
    expect(await poll(telegram)).toEqual(first);
    const offset = (first[0]?.update_id ?? 0) + 1;
    expect(texts(await poll(telegram, { offset }))).toEqual(['b']);
    await clock.advance(5_000);
    expect(texts(await poll(telegram))).toEqual(['b']);
  });

  test('16326: a negative offset keeps the last ones and forgets the rest', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    for (const text of ['a', 'b', 'c']) telegram.user().sendText(text);
    expect(texts(await poll(telegram, { offset: -2 }))).toEqual(['b', 'c']);
    await clock.advance(5_000);
    expect(texts(await poll(telegram))).toEqual(['b', 'c']);
  });

  test('TQueue.cpp 304: an offset far in the future confirms nothing', async () => {
    const telegram = await start();
    telegram.user().sendText('a');
    expect(texts(await poll(telegram, { offset: 2_000_000_000 }))).toEqual(['a']);
  });

  test('15708: `limit` is clamped to 1..100', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    for (let index = 0; index < 120; index += 1) telegram.user().sendText(`m${index}`);
    expect(await poll(telegram, { limit: 1_000 })).toHaveLength(100);
    await clock.advance(5_000);
    expect(await poll(telegram, { limit: 0 })).toHaveLength(1);
  });

  test('15714: the same offset again within 3 s waits up to 3 s even without `timeout`', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    expect(await poll(telegram, { offset: 1 })).toEqual([]);
    await clock.advance(100);
    const held = poll(telegram, { offset: 1 });
    await until(() => telegram.openPolls === 1, 'the poll is held');
    await clock.advance(3_100);
    expect(await held).toEqual([]);
  });

  test('15717: the same offset again within half a second gives one update', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    for (const text of ['a', 'b']) telegram.user().sendText(text);
    expect(await poll(telegram, { offset: 1 })).toHaveLength(2);
    await clock.advance(400);
    expect(await poll(telegram, { offset: 1 })).toHaveLength(1);
  });

  test('a caller that hangs up frees its place', async () => {
    const telegram = await start();
    const hangUp = new AbortController();
    const waiting = call(telegram, 'getUpdates', { timeout: SLOW }, hangUp.signal).catch(() => undefined);
    await until(() => telegram.openPolls === 1, 'a poll is open');
    hangUp.abort();
    await waiting;
    await until(() => telegram.openPolls === 0, 'the poll is gone');
  });
});

describe('409 Conflict', () => {
  const OTHER =
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

  test('16375: a newer poll that will wait ends the older one', async () => {
    const telegram = await start();
    const older = call(telegram, 'getUpdates', { timeout: SLOW });
    await until(() => telegram.openPolls === 1, 'the older poll is open');
    const newer = call(telegram, 'getUpdates', { timeout: SLOW });
    expect(await older).toMatchObject({ status: 409, description: OTHER });
    telegram.user().sendText('x');
    expect((await newer).ok).toBe(true);
    expect(telegram.maxOpenPolls).toBe(2);
  });

  test('16375: a newer poll with an answer at hand ends nobody', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    telegram.user().sendText('x');
    const [update] = await poll(telegram);
    const older = poll(telegram, { timeout: SLOW, offset: (update?.update_id ?? 0) + 1 });
    await until(() => telegram.openPolls === 1, 'the older poll is open');
    expect(await poll(telegram, { offset: 5, timeout: 0 })).toEqual([]);
    expect(telegram.openPolls).toBe(1);
    telegram.user().sendText('y');
    expect(texts(await older)).toEqual(['y']);
  });

  test('15701: getUpdates while a webhook is set', async () => {
    const telegram = await start();
    await result(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/hook' });
    expect(await call(telegram, 'getUpdates')).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
  });

  test('16218: setWebhook ends a waiting poll', async () => {
    const telegram = await start();
    const waiting = call(telegram, 'getUpdates', { timeout: SLOW });
    await until(() => telegram.openPolls === 1, 'a poll is open');
    await result(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/hook' });
    expect(await waiting).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by setWebhook request',
    });
  });

  test('16238: a second 409 within 3 s is held back for 3 s', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    await result(telegram, 'setWebhook', { url: 'http://127.0.0.1:1/hook' });
    expect((await call(telegram, 'getUpdates')).status).toBe(409);
    let answered = false;
    const second = call(telegram, 'getUpdates').then((answer) => {
      answered = true;
      return answer;
    });
    await until(() => telegram.calls({ method: 'getUpdates' }).length === 2, 'the second call arrived');
    await clock.advance(2_900);
    expect(answered).toBe(false);
    await clock.advance(200);
    expect((await second).status).toBe(409);
  });
});

describe('allowed_updates (16889-16945)', () => {
  const typesAfter = async (telegram: TelegramEmulator): Promise<string[]> => {
    const ann = telegram.user({ id: 9 });
    const message = ann.sendText('hello');
    ann.react(message, '👍');
    const updates = await poll(telegram, { offset: -100 });
    return updates.flatMap((update) => Object.keys(update).filter((key) => key !== 'update_id'));
  };

  test.each([
    ['the default leaves reactions out', undefined, ['message']],
    ['[] means the default', [], ['message']],
    ['unknown names alone mean the default', ['nonsense'], ['message']],
    ['a list is followed', ['message_reaction'], ['message_reaction']],
    ['names are case-insensitive', ['Message', 'MESSAGE_REACTION'], ['message', 'message_reaction']],
  ])('%s', async (_name, allowed, expected) => {
    const telegram = await start();
    await poll(telegram, allowed === undefined ? {} : { allowed_updates: allowed });
    expect(await typesAfter(telegram)).toEqual(expected);
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['not JSON', '{{'],
    ['not a list', '{}'],
    ['not a list of strings', [1]],
  ])('%s keeps the previous setting', async (_name, allowed) => {
    const telegram = await start();
    await poll(telegram, { allowed_updates: ['message_reaction'] });
    await poll(telegram, { offset: 3, ...(allowed === undefined ? {} : { allowed_updates: allowed }) });
    expect(await typesAfter(telegram)).toEqual(['message_reaction']);
  });

  test('the rule applies when an update is created, not when it is read', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    telegram.user().sendText('before');
    expect(texts(await poll(telegram, { allowed_updates: ['callback_query'] }))).toEqual(['before']);
  });
});

describe('life of undelivered updates (16962-17260)', () => {
  test.each([
    ['a message', 24 * 3_600_000],
    ['a tap', 150_000],
  ])('%s lives %d ms', async (kind, life) => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    const ann = telegram.user();
    ann.sendText('hello');
    if (kind === 'a tap') {
      await result(telegram, 'sendMessage', {
        chat_id: ann.id,
        text: 'tap',
        reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: 'b' }]] },
      });
      const [first] = await poll(telegram);
      await poll(telegram, { offset: (first?.update_id ?? 0) + 1, timeout: 0 });
      ann.tap('b');
    }
    await clock.advance(life - 1_000);
    expect(telegram.pendingUpdates).toBe(1);
    await clock.advance(2_000);
    expect(telegram.pendingUpdates).toBe(0);
  });
});
