import { startTelegramEmulator, type TelegramEmulator } from '@kie/telegram-emulator';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '../src/chromium.ts';

const executablePath = findChromium();

test('there is a browser', () => {
  // Without one the tests below are skipped, which CI must never do.
  if (process.env.CI === 'true')
    expect(executablePath, 'install chromium, or set CHROMIUM_PATH').toBeDefined();
});

/** The chat page of @kie/telegram-emulator as people and other tests use it, without any bot of ours. */
describe.skipIf(executablePath === undefined)('chat page of the Telegram emulator', () => {
  let browser: Browser;
  let telegram: TelegramEmulator;
  const pages: Page[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    telegram = await startTelegramEmulator({ log: () => undefined });
    errors.length = 0;
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
    await telegram.stop();
    expect(errors).toEqual([]);
  });

  async function open(query = '', width = 1_200): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    pages.push(page);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${telegram.pageUrl}${query}`);
    await page.locator('body[data-ready]').waitFor();
    return page;
  }

  async function api<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    const body = (await response.json()) as { ok: boolean; result: T; description?: string };
    if (!body.ok) throw new Error(body.description);
    return body.result;
  }

  test('a person writes, the bot answers with buttons, a tap shows an alert', async () => {
    const page = await open('?user=1001&name=Ann');
    await page.getByTestId('start-button').click();
    await page.getByTestId('message').first().waitFor();
    const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
    await api('sendMessage', { chat_id: 1001, text: '<b>Pick</b>', parse_mode: 'HTML', reply_markup });
    const button = page.getByTestId('inline-button');
    await button.click();
    await page.locator('[data-testid="inline-button"][aria-busy="true"]').waitFor();
    const updates = await api<{ callback_query?: { id: string } }[]>('getUpdates');
    const callback_query_id = updates.at(-1)?.callback_query?.id;
    await api('answerCallbackQuery', { callback_query_id, text: 'Sure?', show_alert: true });
    await page.getByTestId('alert').getByText('Sure?').waitFor();
    await page.getByTestId('alert-ok').click();
  });

  test('hostile text stays text', async () => {
    telegram.user({ id: 1001 }).sendText('<img src=x onerror="document.title=1">');
    const text = '<script>document.title="owned"</script>';
    const entities = [{ type: 'text_link', offset: 0, length: 8, url: 'javascript:alert(1)' }];
    await api('sendMessage', { chat_id: 1001, text, entities });
    const page = await open();
    await page.getByTestId('message').nth(1).waitFor();
    expect(await page.getByTestId('message-text').nth(1).innerText()).toContain('<script>');
    expect(
      await page.locator('.messages img, .messages script, .messages a[href^="javascript"]').count(),
    ).toBe(0);
    expect(await page.title()).toContain('Simulated Telegram');
  });

  test('the fault switch breaks the next call and tells when it is healed', async () => {
    telegram.user({ id: 1001 }).sendText('hi');
    const page = await open();
    await page.getByTestId('faults').locator('summary').click();
    await page.getByTestId('fault-method').selectOption('sendMessage');
    await page.getByTestId('fault-kind').selectOption({ label: 'Flood limit (429, retry after 3 s)' });
    await page.getByTestId('fault-add').click();
    await page.getByTestId('fault-item').waitFor();
    expect(telegram.faults.list()).toMatchObject([
      { method: 'sendMessage', code: 429, retryAfter: 3, times: 1 },
    ]);
    await expect(api('sendMessage', { chat_id: 1001, text: 'x' })).rejects.toThrow('retry after 3');
    await page.getByTestId('fault-item').waitFor({ state: 'detached' });
    await page.locator('.call.failed[data-method="sendMessage"]').waitFor();
    await api('sendMessage', { chat_id: 1001, text: 'through' });
    await page.getByText('through').waitFor();
    await page.getByTestId('fault-add').click();
    await page.getByTestId('fault-item').waitFor();
    await page.getByTestId('fault-clear').click();
    await page.getByTestId('fault-item').waitFor({ state: 'detached' });
    expect(telegram.faults.list()).toEqual([]);
  });

  test('a group: made on the page, two people see each other and the bot', async () => {
    telegram.user({ id: 1002, name: 'Bob' });
    const ann = await open('?user=1001&name=Ann');
    await ann.getByTestId('user-switch').click();
    await ann.getByTestId('group-add').click();
    await ann.getByTestId('prompt-input').fill('Family');
    await ann.getByTestId('prompt-ok').click();
    await ann.getByTestId('chat-title').getByText('Family').waitFor();
    await ann.getByText('Ann created the group').waitFor();
    const chat = Number(new URL(ann.url()).searchParams.get('chat'));
    const bob = await open(`?user=1002&chat=${chat}`);
    await bob.getByTestId('composer-input').fill('hello all');
    await bob.getByTestId('send-button').click();
    await ann.getByText('hello all').waitFor();
    await ann.getByTestId('sender').getByText('Bob').waitFor();
    await api('sendMessage', { chat_id: chat, text: 'I am the bot' });
    await bob.getByText('I am the bot').waitFor();
    expect(await bob.locator('[data-testid="message"].out').count()).toBe(1);
    await ann.getByTestId('more-button').click();
    await ann.getByTestId('migrate-button').click();
    await ann.getByText('This supergroup was a group before').waitFor();
    await bob.getByTestId('user-switch').click();
    await bob.getByTestId('private-item').click();
    await bob.getByTestId('start-button').waitFor();
  });

  test('two bots: the page goes from one to the other', async () => {
    const other = telegram.addBot({
      token: '7000000002:EMULATOR-second',
      botUsername: 'second_bot',
      botName: 'Second',
    });
    telegram.user({ id: 1001 });
    const page = await open('?user=1001');
    await page.getByTestId('user-switch').click();
    await page.getByTestId('bot-item').click();
    await page.getByTestId('chat-title').getByText('Second').waitFor();
    await page.getByTestId('start-button').click();
    await page.getByTestId('message').first().waitFor();
    expect([telegram.pendingUpdates, other.pendingUpdates]).toEqual([0, 1]);
  });

  test('photos as an album, a file, a voice message and a payment', async () => {
    telegram.user({ id: 1001 }).sendText('hi');
    const page = await open();
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const photos = ['a.png', 'b.png'].map((name) => ({ name, mimeType: 'image/png', buffer: picture }));
    await page.getByTestId('attach-media').setInputFiles(photos);
    await page.getByTestId('send-confirm').click();
    await page.locator('[data-kind="album"]').waitFor();
    await page
      .getByTestId('attach-file')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByTestId('send-confirm').click();
    await page.locator('[data-kind="document"]').waitFor();
    await page
      .getByTestId('attach-voice')
      .setInputFiles({ name: 'a.ogg', mimeType: 'audio/ogg', buffer: Buffer.from('OggS') });
    await page.locator('[data-kind="voice"]').waitFor();
    await api('sendInvoice', {
      chat_id: 1001,
      title: 'Credits',
      description: '100 credits',
      payload: 'order',
      currency: 'XTR',
      prices: [{ label: 'Credits', amount: 50 }],
    });
    await page.getByTestId('inline-button').filter({ hasText: 'Pay' }).click();
    await page.getByTestId('pay-confirm').click();
    let checkout: string | undefined;
    while (checkout === undefined) {
      const updates = await api<{ pre_checkout_query?: { id: string } }[]>('getUpdates', { timeout: 5 });
      checkout = updates.at(-1)?.pre_checkout_query?.id;
    }
    await api('answerPreCheckoutQuery', { pre_checkout_query_id: checkout, ok: true });
    await page.getByText('You paid ⭐️ 50').first().waitFor();
    const kinds = telegram
      .user({ id: 1001 })
      .messages()
      .map((message) => Object.keys(message).at(-1));
    expect(kinds).toEqual([
      'text',
      'media_group_id',
      'media_group_id',
      'document',
      'voice',
      'reply_markup',
      'successful_payment',
    ]);
  });

  test('fits a phone and follows the theme', async () => {
    telegram.user({ id: 1001 }).sendText('hi');
    await api('sendMessage', { chat_id: 1001, text: 'A long answer. '.repeat(30) });
    const page = await open('', 390);
    await page.getByTestId('message').nth(1).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(overflow).toBe(false);
    const background = (): Promise<string> =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('.chat-head') ?? document.body).backgroundColor,
      );
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
  });
});
