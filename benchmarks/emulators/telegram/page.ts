// A chat of 1,000 messages in a browser: from the answer of `/sim/chat` to the painted frame, and the whole load.
import { existsSync } from 'node:fs';
import { startTelegramEmulator } from '@kie/telegram-emulator';
import { chromium } from 'playwright-core';

export interface PageResult {
  /** Milliseconds from the start of navigation until all messages are in the page and a frame is painted. */
  shown: number;
  /** The part of it after the data arrived. */
  drawn: number;
  /** Processor time of the page's main thread for the whole load; does not grow when the machine is busy. */
  work: number;
}

const executablePath = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium'].find(
  (path) => path !== '' && existsSync(path),
);

/** undefined without a browser. */
export async function measurePage(messages: number, runs: number): Promise<PageResult[] | undefined> {
  if (executablePath === undefined) return undefined;
  const telegram = await startTelegramEmulator({ log: () => undefined });
  const ann = telegram.user({ id: 1_001 });
  ann.sendText('hi');
  for (let index = 1; index < messages / 2; index += 1) ann.sendText(`message ${index}`);
  for (let index = 0; index < messages / 2; index += 1) {
    const reply_markup = {
      inline_keyboard: [
        [
          { text: 'One', callback_data: '1' },
          { text: 'Two', callback_data: '2' },
        ],
      ],
    };
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: 1_001,
        text: `<b>answer</b> ${index}`,
        parse_mode: 'HTML',
        reply_markup,
      }),
    });
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const results: PageResult[] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1_200, height: 800 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (document.body?.dataset['ready'] === undefined) return;
        seen.disconnect();
        requestAnimationFrame(() =>
          setTimeout(() => Object.assign(globalThis, { shownAt: performance.now() })),
        );
      });
      seen.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(`${telegram.pageUrl}?user=1001`);
    await page.waitForFunction(() => 'shownAt' in globalThis);
    const { metrics } = await session.send('Performance.getMetrics');
    const work = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
    const times = await page.evaluate(() => {
      const shown = (globalThis as unknown as { shownAt: number }).shownAt;
      const data = performance
        .getEntriesByType('resource')
        .find((entry) => entry.name.includes('/sim/chat')) as PerformanceResourceTiming | undefined;
      return { shown, drawn: shown - (data?.responseEnd ?? 0) };
    });
    results.push({ ...times, work });
    const count = await page.locator('[data-testid="message"]').count();
    if (count !== messages) throw new Error(`${count} messages were shown instead of ${messages}`);
    await page.close();
  }
  await browser.close();
  await telegram.stop();
  return results;
}
