import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { folderArguments } from './data-folder.ts';
import { readPidFile } from './pid-file.ts';
import { isAlive, waitUntil } from './processes.ts';
import type { ServerUser } from './server-user.ts';

/** What a server is started with. */
export interface Launch {
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly dataDir: string;
  readonly port: number;
  /** Of this start, besides those that every server here has. */
  readonly settings: readonly string[];
}

/** port_taken: another port cures it. not_gone: parts of a killed server still run, they end by themselves. */
export type StartProblem = 'port_taken' | 'not_gone' | 'other';

/** A server that could not start. */
export class ServerStartError extends Error {
  override readonly name = 'ServerStartError';
  readonly problem: StartProblem;

  constructor(message: string, problem: StartProblem) {
    super(message);
    this.problem = problem;
  }
}

/** Where the server of a folder writes its log; begun anew at each start. */
export function logFileOf(dataDir: string): string {
  return join(dataDir, 'server.log');
}

/** Starts the server and waits until it accepts connections. `onSpawn` hears the process id at once. */
export async function launch(options: Launch, onSpawn: (pid: number) => void = () => {}): Promise<number> {
  const { binaries, user, dataDir, port } = options;
  const { cwd, dataArgument } = folderArguments(user, dataDir);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...options.settings,
  ];
  const log = openSync(logFileOf(dataDir), 'w');
  // A group of its own: Ctrl-C in the terminal is for us, and we stop the server when the work is done.
  const server = spawn(
    binaries.postgres,
    ['-D', dataArgument, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd, stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  let ended: string | undefined;
  server.once('error', (error) => (ended = error.message));
  server.once('exit', (code, signal) => (ended = `it ended with ${code ?? signal}`));
  server.unref();
  const { pid } = server;
  if (pid !== undefined) onSpawn(pid);

  const isReady = () => {
    const file = readPidFile(dataDir);
    return file?.pid === pid && file?.isReady === true;
  };
  // Recovery after a crash of the machine takes its time.
  const inTime = await waitUntil(() => ended !== undefined || isReady(), 60_000);
  if (inTime && ended === undefined && pid !== undefined) return pid;
  if (pid !== undefined && ended === undefined) process.kill(pid, 'SIGQUIT');
  const said = readFileSync(logFileOf(dataDir), 'utf8').trim();
  throw new ServerStartError(
    `PostgreSQL did not start on port ${port}: ${ended ?? 'not ready after 60 s'}.\n${said}`,
    problemIn(said),
  );
}

function problemIn(log: string): StartProblem {
  if (/address already in use/i.test(log)) return 'port_taken';
  return /pre-existing shared memory block/.test(log) ? 'not_gone' : 'other';
}

/** Ends a server: open transactions are rolled back, connections closed, data flushed. */
export async function shutDown(binaries: Binaries, dataDir: string, pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  if (process.platform === 'win32') {
    // A signal would be a kill there.
    spawn(binaries.pgCtl, ['stop', '-D', dataDir, '-m', 'fast'], { stdio: 'ignore' });
  } else {
    process.kill(pid, 'SIGINT');
  }
  if (await waitUntil(() => !isAlive(pid), 10_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (await waitUntil(() => !isAlive(pid), 5000)) return;
  // What hears nothing, a frozen one for example. Its children end when they miss it, and the next start recovers.
  process.kill(pid, 'SIGKILL');
  if (await waitUntil(() => !isAlive(pid), 5000)) return;
  throw new Error(`The PostgreSQL server (process ${pid}) on ${dataDir} does not end.`);
}
