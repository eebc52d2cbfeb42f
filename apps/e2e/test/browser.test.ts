import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlayground, type Playground } from '@kie/playground';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../src/chromium.ts';

const executablePath = findChromium();
const inCi = process.env.CI === 'true';
const artefacts = join(import.meta.dirname, '../artefacts');

test('there is a browser', () => {
  // Without one the tests below are skipped, which CI must never do.
  if (inCi) expect(executablePath, 'install chromium, or set CHROMIUM_PATH').toBeDefined();
});

/** What a person does in the chat page, by what they see. */
class ChatPage {
  readonly page: Page;
  readonly #errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.#errors.push(error.message));
  }

  get errors(): readonly string[] {
    return this.#errors;
  }

  async shot(name: string): Promise<void> {
    // Images and players finish loading, scrolling settles.
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: join(artefacts, `${name}.png`) });
  }

  /** Sends a text and waits until it stands in the chat, so that what is newest is newer than it. */
  async write(text: string): Promise<void> {
    const messages = this.page.getByTestId('message');
    const before = await messages.count();
    await this.page.getByTestId('composer-input').fill(text);
    await this.page.getByTestId('send-button').click();
    await messages.nth(before).waitFor();
  }

  async sendPhoto(bytes: Buffer): Promise<void> {
    const file = { name: 'photo.png', mimeType: 'image/png', buffer: bytes };
    await this.page.getByTestId('attach-media').setInputFiles(file);
    await this.page.getByTestId('send-confirm').click();
  }

  /** The newest bubble of the chat. */
  newest(): Locator {
    return this.page.getByTestId('message').last();
  }

  /** The button of the newest message whose text contains the words; older cards are history. */
  button(words: string): Locator {
    return this.newest().getByTestId('inline-button').filter({ hasText: words });
  }

  async tap(words: string): Promise<void> {
    await this.button(words).click({ timeout: 15_000 });
  }

  /** Taps a model, turning the pages of its category until it is there. */
  async pick(category: string, model: string): Promise<void> {
    await this.write('/start');
    await this.tap(category);
    for (let page = 1; page < 20; page++) {
      await this.newest().getByText(`Page ${page} of`).waitFor();
      if ((await this.button(model).count()) > 0) return await this.button(model).first().click();
      await this.tap('Next');
    }
    throw new Error(`no model "${model}" under ${category}`);
  }

  /** The newest message whose own text (not its buttons) contains the words. */
  message(words: string): Locator {
    return this.page.getByTestId('message-text').filter({ hasText: words }).last();
  }
}

describe.skipIf(executablePath === undefined)('in the browser', () => {
  let folder: string;
  let playground: Playground;
  let browser: Browser;
  let chat: ChatPage;

  beforeAll(async () => {
    rmSync(artefacts, { recursive: true, force: true });
    mkdirSync(artefacts, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'kie-browser-'));
    playground = await startPlayground({ dataDir: folder, speed: 20, ports: { chat: 0, kie: 0, bot: 0 } });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    chat = new ChatPage(await browser.newPage({ viewport: { width: 1100, height: 860 } }));
    await chat.page.goto(playground.chatUrl ?? '');
    await chat.page.locator('body[data-ready]').waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('Start leads to the welcome with credits', async () => {
    await chat.page.getByTestId('start-button').click();
    await chat.message('Hi, Ann!').waitFor();
    expect(await chat.message('Hi, Ann!').textContent()).toContain('1,000 credits');
    await chat.shot('01-welcome');
  });

  test('an image: model by category, prompt, price on the button, picture in the chat, credits captured', async () => {
    await chat.pick('Image', 'Z-Image');
    await chat.message('Write it as a message').waitFor();
    await chat.write('a lighthouse at dawn, oil painting 🌅');
    await chat.button('🚀 Generate').waitFor();
    expect(await chat.button('🚀 Generate').textContent()).toMatch(/Generate · \d+ cr/);
    await chat.shot('02-card');
    await chat.tap('🚀 Generate');
    await chat
      .message('charged only when you get the result')
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
    await chat.shot('03-progress');
    const result = chat.page
      .getByTestId('message')
      .filter({ has: chat.page.locator('img') })
      .last();
    await result.waitFor({ timeout: 30_000 });
    const size = await result
      .locator('img')
      .first()
      .evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        return image.naturalWidth;
      });
    expect(size).toBeGreaterThan(200);
    await chat.message('✅ Done').waitFor({ timeout: 15_000 });
    await chat.shot('04-picture');
    // The picture of the root README.
    await chat.page.setViewportSize({ width: 720, height: 860 });
    await chat.shot('04-picture-readme');
    await chat.page.setViewportSize({ width: 1100, height: 860 });
    expect(await balanceNow(chat)).toBe(999);
    expect(await chat.message('💳 Balance').textContent()).toMatch(/charged/);
    await chat.shot('05-balance');
  });

  test('a video plays', async () => {
    await chat.pick('Video', 'V1 Lite Text');
    await chat.message('Write it as a message').waitFor();
    await chat.write('waves roll onto a beach at night');
    await chat.tap('🚀 Generate');
    const video = chat.page.locator('[data-testid="message"] video').last();
    await video.waitFor({ timeout: 60_000 });
    const played = await video.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      await element.play();
      await new Promise((resolve) => setTimeout(resolve, 600));
      return { width: element.videoWidth, time: element.currentTime, duration: element.duration };
    });
    expect(played.width).toBeGreaterThan(100);
    expect(played.time).toBeGreaterThan(0);
    expect(played.duration).toBeGreaterThan(1);
    await chat.shot('06-video');
  }, 90_000);

  test('a voice is heard', async () => {
    await chat.pick('Audio', 'Turbo 2.5');
    await chat.message('Write it as a message').waitFor();
    await chat.write('Good morning, dear listeners.');
    await chat.button('🚀 Generate').waitFor();
    await chat.tap('🚀 Generate');
    const audio = chat.page.locator('[data-testid="message"] audio').last();
    await audio.waitFor({ state: 'attached', timeout: 60_000 });
    const duration = await audio.evaluate(
      (element: HTMLAudioElement) =>
        new Promise<number>((resolve) => {
          if (element.readyState > 0) resolve(element.duration);
          element.addEventListener('loadedmetadata', () => resolve(element.duration), { once: true });
          element.load();
        }),
    );
    expect(duration).toBeGreaterThan(0.5);
    await chat.shot('07-voice');
  }, 90_000);

  test('a photo sent in the chat becomes a new picture', async () => {
    const photo = readFileSync(join(artefacts, '04-picture.png'));
    await chat.sendPhoto(photo);
    await chat.message('What shall I do with it?').waitFor();
    await chat.shot('08-photo');
    const before = await chat.page.locator('[data-testid="message"] img').count();
    await chat.tap('Remove background');
    await chat.tap('🚀 Generate');
    await chat.page.waitForFunction(
      (n) => document.querySelectorAll('[data-testid="message"] img').length > n,
      before,
      { timeout: 60_000 },
    );
    await chat.shot('09-photo-result');
    const task = playground.kie?.tasks().at(-1);
    // The photo went to KIE by an upload of ours; Telegram's link holds the token and must never leave.
    expect(JSON.stringify(task?.input)).not.toContain('7000000001:');
  }, 90_000);

  test('a failure says why and gives the credits back', async () => {
    const before = await balanceNow(chat);
    await chat.pick('Image', 'Z-Image');
    await chat.message('Write it as a message').waitFor();
    await chat.write('something that is refused [fail]');
    await chat.tap('🚀 Generate');
    await chat.message('returned.').waitFor({ timeout: 30_000 });
    expect(await chat.message('returned.').textContent()).toMatch(/flagged|refused/i);
    await chat.shot('10-failure');
    expect(await balanceNow(chat)).toBe(before);
  }, 60_000);

  test('the helper writes a fuller prompt, and the own one stays until it is taken', async () => {
    await chat.pick('Image', 'Z-Image');
    await chat.message('Write it as a message').waitFor();
    await chat.write('a cat in the rain');
    await chat.tap('Improve');
    await chat.message('fuller version').waitFor();
    const proposal = (await chat.page.locator('blockquote').last().textContent()) ?? '';
    expect(proposal.length).toBeGreaterThan('a cat in the rain'.length);
    await chat.shot('11-improve');
    await chat.tap('Keep mine');
    await chat.button('🚀 Generate').waitFor();
    await chat.message('📝 a cat in the rain').waitFor();
    await chat.tap('Improve');
    await chat.tap('Use it');
    await chat.message(proposal.slice(0, 40)).waitFor();
  }, 60_000);

  test('history knows it all, also in Russian, also on a phone', async () => {
    await chat.page.setViewportSize({ width: 390, height: 844 });
    await chat.write('/history');
    await chat.button('❌').waitFor();
    expect(await chat.button('❌').count()).toBe(1);
    expect(await chat.button('✅').count()).toBe(4);
    await chat.shot('12-history-phone');
    await chat.write('/start');
    await chat.tap('Русский');
    await chat.message('Главная').waitFor();
    await chat.shot('13-home-phone-ru');
    await chat.tap('Видео');
    await chat.message('Видео-модели').waitFor();
    await chat.shot('14-catalogue-phone-ru');
    expect(chat.errors).toEqual([]);
  });
});

/** Asks for the balance and reads the answer. */
async function balanceNow(chat: ChatPage): Promise<number> {
  await chat.write('/balance');
  const answer = chat.newest().getByTestId('message-text').filter({ hasText: '💳 Balance' });
  await answer.waitFor();
  const text = (await answer.textContent()) ?? '';
  return Number(/([\d,]+) credits?/.exec(text)?.[1]?.replace(',', '') ?? Number.NaN);
}
