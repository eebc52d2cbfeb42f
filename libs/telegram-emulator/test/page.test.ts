import { request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';

import type { Message, TelegramEmulator } from '../src/index.ts';
import { png } from './pictures.ts';
import { result, start, until } from './raw.ts';

const post = async (telegram: TelegramEmulator, path: string, body: unknown): Promise<unknown> =>
  (
    await fetch(`${telegram.apiRoot}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json();

/** Status of a request with headers that fetch does not let one set. */
function statusWith(
  telegram: TelegramEmulator,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${telegram.apiRoot}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}

describe('chat page', () => {
  test('is served with its files, a content security policy and no inline script', async () => {
    const telegram = await start();
    const page = await fetch(telegram.pageUrl);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).toContain('Simulated Telegram');
    expect(html).not.toMatch(/<script(?![^>]* src=)|style="|\son\w+=/);
    const assets = [...html.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(assets.length).toBeGreaterThan(5);
    for (const asset of assets) expect((await fetch(telegram.apiRoot + asset)).status, asset).toBe(200);
  });

  test('files outside its folder are not served', async () => {
    const telegram = await start();
    for (const path of ['/page/..%2findex.ts', '/page/%2e%2e/index.ts', '/page/app.ts', '/page/']) {
      expect((await fetch(telegram.apiRoot + path)).status, path).toBe(404);
    }
  });

  test('foreign pages and names that point here are kept out', async () => {
    const telegram = await start();
    expect(await statusWith(telegram, '/sim/users', {})).toBe(200);
    expect(await statusWith(telegram, '/sim/users', { origin: 'https://evil.example' })).toBe(403);
    expect(await statusWith(telegram, '/', { host: 'evil.example' })).toBe(403);
  });

  test('a file is shown only as picture or sound; anything else is a download', async () => {
    const telegram = await start();
    const ann = telegram.user({ id: 5 });
    const html = ann.sendDocument(Buffer.from('<script>alert(1)</script>'), {
      fileName: 'a.html',
      mime: 'text/html',
    });
    const served = await fetch(`${telegram.apiRoot}/sim/file/${html.document?.file_id}`);
    expect(served.headers.get('content-type')).toBe('application/octet-stream');
    expect(served.headers.get('content-disposition')).toBe('attachment');
    const photo = ann.sendPhoto(png(4, 4)).photo?.at(-1)?.file_id;
    const range = await fetch(`${telegram.apiRoot}/sim/file/${photo}`, { headers: { range: 'bytes=0-3' } });
    expect(range.status).toBe(206);
    expect((await range.arrayBuffer()).byteLength).toBe(4);
  });
});

describe('control API', () => {
  test('a person acts, and the events tell of it', async () => {
    const telegram = await start();
    const events: string[] = [];
    const hangUp = new AbortController();
    const stream = await fetch(`${telegram.apiRoot}/sim/events?user=5`, { signal: hangUp.signal });
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) events.push(Buffer.from(chunk as Uint8Array).toString());
    })().catch(() => undefined);
    await post(telegram, '/sim/users', { id: 5, name: 'Ann' });
    await post(telegram, '/sim/message', { user: 5, text: 'hello' });
    const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
    const sent = await result<Message>(telegram, 'sendMessage', { chat_id: 5, text: 'x', reply_markup });
    const tap = { user: 5, messageId: sent.message_id, row: 0, column: 0 };
    const { callbackId } = (await post(telegram, '/sim/tap', tap)) as { callbackId: string };
    await result(telegram, 'answerCallbackQuery', {
      callback_query_id: callbackId,
      text: 'done',
      show_alert: true,
    });
    await until(() => events.join('').includes('callback_answer'), 'the answer was streamed');
    const upload = await fetch(`${telegram.apiRoot}/sim/upload?user=5&as=photo&caption=look`, {
      method: 'POST',
      body: png(4, 4),
    });
    expect(await upload.json()).toMatchObject({ caption: 'look', photo: [{ width: 4 }] });
    const view = (await (await fetch(`${telegram.apiRoot}/sim/chat?user=5`)).json()) as {
      messages: Message[];
    };
    expect(view.messages.map((message) => message.text ?? message.caption)).toEqual(['hello', 'x', 'look']);
    hangUp.abort();
    await reading;
    expect(events.join('')).toContain('event: call');
  });

  test('mistakes are explained', async () => {
    const telegram = await start();
    expect(await post(telegram, '/sim/message', { user: 'x', text: 'a' })).toEqual({
      error: '`user` must be a positive integer.',
    });
    expect(await post(telegram, '/sim/nothing', {})).toEqual({ error: 'There is no POST /sim/nothing.' });
    expect(await post(telegram, '/sim/faults', { method: 'getMe' })).toMatchObject({
      error: expect.stringContaining('needs code, drop or delayMs'),
    });
  });
});
