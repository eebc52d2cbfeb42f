import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMediaStore } from '@kie/media-store';
import { expect, onTestFinished, test } from 'vitest';
import { generationFiles, receiveCallback, verifyCallback } from '../src/index.ts';
import type { CrashPoint } from '../src/index.ts';
import { runNaiveWorker } from './support/naive-worker.ts';
import { pipeline, png } from './support/pipeline.ts';
import { callbackUrl, realHandler, realWorker } from './support/real-worker.ts';
import { startTinyKie } from './support/tiny-kie.ts';

const windows: Readonly<Record<CrashPoint, string>> = {
  claimed: 'W0, before the intent',
  prepared: 'W0, files are at KIE',
  marked: 'W1, request not sent',
  answered: 'W2, made and charged, reply not saved',
  submitted: 'W3, task id saved',
  checked: 'W4, done at KIE, not saved',
  storing: 'W4, saved, nothing stored',
  stored: 'W4, stored, not settled',
  settled: 'W5, settled, not delivered',
};
const points = Object.keys(windows) as CrashPoint[];

/** One generation for each place, a KIE that bills, and the means to crash and to go on. */
async function stage(places: readonly CrashPoint[], { callbacks }: { readonly callbacks: boolean }) {
  const p = await pipeline();
  const { db, url } = p.database;
  const mediaRoot = await mkdtemp(join(tmpdir(), 'crash-'));
  onTestFinished(() => rm(mediaRoot, { recursive: true }));
  const kie = await startTinyKie({
    onDone: async (called, taskId) => {
      const [generationId = '', attempt = '', signature = ''] = new URL(called).pathname.slice(1).split('/');
      const subject = { generationId, attempt: Number(attempt) };
      expect(verifyCallback('secret', { ...subject, signature })).toBe(true);
      return receiveCallback(db, p.wakeUps, { ...subject, taskId });
    },
  });
  const ids = new Map<CrashPoint, string>();
  for (const place of places) {
    ids.set(place, (await p.start({ modelId: 'z-image', input: { prompt: place, aspect_ratio: '1:1' } })).id);
  }

  /** Runs a worker process until every generation stands at its place and the process is killed. */
  async function crash(environment: Record<string, string> = {}): Promise<void> {
    const script = join(import.meta.dirname, 'support/crash-worker.ts');
    const child = spawn(process.execPath, ['--conditions=@kie/source', script], {
      env: {
        ...process.env,
        DATABASE_URL: url,
        KIE_ORIGIN: kie.origin,
        MEDIA_ROOT: mediaRoot,
        CRASH_AT: JSON.stringify(Object.fromEntries([...ids].map(([place, id]) => [id, place]))),
        ...(callbacks && { CALLBACKS: '1' }),
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  }

  /** The restart: the same worker again, in this process, with a run time that a test can wait for. */
  async function finish(): Promise<void> {
    const options = { timeoutMs: 400, leaseMs: 5000, ...(callbacks && { callbackUrl }) };
    const worker = realWorker({ db, kieOrigin: kie.origin, mediaRoot }, options);
    await worker.start();
    onTestFinished(() => worker.stop());
  }

  const sent = (place: CrashPoint): number => kie.tasks.filter((prompt) => prompt === place).length;
  return { p, kie, mediaRoot, crash, finish, sent, id: (place: CrashPoint) => ids.get(place) ?? '' };
}

test('killed in every window at once, then restarted: sent once, charged once, everything is there', async () => {
  const { p, mediaRoot, crash, finish, sent, id } = await stage(points, { callbacks: true });
  await crash();
  await finish();
  const store = createMediaStore({ root: mediaRoot });
  for (const point of points.filter((each) => each !== 'marked')) {
    const window = `killed at "${point}" (${windows[point]})`;
    await p.reach(id(point), 'succeeded');
    expect(sent(point), window).toBe(1);
    const files = await generationFiles(p.database.db, id(point));
    expect(files, window).toHaveLength(1);
    const stored = await store.get(files[0]?.storage_key ?? '');
    expect(await stored.bytes(), window).toEqual(new Uint8Array(png));
  }
  expect(await p.events(id('answered'))).toContain('adopted');

  // The mark cannot tell "about to leave" from "left": no callback comes, so the grace ends in a refund.
  expect((await p.reach(id('marked'), 'failed')).failure?.code).toBe('submit_unknown');
  expect(sent('marked')).toBe(0);

  // z-image costs 0.8 of KIE's credits: one of ours, of the ten held.
  expect(await p.credits()).toEqual({ available: 100 - (points.length - 1), held: 0 });
  const deliveries = await p.database.db.selectFrom('deliveries').select(['part', 'state']).execute();
  expect(deliveries).toEqual(
    Array.from({ length: points.length - 1 }, () => ({ part: 0, state: 'pending' })),
  );
});

test('killed before the save without a public URL: refunded at once, and not sent a second time', async () => {
  const { p, crash, finish, sent, id } = await stage(['answered'], { callbacks: false });
  await crash();
  await finish();
  expect((await p.reach(id('answered'), 'failed')).failure?.code).toBe('submit_unknown');
  expect(sent('answered')).toBe(1);
  expect(await p.credits()).toEqual({ available: 100, held: 0 });
});

test('negative control: a worker that saves after the call pays twice at the same place', async () => {
  const { p, kie, crash, sent, id } = await stage(['answered'], { callbacks: false });
  await crash({ NAIVE: '1' });
  await runNaiveWorker(p.database.db, realHandler(kie.origin));
  expect((await p.get(id('answered'))).state).toBe('running');
  expect(sent('answered')).toBe(2);
});
