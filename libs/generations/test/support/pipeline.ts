import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { balance, checkInvariants, grant, openAccount } from '@kie/credits';
import type { Generation } from '@kie/database';
import { migratedDatabase } from '@kie/database/testing';
import type { TestDatabase } from '@kie/database/testing';
import { createMediaStore } from '@kie/media-store';
import type { MediaStore } from '@kie/media-store';
import { silentLogger } from '@kie/service-kit';
import { expect, onTestFinished, vi } from 'vitest';
import {
  checkGenerations,
  createGenerationWorker,
  getGeneration,
  startGeneration,
  timeline,
} from '../../src/index.ts';
import type { GenerationOrder, GenerationWorker, GenerationWorkerOptions, WakeUps } from '../../src/index.ts';
import { createFakeHandler } from './fake-handler.ts';
import type { FakeHandler } from './fake-handler.ts';
import { png } from './png.ts';

export { png } from './png.ts';

export const userId = 7;
export const modelId = 'z-image';

export interface Pipeline {
  readonly database: TestDatabase;
  readonly handler: FakeHandler;
  readonly store: MediaStore;
  /** Every wake-up asked for. Nobody listens: the workers live by their sweeps. */
  readonly woken: string[];
  readonly wakeUps: WakeUps;
  /** What the files' server answers. */
  files: (url: string) => Response;
  worker(options?: Partial<GenerationWorkerOptions>): Promise<GenerationWorker>;
  start(order?: Partial<GenerationOrder>): Promise<Generation>;
  get(id: string): Promise<Generation>;
  events(id: string): Promise<string[]>;
  reach(id: string, state: Generation['state']): Promise<Generation>;
  credits(): Promise<{ available: number; held: number }>;
}

/** Waits until the expectation holds. */
export function eventually<T>(expectation: () => Promise<T> | T): Promise<T> {
  return vi.waitFor(expectation, { timeout: 10_000, interval: 5 });
}

/** A database with one person who has 100 credits, a store, and a scripted KIE. Cleans up and checks the ledger. */
export async function pipeline(): Promise<Pipeline> {
  const database = await migratedDatabase();
  const root = await mkdtemp(join(tmpdir(), 'generations-'));
  const handler = createFakeHandler();
  const store = createMediaStore({ root });
  const woken: string[] = [];
  const workers: GenerationWorker[] = [];
  const { db } = database;
  await db.insertInto('users').values({ id: userId, first_name: 'Ada' }).execute();
  await openAccount(db, userId);
  await grant(db, { userId, amount: 100, key: `grant-welcome-${userId}` });

  onTestFinished(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(await checkInvariants(db)).toEqual([]);
    expect(await checkGenerations(db)).toEqual([]);
    await database.close();
    await rm(root, { recursive: true });
  });

  const self: Pipeline = {
    database,
    handler,
    store,
    woken,
    wakeUps: {
      wake: async (_, queue, id) => {
        woken.push(`${queue} ${id}`);
      },
    },
    files: () => new Response(png),
    async worker(options = {}) {
      const worker = createGenerationWorker({
        database: db,
        wakeUps: self.wakeUps,
        handler,
        registry: { get: () => undefined },
        mediaStore: store,
        openInput: async () => new Blob([png]),
        logger: silentLogger(),
        fetch: async (url) => self.files(url instanceof Request ? url.url : url.toString()),
        sweepMs: 10,
        pollMs: 5,
        retryMs: 5,
        leaseMs: 5000,
        drainMs: 2000,
        breaker: { openMs: 20, probeMs: 200 },
        ...options,
      });
      workers.push(worker);
      await worker.start();
      return worker;
    },
    async start(order = {}) {
      const result = await startGeneration(db, self.wakeUps, {
        userId,
        chatId: userId,
        draftId: crypto.randomUUID(),
        draftVersion: 1,
        modelId,
        input: { prompt: 'a cat' },
        price: 10,
        ...order,
      });
      if (result.status !== 'started') throw new Error(result.status);
      return result.generation;
    },
    async get(id) {
      const generation = await getGeneration(db, id);
      if (!generation) throw new Error(`no generation ${id}`);
      return generation;
    },
    events: async (id) => (await timeline(db, id)).map(({ event }) => event),
    reach: (id, state) =>
      eventually(async () => {
        const generation = await self.get(id);
        expect(generation.state).toBe(state);
        return generation;
      }),
    credits: () => balance(db, userId),
  };
  return self;
}
