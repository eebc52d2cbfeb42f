import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anyModel, createKieClient } from '@kie/client';
import { aleph } from '@kie/client/aleph';
import { gpt4o } from '@kie/client/gpt4o';
import { runway } from '@kie/client/runway';
import { suno } from '@kie/client/suno';
import { startKieEmulator, type KieEmulator } from '@kie/emulator';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../src/chromium.ts';

let kie: KieEmulator;
beforeAll(async () => {
  kie = await startKieEmulator({ speed: 2000, credits: 1_000_000, createLimit: false });
});
afterAll(() => kie.stop());

const clientOf = () =>
  createKieClient({
    apiKey: 'test-key',
    baseUrl: kie.url,
    uploadBaseUrl: kie.uploadUrl,
    apis: [suno, runway, aleph, gpt4o],
  });

describe('the flat APIs, called by @kie/client', () => {
  const video = async () => {
    const bytes = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1');
    return (await clientOf().uploadFile(new File([bytes], 'a.mp4', { type: 'video/mp4' }))).url;
  };
  const callbackUrl = 'http://127.0.0.1:9/cb';
  const wish = { prompt: 'a calm morning', customMode: false, instrumental: true, model: 'V5' };

  test.each<[string, () => Promise<Record<string, unknown>> | Record<string, unknown>, string[]]>([
    ['veo3_fast', () => ({ prompt: 'waves' }), ['video result']],
    ['flux-kontext-pro', () => ({ prompt: 'a fox' }), ['image result']],
    ['gpt4o/generate', () => ({ prompt: 'a fox', size: '1:1' }), ['image result']],
    [
      'runway/generate',
      () => ({ prompt: 'x', duration: 5, quality: '720p' }),
      ['video result', 'image cover'],
    ],
    [
      'aleph/generate',
      async () => ({ prompt: 'snow', videoUrl: await video() }),
      ['video result', 'image cover'],
    ],
    ['suno/music', () => wish, ['audio result', 'image cover', 'audio result', 'image cover']],
    ['suno/lyrics', () => ({ prompt: 'coffee' }), []],
  ])('%s', async (model, payload, files) => {
    const options = model.startsWith('suno/') ? { callbackUrl, pollMs: 20 } : { pollMs: 20 };
    const task = await clientOf().run(anyModel(model), await payload(), options);
    expect(task.files.map(({ kind, role }) => `${kind} ${role}`)).toEqual(files);
    for (const { url } of task.files.slice(0, 1))
      expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  });

  test('tools work on a song that was made before', async () => {
    const client = clientOf();
    const song = await client.run(anyModel('suno/music'), wish, { callbackUrl, pollMs: 20 });
    const audioId = (song.data as { id: string }[])[0]?.id;
    const made = { taskId: song.ref.taskId, audioId };
    for (const tool of ['suno/wav', 'suno/stems', 'suno/mp4', 'suno/cover']) {
      const task = await client.run(anyModel(tool), made, { callbackUrl, pollMs: 20 });
      expect(task.files.length, tool).toBeGreaterThan(0);
    }
  });

  test('a larger copy and a continuation of a video', async () => {
    const client = clientOf();
    const first = await client.run('veo3_fast', { prompt: 'waves' }, { pollMs: 20 });
    for (const model of ['veo3/1080p', 'veo3/4k', 'veo3/extend']) {
      const payload = { taskId: first.ref.taskId, ...(model === 'veo3/extend' && { prompt: 'go on' }) };
      const task = await client.run(anyModel(model), payload, { pollMs: 20 });
      expect(task.files[0], model).toMatchObject({ kind: 'video', role: 'result' });
    }
  });
});

const executablePath = findChromium();

describe.skipIf(executablePath === undefined)('the control page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  test('tasks, time, a failure, a fault and a callback again; hostile text stays text', async () => {
    const slow = await startKieEmulator({ speed: 1 });
    let told = 0;
    const server = createServer((request, response) => {
      told++;
      request.resume();
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const callBackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const create = (prompt: string) =>
      fetch(`${slow.url}/api/v1/jobs/createTask`, {
        method: 'POST',
        headers: { authorization: 'Bearer test-key', 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'z-image', callBackUrl, input: { prompt, aspect_ratio: '1:1' } }),
      });
    await create('first');
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${slow.url}/sim`);
    const rows = page.locator('#tasks tr');
    await rows.filter({ hasText: 'waiting' }).waitFor();
    await page.getByRole('button', { name: '10 min' }).click();
    await rows.filter({ hasText: 'success' }).waitFor();
    await page.getByRole('button', { name: 'Replay callback' }).click();
    await expect.poll(() => told).toBe(2);
    await create('second');
    await page.getByRole('button', { name: 'Fail', exact: true }).click();
    await rows.filter({ hasText: 'Internal Error' }).waitFor();
    await page.getByLabel('do').selectOption('maintenance');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.locator('#faults li').filter({ hasText: 'create: maintenance' }).waitFor();
    expect(slow.faults.list()).toMatchObject([{ spec: { on: 'create', action: { type: 'maintenance' } } }]);
    slow.faults.clear();
    const hostile = '<img src=x onerror="document.title=1">';
    slow.faults.add({ on: 'create', action: { type: 'fail', failMsg: hostile } });
    await create('third');
    await slow.advance(600_000);
    await rows.filter({ hasText: hostile }).waitFor();
    expect(await page.locator('#tasks img').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
    server.close();
    await slow.stop();
  });
});
