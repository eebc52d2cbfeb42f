import { describe, expect, test } from 'vitest';

import { call, request, start } from './raw.ts';

/** The envelope of answers: ClientManager.cpp and Query.cpp of tdlib/telegram-bot-api 01a3679. */
describe('envelope', () => {
  test('success: ok and result', async () => {
    const telegram = await start();
    const answer = await call(telegram, 'getMe');
    expect(answer).toMatchObject({ status: 200, ok: true });
    expect(answer.result).toMatchObject({ is_bot: true, username: 'kie_emulated_bot', id: 7_000_000_001 });
  });

  test('method names are case-insensitive', async () => {
    const telegram = await start();
    expect((await call(telegram, 'GETME')).ok).toBe(true);
  });

  test('an unknown method is 404 and is logged loudly', async () => {
    const lines: string[] = [];
    const telegram = await start({ log: (line) => lines.push(line) });
    const answer = await call(telegram, 'sendTelepathy');
    expect(answer).toMatchObject({ status: 404, errorCode: 404, description: 'Not Found: method not found' });
    expect(lines.join()).toContain('UNKNOWN METHOD sendTelepathy');
  });

  test.each([
    ['/botrubbish/getMe', 401, 'Unauthorized: invalid token specified'],
    ['/bot123:wrong-token/getMe', 401, 'Unauthorized'],
    ['/nothing', 404, 'Not Found'],
  ])('%s is %d %s', async (path, status, description) => {
    const telegram = await start();
    expect(await request(telegram, path)).toMatchObject({ status, errorCode: status, description });
  });

  test.each([
    ['GET with a query', (root: string) => [`${root}?chat_id=5&text=x`, {}] as const],
    [
      'urlencoded',
      (root: string) =>
        [root, { method: 'POST', body: new URLSearchParams({ chat_id: '5', text: 'x' }) }] as const,
    ],
    [
      'JSON',
      (root: string) =>
        [
          root,
          {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{"chat_id":5,"text":"x"}',
          },
        ] as const,
    ],
  ])('arguments come as %s', async (_name, build) => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const [path, init] = build(`/bot${telegram.token}/sendMessage`);
    expect((await request(telegram, path, init)).result).toMatchObject({ text: 'x', chat: { id: 5 } });
  });

  test('JSON inside a form field and JSON as an object mean the same', async () => {
    const telegram = await start();
    telegram.user({ id: 5 }).sendText('hi');
    const markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] };
    const form = new URLSearchParams({ chat_id: '5', text: 'x', reply_markup: JSON.stringify(markup) });
    const first = await request(telegram, `/bot${telegram.token}/sendMessage`, {
      method: 'POST',
      body: form,
    });
    const second = await call(telegram, 'sendMessage', { chat_id: 5, text: 'x', reply_markup: markup });
    expect(first.result).toMatchObject({ reply_markup: markup });
    expect(second.result).toMatchObject({ reply_markup: markup });
  });

  test('a body that is no JSON object is refused', async () => {
    const telegram = await start();
    const answer = await request(telegram, `/bot${telegram.token}/getMe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer).toMatchObject({
      status: 400,
      description: "Bad Request: can't parse request JSON object",
    });
  });
});
