import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startKieEmulator } from '../src/index.ts';
import { callsOf, start, zImage } from './kie.ts';
import { serve } from './receiver.ts';

test.each([
  [{ host: '0.0.0.0' }, /host is "0\.0\.0\.0".*allowRemote: true/],
  [{ host: '192.168.0.5' }, /other machines can reach/],
  [{ speed: 0 }, /speed is 0; it must be more than 0/],
  [{ port: 70_000 }, /port is 70000/],
  [{ credits: -1 }, /credits is -1/],
  [{ apiKeys: [] }, /at least one key/],
  [{ createLimit: { max: 0, perMs: 1 } }, /createLimit/],
])('%j is refused', async (options, message) => {
  await expect(startKieEmulator(options)).rejects.toThrow(message);
});

test('a taken port is named', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(startKieEmulator({ port })).rejects.toThrow(`port ${port} of 127.0.0.1 is taken`);
  other.close();
});

test('each key has its own account', async () => {
  const { emulator, create } = await start({ apiKeys: ['test-key', 'second'], credits: 10 });
  await create('z-image', zImage);
  const headers = { authorization: 'Bearer second' };
  const answer = await (await fetch(`${emulator.url}/api/v1/chat/credit`, { headers })).json();
  expect(answer).toMatchObject({ data: 10 });
  expect(emulator.credits()).toBe(9.2);
});

test('stops in the middle of everything', async () => {
  const emulator = await startKieEmulator({ speed: Infinity });
  const { created, download, resultUrl } = callsOf(emulator);
  const silent = await serve(() => {});
  const video = { prompt: 'x', sound: false, aspect_ratio: '1:1', duration: '10' };
  const drawing = download(await resultUrl('kling-2.6/text-to-video', video));
  const broken = expect(drawing).rejects.toThrow();
  await created('z-image', zImage, { callBackUrl: silent });
  await emulator.stop();
  await broken;
});

test('the same seed gives the same ids', async () => {
  const first = await start({ seed: 7 });
  const second = await start({ seed: 7 });
  const other = await start({ seed: 8 });
  const id = await first.created('z-image', zImage);
  expect(await second.created('z-image', zImage)).toBe(id);
  expect(await other.created('z-image', zImage)).not.toBe(id);
});

test('the command prints where it is, logs calls and ends on SIGTERM', async () => {
  const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
  const args = ['--conditions=@kie/source', bin, '--port', '0', '--speed', 'Infinity', '--api-key', 'mine'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  await expect.poll(() => output, { timeout: 8000 }).toMatch(/control page .*\/sim/);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
  await fetch(`${url}/api/v1/chat/credit`, { headers: { authorization: 'Bearer mine' } });
  await expect.poll(() => output).toMatch(/GET {2}\/api\/v1\/chat\/credit {2}200 {2}code 200/);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
