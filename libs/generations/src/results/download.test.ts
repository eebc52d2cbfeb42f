import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createDownload } from './download.ts';
import type { DownloadOptions } from './download.ts';
import { createPinnedGet } from './pinned-fetch.ts';

const { signal } = new AbortController();
const ok = async () => new Response('bytes');

async function read(url: string, options: DownloadOptions = {}): Promise<string> {
  return new Response(await createDownload({ fetch: ok, ...options })(url, { signal })).text();
}

async function server(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    made.closeAllConnections();
    made.close();
  });
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

test('fetches over https', async () => {
  expect(await read('https://tempfile.aiquickdraw.com/js/z5/9d18.png')).toBe('bytes');
});

test.each([
  ['http://tempfile.aiquickdraw.com/x', 'not https'],
  ['file:///etc/passwd', 'not https'],
  ['data:text/plain,hello', 'not https'],
  ['https://tempfile.aiquickdraw.com:8443/x', 'port 8443'],
  ['https://user:secret@tempfile.aiquickdraw.com/x', 'user name'],
  ['tempfile.aiquickdraw.com/x', 'not a URL'],
  ['', 'not a URL'],
])('refuses %s', async (url, why) => {
  const refused = read(url);
  await expect(refused).rejects.toMatchObject({ code: 'result_refused', final: true });
  await expect(refused).rejects.toThrow(why);
  await expect(refused).rejects.not.toThrow('secret');
});

test('a list of hosts takes subdomains, and nothing that only looks alike', async () => {
  const options = { allowHosts: ['aiquickdraw.com'] };
  expect(await read('https://tempfile.aiquickdraw.com/x', options)).toBe('bytes');
  expect(await read('https://aiquickdraw.com/x', options)).toBe('bytes');
  await expect(read('https://evil-aiquickdraw.com/x', options)).rejects.toThrow('not on the list');
  await expect(read('https://aiquickdraw.com.evil.example/x', options)).rejects.toThrow('not on the list');
});

test('a trusted origin may be plain and private, and only that very origin', async () => {
  const origin = await server((request, response) => void response.end(`local ${request.url}`));
  const download = createDownload({ trustedOrigins: [`${origin}/`] });
  expect(await new Response(await download(`${origin}/a.png`, { signal })).text()).toBe('local /a.png');
  const neighbour = new URL('/b', origin);
  neighbour.port = '9';
  await expect(download(neighbour.href, { signal })).rejects.toMatchObject({ code: 'result_refused' });
});

test('every redirect is checked, and three are enough', async () => {
  const origin = await server((request, response) => {
    const { searchParams } = new URL(request.url ?? '', origin);
    const left = Number(searchParams.get('left'));
    const away = searchParams.get('to');
    if (away) response.writeHead(302, { location: away }).end();
    else if (left > 0) response.writeHead(307, { location: `/?left=${left - 1}` }).end();
    else response.end('there');
  });
  const download = createDownload({ trustedOrigins: [origin] });
  expect(await new Response(await download(`${origin}/?left=3`, { signal })).text()).toBe('there');
  await expect(download(`${origin}/?left=4`, { signal })).rejects.toThrow('3 redirects');
  await expect(download(`${origin}/?to=http://10.0.0.1/`, { signal })).rejects.toThrow('not https');
  await expect(download(`${origin}/?to=https://[::1]/`, { signal })).rejects.toThrow('not a public address');
});

test.each([404, 403, 500, 204, 206])('status %d may be better later', async (status) => {
  const answer = async () => new Response(status === 204 ? null : 'x', { status });
  await expect(read('https://a.example/x', { fetch: answer })).rejects.toMatchObject({
    code: 'result_unreachable',
    final: false,
  });
});

test('a server that does not answer is left, and the URL stays out of the error', async () => {
  const hanging: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('https://a.example/?sig=1')));
    });
  const asked = read('https://a.example/?sig=1', { fetch: hanging, timeoutMs: 20 });
  await expect(asked).rejects.toMatchObject({ code: 'result_unreachable' });
  await expect(asked).rejects.not.toThrow('sig=');
});

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::ffff:127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
])('the built-in transport does not connect to %s', async (url) => {
  await expect(createDownload()(url, { signal })).rejects.toMatchObject({ code: 'result_refused' });
});

test('one private address behind a name is enough to refuse it', async () => {
  const resolve = async () => [
    { address: '1.1.1.1', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  await expect(createPinnedGet({ resolve })(new URL('https://mixed.example/'), { signal })).rejects.toThrow(
    'mixed.example, which is not a public address',
  );
  const nothing = createPinnedGet({ resolve: async () => [] });
  await expect(nothing(new URL('https://empty.example/'), { signal })).rejects.toMatchObject({
    code: 'result_refused',
  });
});

test('a name is resolved once, and the connection goes to what was checked', async () => {
  const greetings: string[] = [];
  const listener = createTcpServer((socket) => {
    socket.once('data', (data) => {
      greetings.push(data.toString('latin1'));
      socket.destroy();
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void listener.close());
  const resolve = vi
    .fn()
    .mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }])
    .mockResolvedValue([{ address: '127.0.0.2', family: 4 }]);
  const get = createPinnedGet({ resolve, isPublic: () => true });
  const { port } = listener.address() as AddressInfo;
  await expect(get(new URL(`https://rebinding.example:${port}/`), { signal })).rejects.toThrow();
  expect(greetings).toEqual([expect.stringContaining('rebinding.example')]);
  expect(resolve).toHaveBeenCalledTimes(1);
});
