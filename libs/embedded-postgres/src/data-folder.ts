import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { giveTo, isReachable, type ServerUser } from './server-user.ts';

/** PostgreSQL's major version, as the data folder names it. */
const MAJOR = '18';

/** The program's `-D` and working directory for a data folder. */
export interface FolderArguments {
  readonly cwd: string;
  readonly dataArgument: string;
}

/**
 * How to name the folder to a program that runs as `user`. On Linux a folder below a private one (root's home) is reached through
 * the working directory, which root enters before it gives up its rights; elsewhere that is an error.
 */
export function folderArguments(user: ServerUser, folder: string): FolderArguments {
  if (isReachable(user, folder)) return { cwd: folder, dataArgument: folder };
  if (process.platform === 'linux') return { cwd: folder, dataArgument: '/proc/self/cwd' };
  throw new Error(
    `PostgreSQL cannot run as root, and the user it runs as instead cannot enter ${folder}. ` +
      'Start this as an ordinary user, or choose a data folder outside of private directories.',
  );
}

/** Makes a database cluster in the empty folder `folder`. `onSpawn` hears the process id at once. */
export async function initialise(
  binaries: Binaries,
  user: ServerUser,
  folder: string,
  onSpawn: (pid: number) => void = () => {},
): Promise<void> {
  const { cwd, dataArgument } = folderArguments(user, folder);
  // What is only thrown away needs no flush, and a kept folder is flushed by the server's first checkpoint.
  const args = [
    '-D',
    dataArgument,
    '-U',
    'postgres',
    '--auth=trust',
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C',
  ];
  const initdb = spawn(binaries.initdb, args, { ...user, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (text: string) => (said += text);
  initdb.stdout.setEncoding('utf8').on('data', listen);
  initdb.stderr.setEncoding('utf8').on('data', listen);
  if (initdb.pid !== undefined) onSpawn(initdb.pid);
  const end = await new Promise<number | string>((resolve, reject) => {
    initdb.once('error', reject);
    initdb.once('close', (status, signal) => resolve(status ?? signal ?? 'unknown'));
  });
  if (end !== 0) throw new Error(`PostgreSQL's initdb ended with ${end}:\n${said.trim()}`);
}

/** Makes the kept folder `dataDir` usable and returns its real path. Half a cluster is never seen: it is made beside and moved. */
export async function prepareKept(binaries: Binaries, user: ServerUser, dataDir: string): Promise<string> {
  const version = join(dataDir, 'PG_VERSION');
  if (!existsSync(version)) {
    if (existsSync(dataDir)) {
      if (readdirSync(dataDir).length > 0) {
        throw new Error(
          `${dataDir} is not a PostgreSQL data folder and not empty. Choose another one, or empty it.`,
        );
      }
      rmdirSync(dataDir);
    }
    mkdirSync(dirname(dataDir), { recursive: true });
    const fresh = mkdtempSync(`${dataDir}.new-`);
    giveTo(user, fresh);
    try {
      await initialise(binaries, user, fresh);
      renameSync(fresh, dataDir);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      // Somebody else made it meanwhile.
      if (!existsSync(version)) throw error;
    }
  }
  const major = readFileSync(version, 'utf8').trim();
  if (major !== MAJOR) {
    throw new Error(
      `${dataDir} was made by PostgreSQL ${major}, this is ${MAJOR}. Dump it with the old version, or remove the folder.`,
    );
  }
  return realpathSync(dataDir);
}
