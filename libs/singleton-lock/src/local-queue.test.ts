import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, test } from 'vitest';
import { adminOf, eventually, optionsFor, terminate } from '../test/helpers.ts';
import { acquireSingletonLock, createLocalQueue } from './index.ts';

test('ten thousand wait for one key: in order, never two inside, over one connection', async () => {
  // Long enough that a busy machine does not lose it.
  const profile = { leaseMs: 60_000, marginMs: 1000, pollMs: 250 };
  const options = optionsFor(await testDatabase(), { label: 'queue', profile });
  const admin = await adminOf(options.connection as string);
  const queue = createLocalQueue({ ...options, maxHoldMs: 60_000 });
  const order: number[] = [];
  let inside = 0;
  const first = await queue.acquire();
  const all = Array.from({ length: 10_000 }, async (_, n) => {
    await using turn = await queue.acquire();
    inside += 1;
    expect(inside).toBe(1);
    if (!turn.held()) throw new Error('not held');
    order.push(n);
    await Promise.resolve();
    inside -= 1;
  });
  expect(queue.waiting()).toBe(10_000);
  const { rows } = await admin.query(
    "select count(*)::int as n from pg_stat_activity where application_name = 'singleton-lock queue' and datname = current_database()",
  );
  expect(rows).toEqual([{ n: 1 }]);
  await first.release();
  expect(first.held()).toBe(false);
  await Promise.all(all);
  expect(order).toEqual(Array.from({ length: 10_000 }, (_, n) => n));
  await eventually(async () => {
    const clean = await admin.query('select clean, epoch::int from singleton_lock_epochs');
    expect(clean.rows).toEqual([{ clean: true, epoch: 1 }]);
  });
});

test('one leaves the queue, the others stay in order; the signal of the lock ends every wait', async () => {
  const everybody = new AbortController();
  const queue = createLocalQueue({ ...optionsFor(await testDatabase()), signal: everybody.signal });
  const first = await queue.acquire();
  const one = new AbortController();
  const leaving = queue.acquire({ signal: one.signal });
  const staying = queue.acquire({ signal: new AbortController().signal });
  const last = queue.acquire();
  one.abort(new Error('changed my mind'));
  await expect(leaving).rejects.toThrow('changed my mind');
  await expect(queue.acquire({ signal: one.signal })).rejects.toThrow('changed my mind');
  await first.release();
  const turn = await staying;
  everybody.abort(new Error('closing'));
  await turn.release();
  await expect(last).rejects.toThrow('closing');
  await expect(queue.acquire()).rejects.toThrow('closing');
});

test('after a loss the next turn has a new epoch, and never starts beside the old one', async () => {
  const options = optionsFor(await testDatabase(), { label: 'queue', strict: false });
  const admin = await adminOf(options.connection as string);
  const queue = createLocalQueue(options);
  const first = await queue.acquire();
  let isFirstInside = true;
  const second = queue.acquire().then((turn) => {
    expect(isFirstInside).toBe(false);
    return turn;
  });
  await terminate(admin, 'queue');
  await eventually(() => expect(first.signal.aborted).toBe(true));
  expect(first.held()).toBe(false);
  isFirstInside = false;
  await first.release();
  expect((await second).token).toEqual({ key: options.key, timeline: 1, epoch: 2n });
  await (await second).release();
});

test('after maxHoldMs other processes get their turn; what keeps the lock away is told to everybody', async () => {
  const options = optionsFor(await testDatabase());
  const queue = createLocalQueue({ ...options, maxHoldMs: 0 });
  const turns = [queue.acquire(), queue.acquire()];
  const first = await turns[0]!;
  const elsewhere = acquireSingletonLock({ ...options, label: 'elsewhere' });
  await first.release();
  // One of the two is next; the other follows.
  const locks = await Promise.all([
    turns[1]!.then(async (turn) => (await turn.release(), turn)),
    elsewhere.then(async (lock) => (await lock.release(), lock)),
  ]);
  expect(new Set(locks.map(({ epoch }) => epoch))).toEqual(new Set([2n, 3n]));

  const broken = createLocalQueue(optionsFor('postgres://127.0.0.1:1/x'));
  const answers = await Promise.allSettled([broken.acquire(), broken.acquire()]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
