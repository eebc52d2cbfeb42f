import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { acquireSingletonLock, lockKey, type profiles } from '../../src/index.ts';
import * as sql from '../../src/sql.ts';
import type { Design } from './contender.ts';
import { sharedNow, sleep } from './measure.ts';
import type { Network } from './network.ts';

/** `unacked`: cut off while the server has data on the way to the holder, which keepalives do not notice. */
export type Trouble = 'release' | 'kill' | 'terminate' | 'stop' | 'cut' | 'unacked' | 'crash';

export interface TakeoverRow {
  readonly trouble: Trouble;
  readonly design: Design;
  readonly profile: keyof typeof profiles;
  /** From the trouble to the successor; without those who waited in vain. */
  readonly takeoverMs: readonly number[];
  /** Waited in vain for as long as the row waits. */
  readonly inVain: number;
  /** How much before the successor the holder knew; negative: after. Only of those that noticed. */
  readonly aheadMs: readonly number[];
  /** From the trouble to the holder's knowing. */
  readonly noticedMs: readonly number[];
  /** Holders that never noticed while the row waited. */
  readonly unaware: number;
}

export interface TakeoverOptions {
  readonly url: string;
  readonly network: Network;
  readonly trouble: Trouble;
  readonly design: Design;
  readonly profile?: keyof typeof profiles;
  readonly samples: number;
  readonly patienceMs?: number;
  readonly killServerProcess?: (pid: number) => void;
}

const LOCKS = 20;
const program = fileURLToPath(new URL('holder-process.ts', import.meta.url));
let rounds = 0;

/** Measures how fast a waiter follows; many locks of one holder at a time. */
export async function measureTakeover(options: TakeoverOptions): Promise<TakeoverRow> {
  const { trouble, design, profile = 'fast', samples } = options;
  const all: { takeoverMs?: number; lostMs?: number }[] = [];
  while (all.length < samples) {
    const locks = Math.min(LOCKS, samples - all.length);
    all.push(...(await (trouble === 'release' ? releaseRound(options) : faultRound(options, locks))));
  }
  const taken = all.flatMap(({ takeoverMs }) => takeoverMs ?? []);
  return {
    trouble,
    design,
    profile,
    takeoverMs: taken,
    inVain: all.length - taken.length,
    aheadMs: all.flatMap(({ takeoverMs, lostMs }) =>
      takeoverMs === undefined || lostMs === undefined ? [] : takeoverMs - lostMs,
    ),
    noticedMs: all.flatMap(({ lostMs }) => lostMs ?? []),
    unaware: all.filter(({ lostMs }) => lostMs === undefined).length,
  };
}

async function faultRound(options: TakeoverOptions, locks: number) {
  const { url, network, trouble, design, profile = 'fast', patienceMs = 8000 } = options;
  rounds += 1;
  const keys = Array.from({ length: locks }, (_, n) => lockKey('takeover', `${rounds} ${n}`));
  const admin = await connectTo(url);
  const lost = new Map<string, number>();
  const holder = network.run(0, url, program, [design, profile, keys.join(',')]);
  holder.stdin?.on('error', () => {});
  const lines = createInterface({ input: holder.stdout! });
  lines.on('line', (line) => {
    const [word, key = '', at] = line.split(' ');
    if (word === 'lost') lost.set(key, Number(at));
  });
  await once(lines, 'line');
  const enough = new AbortController();
  const waiting = keys.map((key) => follow(options, key, enough.signal));
  // All wait, and those who poll do so at different moments.
  await sleep(600);
  const at = sharedNow();
  if (trouble === 'kill') holder.kill('SIGKILL');
  if (trouble === 'stop') holder.kill('SIGSTOP');
  if (trouble === 'cut' || trouble === 'unacked') network.cut(0);
  if (trouble === 'unacked') {
    await admin.query("notify chatter, 'news'");
    for (const key of keys) await admin.query("select pg_notify($1, '')", [sql.channelOf(key)]);
  }
  if (trouble === 'terminate') {
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'singleton-lock holder'",
    );
  }
  if (trouble === 'crash') {
    const { rows } = await admin.query<{ pid: number }>('select pg_backend_pid() as pid');
    options.killServerProcess?.(rows[0]!.pid);
  }
  const patience = setTimeout(() => enough.abort(), patienceMs);
  const taken = await Promise.all(waiting);
  clearTimeout(patience);
  if (trouble === 'stop') holder.kill('SIGCONT');
  // What the holder has to say may still be on its way.
  await sleep(trouble === 'stop' ? 300 : 100);
  if (holder.exitCode === null && holder.signalCode === null) {
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    await gone;
  }
  if (trouble === 'cut' || trouble === 'unacked') network.heal(0);
  await admin.end().catch(() => {});
  return keys.map((key, n) => {
    const takenAt = taken[n];
    const lostAt = lost.get(String(key));
    return {
      ...(takenAt === undefined ? {} : { takeoverMs: takenAt - at }),
      ...(lostAt === undefined ? {} : { lostMs: lostAt - at }),
    };
  });
}

/** Holder and waiter in this process, one lock: what a hand-over itself costs. */
async function releaseRound(options: TakeoverOptions) {
  rounds += 1;
  const key = lockKey('takeover', String(rounds));
  const enough = new AbortController();
  const first = await hold(options, key);
  let waits = () => {};
  const isWaiting = new Promise<void>((resolve) => (waits = resolve));
  const waiting = follow(options, key, enough.signal, waits);
  // A bare lock cannot say that it waits.
  await (options.design === 'naive' ? sleep(100) : isWaiting);
  await sleep(10);
  const at = sharedNow();
  await first();
  const taken = await waiting;
  return [taken === undefined ? {} : { takeoverMs: taken - at }];
}

async function hold({ url, design }: TakeoverOptions, key: bigint): Promise<() => Promise<unknown>> {
  if (design !== 'naive') {
    const lock = await acquireSingletonLock({ connection: url, key, label: 'first', profile: 'fast' });
    return () => lock.release();
  }
  const client = await connectTo(url);
  await client.query(`select pg_advisory_lock(${key})`);
  return () => client.query(`select pg_advisory_unlock(${key})`).then(() => client.end());
}

/** @returns when the lock was there; undefined when it had enough */
async function follow(
  { url, design, profile = 'fast' }: TakeoverOptions,
  key: bigint,
  enough: AbortSignal,
  onWait = () => {},
): Promise<number | undefined> {
  // Drawn after each look at the lock.
  const random = () => {
    onWait();
    return Math.random();
  };
  try {
    if (design === 'naive') return await followNaively(url, key, enough);
    const options = { connection: url, key, label: 'follower', profile, strict: design === 'strict', random };
    const lock = await acquireSingletonLock({ ...options, signal: enough });
    const at = sharedNow();
    await lock.release();
    return at;
  } catch (error) {
    if (enough.aborted) return undefined;
    throw error;
  }
}

async function followNaively(url: string, key: bigint, enough: AbortSignal): Promise<number | undefined> {
  while (!enough.aborted) {
    // A server that waits for a lock reads nothing, so a goodbye would not be heard.
    const socket = new Socket();
    const client = new pg.Client({ connectionString: url, stream: () => socket });
    client.on('error', () => {});
    const giveUp = () => void socket.destroy();
    enough.addEventListener('abort', giveUp, { once: true });
    try {
      await client.connect();
      await client.query(`select pg_advisory_lock(${key})`);
      return sharedNow();
    } catch {
      // The server went away: the next try.
    } finally {
      enough.removeEventListener('abort', giveUp);
      socket.destroy();
    }
    await sleep(100);
  }
  return undefined;
}

async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}
