import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migratedDatabase } from '@kie/database/testing';
import { expect, onTestFinished, test } from 'vitest';
import { runChaos } from './chaos/chaos.ts';

// A slice of `nx run generations:chaos`, which has hundreds of kills, more seeds and the negative control.
test('killed again and again, with callbacks and answers lost: nothing lost, stuck or paid twice', async () => {
  const { db, url, close } = await migratedDatabase();
  const mediaRoot = await mkdtemp(join(tmpdir(), 'chaos-'));
  onTestFinished(async () => {
    await close();
    await rm(mediaRoot, { recursive: true, force: true });
  });
  const counts = await runChaos({
    db,
    url,
    mediaRoot,
    seed: 20_261_120,
    kills: 2,
    forMs: 2500,
    open: 8,
    processes: 1,
    lifeMs: 500,
    lossy: true,
    drainMs: 20_000,
  });
  expect(counts).toMatchObject({ lost: 0, stuck: 0, paidTwice: 0, doubleDeliveries: 0, problems: [] });
  expect(counts.kills).toBeGreaterThan(0);
  expect(counts.succeeded + counts.failed).toBe(counts.generations);
});
