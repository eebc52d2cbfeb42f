import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.ts';
import { initialise, prepareKept } from './data-folder.ts';
import { findLeftOver } from './left-over.ts';
import { claim } from './owner.ts';
import { lastPort } from './pid-file.ts';
import { anyFreePort, isPortFree } from './ports.ts';
import { startReaper } from './reaper.ts';
import { launch, ServerStartError, shutDown, type Launch } from './server-process.ts';
import { giveTo, serverUser, type ServerUser } from './server-user.ts';
import { createDatabase, urlOf } from './sql.ts';

/** Options of {@link startPostgres}. */
export interface StartPostgresOptions {
  /** A folder that keeps the data. Without it the server is a throw-away one, gone with this process. */
  readonly dataDir?: string;
  /** Port on 127.0.0.1. Without it: the one of the last run of `dataDir` when free, else any free one. */
  readonly port?: number;
  /** Survive a power cut (fsync). Default: true with `dataDir`, false without. A kill of the server loses nothing either way. */
  readonly durable?: boolean;
}

/** A running server. */
export interface PostgresServer {
  readonly port: number;
  /** Address of a database, of `postgres` when none is named. User `postgres`, no password. */
  readonly url: (database?: string) => string;
  /** Creates a database, empty or as a copy of `template`, and returns its address. */
  readonly createDatabase: (name: string, template?: string) => Promise<string>;
  /** Stops the server (connections are cut) and removes the data of a throw-away one. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL 18 from the binaries of npm, in about half a second. For development and tests only: everybody on this machine
 * may connect.
 *
 * @throws Error when the binaries are missing, the folder cannot be used or is in use, or the port is taken
 *
 * @example
 * const postgres = await startPostgres();
 * const url = await postgres.createDatabase('shop');
 * await postgres.stop();
 */
export async function startPostgres(options: StartPostgresOptions = {}): Promise<PostgresServer> {
  const user = serverUser();
  const binaries = findBinaries(user);
  return options.dataDir === undefined
    ? startThrowAway(binaries, user, options)
    : startKept(binaries, user, resolve(options.dataDir), options);
}

async function startThrowAway(
  binaries: Binaries,
  user: ServerUser,
  { port, durable = false }: StartPostgresOptions,
): Promise<PostgresServer> {
  const dataDir = mkdtempSync(join(fastestFolder(), 'embedded-postgres-'));
  const reaper = startReaper(dataDir);
  const watch = (pid: number) => reaper.watch(pid);
  const remove = () => {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    reaper.dismiss();
  };
  try {
    giveTo(user, dataDir);
    await initialise(binaries, user, dataDir, watch);
    // Shared memory as files in the folder, so that nothing stays behind when the server is killed.
    const inFolder = process.platform === 'win32' ? [] : ['dynamic_shared_memory_type=mmap'];
    const settings = [...durability(durable), ...inFolder];
    const server = await launchSomewhere({ binaries, user, dataDir, settings }, port, watch);
    return describe(server.port, async () => {
      await shutDown(binaries, dataDir, server.pid);
      remove();
    });
  } catch (error) {
    remove();
    throw error;
  }
}

async function startKept(
  binaries: Binaries,
  user: ServerUser,
  path: string,
  { port, durable = true }: StartPostgresOptions,
): Promise<PostgresServer> {
  const dataDir = await prepareKept(binaries, user, path);
  const server =
    (await findLeftOver(binaries, dataDir, { port, durable })) ??
    (await launchSomewhere(
      { binaries, user, dataDir, settings: durability(durable) },
      port,
      undefined,
      lastPort(dataDir),
    ));
  const giveUpClaim = await claim(server.port, dataDir);
  return describe(server.port, async () => {
    await giveUpClaim();
    await shutDown(binaries, dataDir, server.pid);
  });
}

function durability(durable: boolean): string[] {
  return durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
}

/** Launches on the fixed port, or on a free one; when somebody takes that first, on another. */
async function launchSomewhere(
  base: Omit<Launch, 'port'>,
  fixed: number | undefined,
  onSpawn?: (pid: number) => void,
  preferred?: number,
): Promise<{ readonly pid: number; readonly port: number }> {
  if (fixed !== undefined && !(await isPortFree(fixed))) {
    throw new ServerStartError(
      `Port ${fixed} is taken by another process. Stop it, or leave the port out.`,
      'port_taken',
    );
  }
  let keep = fixed ?? (preferred !== undefined && (await isPortFree(preferred)) ? preferred : undefined);
  for (let tries = 1; ; tries += 1) {
    const port = keep ?? (await anyFreePort());
    try {
      return { pid: await launch({ ...base, port }, onSpawn), port };
    } catch (error) {
      const problem = error instanceof ServerStartError ? error.problem : 'other';
      if (problem === 'other' || (problem === 'port_taken' && fixed !== undefined) || tries === 10)
        throw error;
      if (problem === 'not_gone') await sleep(200);
      else keep = undefined;
    }
  }
}

function describe(port: number, end: () => Promise<void>): PostgresServer {
  let stopped: Promise<void> | undefined;
  return {
    port,
    url: (database = 'postgres') => urlOf(port, database),
    createDatabase: (name, template) => createDatabase(urlOf(port, 'postgres'), name, template),
    stop: () => (stopped ??= end()),
  };
}

/** Memory when there is plenty of it: the largest single factor of a test suite's speed. */
function fastestFolder(): string {
  if (process.platform === 'linux' && existsSync('/dev/shm')) {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 2 ** 30) return '/dev/shm';
  }
  return tmpdir();
}
