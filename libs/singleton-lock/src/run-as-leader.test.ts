import { startPostgres } from '@kie/embedded-postgres';
import { testDatabase } from '@kie/embedded-postgres/vitest';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { adminOf, eventually, memoryLogger, optionsFor, terminate, untilWaiting } from '../test/helpers.ts';
import { acquireSingletonLock, runAsLeader } from './index.ts';

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

test('runs, goes on after each loss with a larger epoch, and stops with the signal after the work has ended', async () => {
  const stop = new AbortController();
  const logger = memoryLogger();
  const options = optionsFor(await testDatabase(), {
    label: 'leader',
    strict: false,
    signal: stop.signal,
    logger,
  });
  const admin = await adminOf(options.connection as string);
  const epochs: bigint[] = [];
  let inside = 0;
  const running = runAsLeader(options, async (leading, lock) => {
    inside += 1;
    expect(inside).toBe(1);
    epochs.push(lock.epoch);
    await untilAborted(leading);
    await new Promise((resolve) => setTimeout(resolve, 50));
    inside -= 1;
    // What comes of being cut off is no failure.
    if (lock.epoch === 2n) throw new Error('cut off');
  });
  for (const epoch of [1n, 2n]) {
    await eventually(() => expect(epochs.at(-1)).toBe(epoch));
    await terminate(admin, 'leader');
  }
  await eventually(() => expect(epochs).toEqual([1n, 2n, 3n]));
  stop.abort();
  await running;
  expect(inside).toBe(0);
  expect(logger.messages).toContain('the work was cut off');
  const { rows } = await admin.query('select clean from singleton_lock_epochs');
  expect(rows).toEqual([{ clean: true }]);
});

test('ends with the work, by itself or by an error; the lock is free at once', async () => {
  const options = optionsFor(await testDatabase());
  await runAsLeader(options, async (_leading, lock) => expect(lock.held()).toBe(true));
  await expect(runAsLeader(options, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await using lock = await acquireSingletonLock(options);
  expect(lock.epoch).toBe(3n);
});

test('a signal that comes while it waits, or before, ends it without work and without an error', async () => {
  const options = optionsFor(await testDatabase());
  const admin = await adminOf(options.connection as string);
  await using _held = await acquireSingletonLock(options);
  const stop = new AbortController();
  const work = () => Promise.reject(new Error('never'));
  const waiting = runAsLeader({ ...options, label: 'standby', signal: stop.signal }, work);
  await untilWaiting(admin, 'standby');
  stop.abort();
  await waiting;
  await runAsLeader({ ...options, signal: stop.signal }, work);
  await expect(runAsLeader(optionsFor('postgres://127.0.0.1:1/x'), work)).rejects.toThrow('ECONNREFUSED');
});

test('a signal that comes between two terms ends it', async () => {
  const stop = new AbortController();
  const options = optionsFor(await testDatabase(), { label: 'leader', signal: stop.signal });
  const admin = await adminOf(options.connection as string);
  const messages: string[] = [];
  const note = (_fields: object, message: string) => {
    messages.push(message);
    if (message.includes('standing by')) setImmediate(() => stop.abort());
  };
  const logger = { debug: note, info: note, warn: note };
  const running = runAsLeader({ ...options, logger }, (leading) => untilAborted(leading));
  await eventually(() => expect(messages).toContain('singleton lock acquired'));
  await terminate(admin, 'leader');
  await running;
  expect(messages.filter((text) => text === 'singleton lock acquired')).toHaveLength(1);
});

test('outlives a server that is down for a while', async () => {
  const root = mkdtempSync(join(tmpdir(), 'restart-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  chmodSync(root, 0o755);
  const start = { dataDir: join(root, 'data'), durable: false };
  const first = await startPostgres(start);
  const stop = new AbortController();
  const logger = memoryLogger();
  const epochs: bigint[] = [];
  const running = runAsLeader(
    optionsFor(first.url(), { signal: stop.signal, logger }),
    async (leading, lock) => {
      epochs.push(lock.epoch);
      await untilAborted(leading);
    },
  );
  await eventually(() => expect(epochs).toEqual([1n]));
  await first.stop();
  await eventually(() => expect(logger.messages).toContain('waiting for the lock again'));
  const second = await startPostgres({ ...start, port: first.port });
  await eventually(() => expect(epochs).toEqual([1n, 2n]));
  stop.abort();
  await running;
  await second.stop();
});
