import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, test, vi } from 'vitest';
import {
  adminOf,
  advisoryHolders,
  eventually,
  memoryLogger,
  optionsFor,
  terminate,
  untilWaiting,
} from '../test/helpers.ts';
import { holdLock } from './held-lock.ts';
import {
  acquireSingletonLock,
  describeHolder,
  isSingletonLockError,
  tryAcquire,
  type SingletonLockError,
} from './index.ts';
import { profiles } from './profiles.ts';
import { openSession } from './session.ts';
import * as sql from './sql.ts';

test('one holder at a time, over eight waiters, each with a larger epoch', async () => {
  const options = optionsFor(await testDatabase());
  let inside = 0;
  const epochs: bigint[] = [];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      await using lock = await acquireSingletonLock(options);
      inside += 1;
      expect(inside).toBe(1);
      expect(lock.held()).toBe(true);
      epochs.push(lock.epoch);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    }),
  );
  expect(epochs).toHaveLength(8);
  expect(epochs.every((epoch, n) => n === 0 || epoch > epochs[n - 1]!)).toBe(true);
});

test('tryAcquire answers at once; another key, and another database, are other locks', async () => {
  const options = optionsFor(await testDatabase());
  await using lock = await acquireSingletonLock(options);
  expect(lock.epoch).toBe(1n);
  expect(await tryAcquire(options)).toBeUndefined();
  await using otherKey = await tryAcquire({ ...options, key: options.key + 1n });
  await using otherDatabase = await tryAcquire({ ...options, connection: await testDatabase() });
  expect([otherKey?.epoch, otherDatabase?.epoch]).toEqual([1n, 1n]);
});

test('a release is heard at once: the waiter looks only every 50 s by itself', async () => {
  const profile = { leaseMs: 120_000, marginMs: 1000, pollMs: 50_000 };
  const options = optionsFor(await testDatabase(), { profile, random: () => 0.5 });
  const admin = await adminOf(options.connection as string);
  const first = await acquireSingletonLock(options);
  const waiting = acquireSingletonLock({ ...options, label: 'second' });
  await untilWaiting(admin, 'second');
  await first.release();
  const second = await waiting;
  expect(second.epoch).toBe(2n);
  await second.release();
});

test('release: the lock is free, held() is false, repeating is fine, the loss signal stays quiet', async () => {
  const onLost = vi.fn<(error: SingletonLockError) => void>();
  const options = optionsFor(await testDatabase(), { onLost });
  const admin = await adminOf(options.connection as string);
  const lock = await acquireSingletonLock(options);
  await Promise.all([lock.release(), lock.release()]);
  await lock.release();
  expect(lock.held()).toBe(false);
  expect(lock.signal.aborted).toBe(false);
  expect(onLost).not.toHaveBeenCalled();
  const { rows } = await admin.query('select clean, epoch from singleton_lock_epochs');
  expect(rows).toEqual([{ clean: true, epoch: '1' }]);
  expect(await advisoryHolders(admin)).toEqual([]);
});

test('a session ended by the server: the holder hears it, a strict successor waits, its epoch is larger', async () => {
  const onLost = vi.fn<(error: SingletonLockError) => void>();
  const options = optionsFor(await testDatabase(), { label: 'first', onLost });
  const admin = await adminOf(options.connection as string);
  const first = await acquireSingletonLock(options);
  const logger = memoryLogger();
  const waiting = acquireSingletonLock({ ...options, label: 'second', logger });
  await terminate(admin, 'first');
  const second = await waiting;
  expect(first.held()).toBe(false);
  expect(first.signal.aborted).toBe(true);
  expect(first.signal.reason).toMatchObject({
    code: 'lost',
    message: expect.stringContaining('administrator'),
  });
  expect(isSingletonLockError(first.signal.reason)).toBe(true);
  expect(onLost).toHaveBeenCalledExactlyOnceWith(first.signal.reason);
  expect(second.epoch).toBe(2n);
  expect(logger.messages).toEqual([expect.stringContaining('did not release'), 'singleton lock acquired']);
  await first.release();
  await second.release();
  const third = await acquireSingletonLock({ ...options, logger });
  expect(logger.messages.filter((text) => text.includes('did not release'))).toHaveLength(1);
  await third.release();
});

test('a strict waiter that gives up leaves the waiting to the next one, as if it had never come', async () => {
  const options = optionsFor(await testDatabase(), { label: 'first' });
  const admin = await adminOf(options.connection as string);
  await acquireSingletonLock(options);
  await terminate(admin, 'first');
  const logger = memoryLogger();
  const giveUp = new AbortController();
  const second = acquireSingletonLock({ ...options, label: 'second', logger, signal: giveUp.signal });
  await eventually(() => expect(logger.messages).toEqual([expect.stringContaining('did not release')]));
  giveUp.abort(new Error('shutting down'));
  await expect(second).rejects.toThrow('shutting down');
  const third = await acquireSingletonLock({ ...options, label: 'third', logger });
  expect(third.epoch).toBe(3n);
  expect(logger.messages.filter((text) => text.includes('did not release'))).toHaveLength(2);
  await third.release();
});

test('tryAcquire, too, waits out a holder that did not release, unless it is told to stop', async () => {
  const options = optionsFor(await testDatabase(), { label: 'first' });
  const admin = await adminOf(options.connection as string);
  await acquireSingletonLock(options);
  await terminate(admin, 'first');
  const logger = memoryLogger();
  const giveUp = new AbortController();
  const trying = tryAcquire({ ...options, label: 'second', logger, signal: giveUp.signal });
  await eventually(() => expect(logger.messages).toEqual([expect.stringContaining('did not release')]));
  giveUp.abort(new Error('shutting down'));
  await expect(trying).rejects.toThrow('shutting down');
  await expect(tryAcquire({ ...options, signal: giveUp.signal })).rejects.toThrow('shutting down');

  const lost = expect(tryAcquire({ ...options, label: 'third', logger })).rejects.toMatchObject({
    code: 'lost',
  });
  const waits = () => logger.messages.filter((text) => text.includes('did not release'));
  await eventually(() => expect(waits()).toHaveLength(2));
  await terminate(admin, 'third');
  await lost;
  expect(await describeHolder({ connection: options.connection, key: options.key })).toBeUndefined();
});

test('a row from another timeline says nothing about how the last holder ended', async () => {
  const options = optionsFor(await testDatabase());
  const admin = await adminOf(options.connection as string);
  const first = await acquireSingletonLock(options);
  expect(first.token).toEqual({ key: options.key, timeline: 1, epoch: 1n });
  await first.release();
  await admin.query('update singleton_lock_epochs set timeline = 0');
  const logger = memoryLogger();
  const second = await acquireSingletonLock({ ...options, logger });
  expect(logger.messages[0]).toContain('did not release');
  await second.release();
});

test('a waiter whose session is ended goes on waiting', async () => {
  const options = optionsFor(await testDatabase());
  const admin = await adminOf(options.connection as string);
  const first = await acquireSingletonLock(options);
  const logger = memoryLogger();
  const waiting = acquireSingletonLock({ ...options, label: 'second', logger });
  await untilWaiting(admin, 'second');
  await terminate(admin, 'second');
  await eventually(() => expect(logger.messages).toContain('waiting for the lock again'));
  await first.release();
  const second = await waiting;
  expect(second.epoch).toBe(2n);
  await second.release();
});

test('the signal ends the waiting and leaves nothing behind', async () => {
  const options = optionsFor(await testDatabase());
  const admin = await adminOf(options.connection as string);
  await using _first = await acquireSingletonLock(options);
  const controller = new AbortController();
  const waiting = acquireSingletonLock({ ...options, label: 'second', signal: controller.signal });
  await untilWaiting(admin, 'second');
  controller.abort(new Error('shutting down'));
  await expect(waiting).rejects.toThrow('shutting down');
  await eventually(async () => {
    const { rows } = await admin.query(
      "select 1 from pg_stat_activity where application_name = 'singleton-lock second' and datname = current_database()",
    );
    expect(rows).toEqual([]);
  });
});

test('an unlock that the server denies is an error', async () => {
  const options = optionsFor(await testDatabase());
  const session = await openSession(options, profiles.fast);
  await session.query(sql.tryLock, [options.key]);
  const lock = holdLock({ session, epoch: 1n, sentAt: performance.now() }, profiles.fast, options);
  await session.query('select pg_advisory_unlock_all()');
  await expect(lock.release()).rejects.toMatchObject({ code: 'not_held' });
});

test('a table made by many at once, and a wrong address told at once', async () => {
  const connection = await testDatabase();
  const locks = await Promise.all(Array.from({ length: 8 }, () => tryAcquire(optionsFor(connection))));
  expect(locks.map((lock) => lock?.epoch)).toEqual(Array.from({ length: 8 }, () => 1n));
  for (const lock of locks) await lock?.release();
  await expect(acquireSingletonLock(optionsFor('postgres://127.0.0.1:1/x'))).rejects.toThrow('ECONNREFUSED');
});
