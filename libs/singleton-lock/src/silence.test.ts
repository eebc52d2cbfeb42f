import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { startProxy } from '../test/fault-proxy.ts';
import { adminOf, eventually, memoryLogger, optionsFor, untilWaiting } from '../test/helpers.ts';
import { acquireSingletonLock, runAsLeader } from './index.ts';

test('a release that nobody confirms is an error for its caller, and a warning when the work is done', async () => {
  const connection = await testDatabase();
  const proxy = await startProxy(connection);
  onTestFinished(proxy.stop);
  const options = optionsFor(proxy.url);
  const lock = await acquireSingletonLock(options);
  proxy.goSilent();
  await expect(lock.release()).rejects.toMatchObject({
    code: 'release_failed',
    message: expect.stringContaining('the server frees it within 1000 ms'),
  });
  expect(lock.held()).toBe(false);
  proxy.heal();

  const logger = memoryLogger();
  await runAsLeader({ ...options, strict: false, logger }, async () => proxy.goSilent());
  expect(logger.messages).toContain('the release was not confirmed');
});

test('a waiter on a line that goes silent connects anew', async () => {
  const connection = await testDatabase();
  const proxy = await startProxy(connection);
  onTestFinished(proxy.stop);
  const options = optionsFor(connection);
  const first = await acquireSingletonLock(options);
  const logger = memoryLogger();
  const waiting = acquireSingletonLock({ ...options, connection: proxy.url, label: 'second', logger });
  await untilWaiting(await adminOf(connection), 'second');
  proxy.goSilent();
  await eventually(() => expect(logger.messages).toContain('waiting for the lock again'));
  proxy.heal();
  await first.release();
  const second = await waiting;
  expect(second.epoch).toBe(2n);
  await second.release();
});
