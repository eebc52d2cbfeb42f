// The client in a page of Chromium. The page has no key: it talks to a proxy of its own origin, which adds it.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

interface Page {
  on(event: string, listener: (value: unknown) => void): void;
  goto(url: string): Promise<unknown>;
  waitForFunction(code: string, argument?: unknown, options?: { timeout: number }): Promise<unknown>;
  textContent(selector: string): Promise<string | null>;
}

const PAGE = `import { createKieClient } from '@kie/client';
const base = location.origin + '/kie';
const kie = createKieClient({ apiKey: 'added-by-the-proxy', baseUrl: base, uploadBaseUrl: base });
const task = await kie.run('z-image', { prompt: 'a fox', aspect_ratio: '1:1' });
const { url } = await kie.uploadFile(new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])]));
document.body.textContent = ['works', task.status, task.files[0].kind, url !== ''].join(' ');
document.title = 'done';`;

export async function browse(dir: string, kieUrl: string): Promise<[boolean, string]> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return [false, 'no Chromium on this machine: not run'];
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: dir },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const keys = new Set<string | undefined>();
  const proxy = createServer((request, response) => {
    const path = request.url ?? '/';
    if (!path.startsWith('/kie/')) {
      response.setHeader('content-type', path === '/page.js' ? 'text/javascript' : 'text/html');
      response.end(
        path === '/page.js' ? outputFiles[0]?.text : '<body><script type="module" src="/page.js"></script>',
      );
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const headers = {
        authorization: 'Bearer the-real-key',
        'content-type': request.headers['content-type'] ?? '',
      };
      keys.add(request.headers.authorization);
      const body = request.method === 'POST' ? new Uint8Array(Buffer.concat(chunks)) : null;
      const answer = await fetch(kieUrl + path.slice('/kie'.length), {
        method: request.method ?? 'GET',
        headers,
        body,
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const require = createRequire(join(import.meta.dirname, 'runtimes/package.json'));
  const { chromium } = require('playwright-core') as {
    chromium: {
      launch(
        options: object,
      ): Promise<{ newPage(): Promise<Page>; close(): Promise<void>; version(): string }>;
    };
  };
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${port}/`);
    await page
      .waitForFunction("document.title === 'done'", undefined, { timeout: 20_000 })
      .catch(() => undefined);
    const text = (await page.textContent('body')) ?? '';
    const ok = text.includes('works succeeded image true') && !keys.has('Bearer the-real-key');
    return [ok, `${browser.version()}: ${ok ? text.trim() : errors.join(' ')}`];
  } finally {
    await browser.close();
    proxy.closeAllConnections();
    proxy.close();
  }
}
