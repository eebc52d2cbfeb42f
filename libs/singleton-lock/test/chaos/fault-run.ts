import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { lockKey, singletonLockTableSql } from '../../src/index.ts';
import { designs, type Design } from './contender.ts';
import { sleep } from './measure.ts';
import type { Network } from './network.ts';
import { countStale, readActions, type Outcome } from './outcome.ts';
import { seeded } from './random.ts';

/**
 * - `cut+terminate`: the server drops the session of a holder who cannot hear it, as in a failover
 * - `crash`: one server process is killed, so that the server ends all sessions and recovers
 */
export type Fault = 'release' | 'terminate' | 'kill' | 'stop' | 'cut' | 'cut+terminate' | 'crash';

const common: readonly Fault[] = ['release', 'terminate', 'kill', 'stop', 'cut', 'cut+terminate'];
const PROCESSES = 3;
const program = fileURLToPath(new URL('contender-process.ts', import.meta.url));

export interface FaultRun {
  /** A database of the run's own, directly. */
  readonly url: string;
  readonly network: Network;
  /** The run uses the lines from here to here + 2. */
  readonly firstLine: number;
  readonly seed: number;
  /** How many random faults, or which, each for the leader of a design. */
  readonly faults: number | readonly (readonly [Fault, Design])[];
  readonly longestMs?: number;
  /** Ends a server process; without it there are no crashes. */
  readonly killServerProcess?: (pid: number) => void;
}

/** Three processes, three designs, the same faults. */
export async function runFaults(run: FaultRun): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lock-chaos-'));
  const ask = asker(run.url);
  const keys = designs.map((design) => lockKey('chaos', `${design} ${run.seed}`));
  await ask(singletonLockTableSql);
  await ask(`create table chaos_register (design text, kind text, seq bigint not null default 0);
    create table chaos_history (design text, kind text, seq bigint, epoch bigint)`);
  for (const design of designs)
    await ask("insert into chaos_register values ($1, 'fenced'), ($1, 'unfenced')", [design]);
  const children: ChildProcess[] = [];
  const nameOf = (n: number) => `${run.seed}.${n}`;
  const start = async (n: number) => {
    const args = [folder, nameOf(n), ...keys.map(String)];
    const child = run.network.run(run.firstLine + n, run.url, program, args);
    // A pipe to a process that is killed breaks.
    child.stdin?.on('error', () => {});
    children[n] = child;
    await once(child.stdout!, 'data');
  };
  try {
    await Promise.all(Array.from({ length: PROCESSES }, (_, n) => start(n)));
    await sleep(700);
    await injectAll(run, ask, children, { start, nameOf, keys });
    // The last one recovers.
    await sleep(2500);
  } finally {
    await Promise.all(children.map(end));
  }
  const rows = await ask<{ design: string; kind: string; epoch: string }>(
    'select design, kind, epoch from chaos_history order by seq',
  );
  const outcomes = designs.map((design) => {
    const epochs = (kind: string) =>
      rows.filter((row) => row.design === design && row.kind === kind).map((row) => Number(row.epoch));
    return {
      design,
      ...readActions(readFileSync(join(folder, `${design}.log`), 'utf8')),
      unfenced: epochs('unfenced').length,
      unfencedStale: countStale(epochs('unfenced')),
      fenced: epochs('fenced').length,
      fencedStale: countStale(epochs('fenced')),
    };
  });
  rmSync(folder, { recursive: true, force: true });
  return outcomes;
}

interface House {
  readonly start: (n: number) => Promise<void>;
  readonly nameOf: (n: number) => string;
  readonly keys: readonly bigint[];
}

async function injectAll(
  run: FaultRun,
  ask: Ask,
  children: readonly ChildProcess[],
  house: House,
): Promise<void> {
  const random = seeded(run.seed);
  const { longestMs = 3000, network, faults } = run;
  const list: readonly (readonly [Fault, Design | undefined])[] =
    typeof faults === 'number'
      ? Array.from({ length: faults }, () => [anyFault(random, run), anyDesign(random)] as const)
      : faults;
  for (const [fault, design] of list) {
    const n = (await leaderOf(ask, design, house)) ?? Math.floor(random() * PROCESSES);
    const heldMs = 200 + random() * (longestMs - 200);
    const child = children[n]!;
    const line = run.firstLine + n;
    if (fault === 'release') child.stdin?.write('release\n');
    if (fault === 'terminate') await terminate(ask, house.nameOf(n));
    if (fault === 'kill') {
      await end(child);
      await house.start(n);
    }
    if (fault === 'stop') {
      child.kill('SIGSTOP');
      await sleep(heldMs);
      child.kill('SIGCONT');
    }
    if (fault === 'cut' || fault === 'cut+terminate') {
      network.cut(line);
      if (fault === 'cut+terminate') {
        await sleep(heldMs / 8);
        await terminate(ask, house.nameOf(n));
      }
      await sleep(heldMs);
      network.heal(line);
    }
    if (fault === 'crash') await crash(ask, run);
    await sleep(150 + random() * 500);
  }
}

function anyFault(random: () => number, { killServerProcess }: FaultRun): Fault {
  if (killServerProcess !== undefined && random() < 0.03) return 'crash';
  return common[Math.floor(random() * common.length)] ?? 'kill';
}

/** Whose leader is hit; undefined: anybody. */
function anyDesign(random: () => number): Design | undefined {
  return random() < 0.3 ? undefined : designs[Math.floor(random() * designs.length)];
}

async function leaderOf(
  ask: Ask,
  design: Design | undefined,
  { keys, nameOf }: House,
): Promise<number | undefined> {
  if (design === undefined) return undefined;
  const rows = await ask<{ label: string }>('select label from singleton_lock_epochs where key = $1', [
    keys[designs.indexOf(design)],
  ]);
  const n = Array.from({ length: PROCESSES }, (_, i) => nameOf(i)).indexOf(rows[0]?.label ?? '');
  return n === -1 ? undefined : n;
}

async function terminate(ask: Ask, name: string): Promise<void> {
  await ask('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    `singleton-lock ${name}`,
  ]);
}

/** Kills a server process that serves somebody: the server ends all sessions and recovers. */
async function crash(ask: Ask, run: FaultRun): Promise<void> {
  const [row] = await ask<{ pid: number }>(
    "select pid from pg_stat_activity where application_name like 'singleton-lock %' limit 1",
  );
  if (row !== undefined) run.killServerProcess?.(row.pid);
}

/** One statement over a connection of its own, again when the server restarts: a crash is for all runs on the server. */
type Ask = <T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<T[]>;

function asker(url: string): Ask {
  return async <T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => {
    for (let tries = 1; ; tries += 1) {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => {});
      try {
        await client.connect();
        return (await client.query<T>(text, values === undefined ? undefined : [...values])).rows;
      } catch (error) {
        if (tries === 50) throw error;
        await sleep(100);
      } finally {
        await client.end().catch(() => {});
      }
    }
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
