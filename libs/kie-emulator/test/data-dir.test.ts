import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { callsOf, start, stillClock, zImage } from './kie.ts';
import { receiver, serve } from './receiver.ts';
import { startKieEmulator } from '../src/index.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kie-emulator-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('tasks, files, credits, ids and skipped time survive a restart, also on another port', async () => {
  const dataDir = await folder();
  const { url: callBackUrl, received } = await receiver();
  const settings = { dataDir, speed: 1, clock: stillClock(), seed: 'kept', createLimit: false } as const;
  const before = await startKieEmulator(settings);
  const first = callsOf(before);
  const upload = {
    base64Data: Buffer.from('hello').toString('base64'),
    uploadPath: 'docs',
    fileName: 'a.txt',
  };
  const { downloadUrl } = (await first.post('/api/file-base64-upload', upload)).data as {
    downloadUrl: string;
  };
  const done = await first.created('z-image', zImage);
  await before.advance(3_600_000);
  const pictureBefore = await first.download(
    ((await first.record(done))['response'] as { resultUrls: string[] }).resultUrls[0] ?? '',
  );
  const open = await first.created('z-image', { ...zImage, prompt: 'still open' }, { callBackUrl });
  await before.advance(1000);
  await before.stop();

  const { emulator: after, record, download, created } = await start(settings);
  expect(after.credits()).toBe(1000 - 1.6);
  const data = await record(done);
  expect(data).toMatchObject({ state: 'success', creditsConsumed: 0.8 });
  const url = (data['response'] as { resultUrls: string[] }).resultUrls[0] ?? '';
  expect(url.startsWith(after.url)).toBe(true);
  expect(await download(url)).toEqual(pictureBefore);
  const moved = downloadUrl.replace(before.url, after.url);
  expect((await download(moved)).toString()).toBe('hello');
  expect(await record(open)).toMatchObject({ state: 'waiting' });
  await after.advance(3_600_000);
  expect(await record(open)).toMatchObject({ state: 'success' });
  expect(received.map((call) => call.body.data['taskId'])).toEqual([open]);
  const next = await created('z-image', zImage);
  expect([done, open]).not.toContain(next); // a seed does not repeat ids
});

test('tasks of the older APIs survive a restart, with what they have told so far', async () => {
  const dataDir = await folder();
  const { url: callBackUrl, received } = await receiver();
  const settings = { dataDir, speed: 1, clock: stillClock(), createLimit: false } as const;
  const before = await startKieEmulator(settings);
  const { post } = callsOf(before);
  const wish = { prompt: 'rain', customMode: false, instrumental: true, model: 'V5', callBackUrl };
  const { taskId } = (await post('/api/v1/generate', wish)).data as { taskId: string };
  const video = (await post('/api/v1/veo/generate', { prompt: 'waves' })).data as { taskId: string };
  await before.advance(15_000);
  await before.stop();
  const { emulator: after, get } = await start(settings);
  const record = async (path: string, id: string) => (await get(`/api/v1${path}?taskId=${id}`)).data;
  expect(await record('/generate/record-info', taskId)).toMatchObject({ status: 'TEXT_SUCCESS' });
  await after.advance(600_000);
  expect(await record('/generate/record-info', taskId)).toMatchObject({ status: 'SUCCESS' });
  expect(await record('/veo/record-info', video.taskId)).toMatchObject({ successFlag: 1 });
  const told = received.map(({ body }) => body.data['callbackType']);
  expect(told).toEqual(['text', 'first', 'complete']);
});

test('what fell due while nobody was running ends after the start', async () => {
  const dataDir = await folder();
  const settings = { dataDir, speed: 1, createLimit: false } as const;
  const before = await startKieEmulator({ ...settings, clock: stillClock(1_790_000_000_000) });
  const taskId = await callsOf(before).created('z-image', zImage);
  await before.stop();
  const { record } = await start({ ...settings, clock: stillClock(1_790_000_000_000 + 86_400_000) });
  const data = await record(taskId);
  expect(data).toMatchObject({ state: 'success' });
  expect(Number(data['completeTime'])).toBeLessThan(1_790_000_000_000 + 3_600_000);
});

test('a callback that nobody took before the stop is sent after the start', async () => {
  const dataDir = await folder();
  const settings = { dataDir, clock: stillClock(), createLimit: false } as const;
  const before = await startKieEmulator({ ...settings, speed: Infinity });
  const asked: unknown[] = [];
  const callBackUrl = await serve((request, response) => {
    asked.push(request.url);
    if (asked.length > 1) response.end(); // the first call is left hanging
  });
  const { created, record } = callsOf(before);
  await record(await created('z-image', zImage, { callBackUrl }));
  await expect.poll(() => asked.length).toBe(1);
  await before.stop();
  const { emulator } = await start(settings);
  await emulator.advance(0);
  expect(asked).toHaveLength(2);
  await emulator.stop();
  const again = await start(settings);
  await again.emulator.advance(0);
  expect(asked).toHaveLength(2); // once taken, not again
});

test('a file that is no state is named, not overwritten', async () => {
  const dataDir = await folder();
  await writeFile(join(dataDir, 'state.json'), 'precious notes');
  await expect(startKieEmulator({ dataDir })).rejects.toThrow(/state\.json is not a state of this emulator/);
});
