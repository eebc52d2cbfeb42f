import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { Message } from '../src/index.ts';
import { EMULATOR_TOKEN, createManualClock, sequentialIds, startTelegramEmulator } from '../src/index.ts';
import { png } from './pictures.ts';
import { call, result, start, until } from './raw.ts';

describe('start', () => {
  test('refuses a token that looks real, a foreign host and a wrong port, and says what to do', async () => {
    const real = `1234567890:AA${'Hk3f_Zx9-'.repeat(4)}`.slice(0, 46);
    await expect(startTelegramEmulator({ token: real })).rejects.toThrow('looks like that of a real bot');
    await expect(startTelegramEmulator({ token: real })).rejects.not.toThrow(real);
    await expect(startTelegramEmulator({ token: 'abc' })).rejects.toThrow('token must look like');
    await expect(startTelegramEmulator({ host: '0.0.0.0' })).rejects.toThrow('address of this machine');
    await expect(startTelegramEmulator({ port: -1 })).rejects.toThrow('port must be an integer');
  });

  test('its own token has the shape that libraries and redactors look for', () => {
    expect(EMULATOR_TOKEN).toMatch(/^\d+:[\w-]{30,}$/);
  });

  test('the same ids and clock give the same run', async () => {
    const run = async (): Promise<unknown> => {
      const telegram = await start({ ids: sequentialIds(), clock: createManualClock() });
      telegram.user({ id: 5 }).sendPhoto(png(4, 4));
      await result(telegram, 'sendMessage', { chat_id: 5, text: 'x' });
      return telegram.user({ id: 5 }).messages();
    };
    expect(await run()).toEqual(await run());
  });
});

describe('faults', () => {
  test('an error answer, a number of times', async () => {
    const telegram = await start();
    telegram.faults.add({ method: 'getMe', code: 429, retryAfter: 3, times: 2 });
    const first = await call(telegram, 'GETME');
    expect(first).toMatchObject({ status: 429, parameters: { retry_after: 3 } });
    expect(first.headers.get('retry-after')).toBe('3');
    expect((await call(telegram, 'getMe')).status).toBe(429);
    expect((await call(telegram, 'getMe')).status).toBe(200);
    expect(telegram.calls().map((entry) => [entry.status, entry.fault])).toEqual([
      [429, true],
      [429, true],
      [200, undefined],
    ]);
  });

  test('a lost answer: the message is sent, the caller does not learn it', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    telegram.faults.add({ method: 'sendMessage', drop: true, afterEffect: true });
    await expect(call(telegram, 'sendMessage', { chat_id: 5, text: 'x' })).rejects.toThrow();
    expect(ann.lastMessage()?.text).toBe('x');
  });

  test('a dropped request: nothing is sent', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    telegram.faults.add({ method: 'sendMessage', drop: true });
    await expect(call(telegram, 'sendMessage', { chat_id: 5, text: 'x' })).rejects.toThrow();
    expect(ann.lastMessage()).toBeUndefined();
  });

  test('a delay, a condition and skipped calls', async () => {
    const clock = createManualClock();
    const telegram = await start({ clock });
    telegram.faults.add({ method: 'getMe', delayMs: 5_000 });
    const slow = call(telegram, 'getMe');
    await until(() => telegram.calls().length === 1, 'the call arrived');
    await clock.advance(5_000);
    expect((await slow).ok).toBe(true);
    telegram.faults.add({ code: 502, skip: 1, when: (params) => params['text'] === 'bad' });
    const statuses = [];
    for (const text of ['bad', 'good', 'bad'])
      statuses.push((await call(telegram, 'sendMessage', { text })).status);
    expect(statuses).toEqual([400, 400, 502]);
  });

  test('a fault that does nothing is a mistake', async () => {
    const telegram = await start();
    expect(() => telegram.faults.add({ method: 'getMe' })).toThrow('needs code, drop or delayMs');
    expect(() => telegram.faults.add({ code: 200 })).toThrow('400 to 599');
  });
});

describe('driver', () => {
  test('waitFor says what there was instead', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    await result(telegram, 'sendMessage', { chat_id: 5, text: 'something else' });
    await expect(ann.waitFor((message) => message.text === 'x', { timeoutMs: 5 })).rejects.toThrow(
      'something else',
    );
  });

  test('tap names the buttons there are', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    ann.sendText('hi');
    const reply_markup = { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]] };
    await result(telegram, 'sendMessage', { chat_id: 5, text: 'x', reply_markup });
    expect(() => ann.tap('No')).toThrow('No button "No". Buttons in the chat: "Yes".');
  });

  test('the journal shows uploads by size and never the token', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const form = new FormData();
    form.set('chat_id', '5');
    form.set('photo', new Blob([png(4, 4)]), 'a.png');
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendPhoto`, { method: 'POST', body: form });
    const [entry] = telegram.calls({ method: 'sendphoto' });
    expect(entry?.params).toMatchObject({
      chat_id: '5',
      photo: { file: 'a.png', size: png(4, 4).byteLength },
    });
    expect(JSON.stringify(telegram.calls())).not.toContain(telegram.token);
  });

  test('logCalls writes a line for each call that is no idle poll, without contents', async () => {
    const lines: string[] = [];
    const telegram = await start({ logCalls: true, log: (line) => lines.push(line) });
    telegram.user({ id: 5 }).sendText('hi');
    await result(telegram, 'sendMessage', { chat_id: 5, text: 'a secret' });
    await call(telegram, 'sendMessage', { chat_id: 6, text: 'x' });
    await result(telegram, 'getUpdates');
    await result(telegram, 'getUpdates', { offset: 500_000_002 });
    expect(lines.map((line) => line.replace(/\d+ ms$/, 'N ms'))).toEqual([
      '@kie_emulated_bot sendMessage 200 N ms',
      '@kie_emulated_bot sendMessage 400 Bad Request: chat not found N ms',
      '@kie_emulated_bot getUpdates 200 N ms',
    ]);
  });

  test('reset forgets everything and lets ids go on', async () => {
    const telegram = await start();
    const before = telegram.user({ id: 5 }).sendText('hi');
    telegram.reset();
    expect(telegram.pendingUpdates).toBe(0);
    expect(telegram.user({ id: 5 }).sendText('again').message_id).toBeGreaterThan(before.message_id);
  });
});

describe('dataDir', () => {
  test('chats, files, updates, commands and the webhook survive a restart', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'telegram-emulator-'));
    try {
      const bytes = png(6, 6);
      const first = await start({ dataDir });
      first.user({ id: 5, name: 'Eve' }).sendPhoto(bytes);
      const sent = await result<Message>(first, 'sendMessage', { chat_id: 5, text: 'kept' });
      await result(first, 'setMyCommands', { commands: [{ command: 'a', description: 'b' }] });
      await first.stop();

      const second = await start({ dataDir });
      const eve = second.user({ id: 5 });
      expect(eve.user.first_name).toBe('Eve');
      expect(eve.messages().map((message) => message.text ?? 'photo')).toEqual(['photo', 'kept']);
      expect(second.pendingUpdates).toBe(1);
      expect(await result(second, 'getMyCommands')).toHaveLength(1);
      const edited = await call(second, 'editMessageText', {
        chat_id: 5,
        message_id: sent.message_id,
        text: 'new',
      });
      expect(edited.ok).toBe(true);
      const fileId = eve.messages()[0]?.photo?.at(-1)?.file_id;
      const { file_path } = await result<{ file_path: string }>(second, 'getFile', { file_id: fileId });
      const back = await fetch(`${second.apiRoot}/file/bot${second.token}/${file_path}`);
      expect(Buffer.from(await back.arrayBuffer())).toEqual(Buffer.from(bytes));
      await result(second, 'setWebhook', { url: 'http://127.0.0.1:1/a', secret_token: 's' });
      await second.stop();

      const third = await start({ dataDir });
      expect(await result(third, 'getWebhookInfo')).toMatchObject({ url: 'http://127.0.0.1:1/a' });
      await third.stop();
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  test('the state is on disk shortly after a change, so a killed process loses next to nothing', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'telegram-emulator-'));
    try {
      const telegram = await start({ dataDir });
      telegram.user({ id: 5 }).sendText('remember me');
      const saved = (): boolean => {
        const path = join(dataDir, 'state.json');
        return existsSync(path) && readFileSync(path, 'utf8').includes('remember me');
      };
      await until(saved, 'the state was written');
      await telegram.stop();
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  test('a state file of something else is refused by name', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'telegram-emulator-'));
    try {
      await writeFile(join(dataDir, 'state.json'), 'not json');
      await expect(startTelegramEmulator({ dataDir })).rejects.toThrow('state.json is not a state file');
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });
});
