import { once } from 'node:events';
import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { adminOf, optionsFor, startHolder } from '../test/helpers.ts';
import { startProxy } from '../test/fault-proxy.ts';
import { acquireSingletonLock } from './index.ts';

test('a frozen holder loses the lock and knows it when it wakes; a bare advisory lock is kept meanwhile', async () => {
  const connection = await testDatabase();
  const options = optionsFor(connection, { strict: false });
  const bareKey = options.key + 1n;
  const [holder, bare] = await Promise.all([
    startHolder(connection, options.key),
    startHolder(connection, bareKey, 'bare'),
  ]);
  const admin = await adminOf(connection);
  holder.kill('SIGSTOP');
  bare.kill('SIGSTOP');

  const successor = await acquireSingletonLock(options);
  expect(successor.epoch).toBe(2n);
  // Negative control: in the same time, and for as long again, nobody gets what the bare lock guards.
  for (let tries = 0; tries < 10; tries += 1) {
    const { rows } = await admin.query('select pg_try_advisory_lock($1) as locked', [bareKey]);
    expect(rows).toEqual([{ locked: false }]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  const ended = once(holder, 'exit');
  holder.kill('SIGCONT');
  expect(await ended).toEqual([3, null]);
  expect(successor.held()).toBe(true);
  await successor.release();
});

test('a holder that is cut off stops trusting itself before its successor starts', async () => {
  const connection = await testDatabase();
  const options = optionsFor(connection, { strict: false });
  const proxy = await startProxy(connection);
  onTestFinished(proxy.stop);
  const first = await acquireSingletonLock({ ...options, connection: proxy.url });
  proxy.goSilent();
  const successor = await acquireSingletonLock(options);
  expect(first.signal.reason).toMatchObject({ message: expect.stringContaining('did not answer in time') });
  expect(first.held()).toBe(false);
  expect(successor.epoch).toBe(2n);
  await first.release();
  await successor.release();
});

test('a killed holder is succeeded', async () => {
  const connection = await testDatabase();
  const options = optionsFor(connection);
  const holder = await startHolder(connection, options.key);
  const waiting = acquireSingletonLock(options);
  holder.kill('SIGKILL');
  const successor = await waiting;
  expect(successor.epoch).toBe(2n);
  await successor.release();
});
