// Packs the two packages as they would be published and installs them outside the workspace.
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const here = import.meta.dirname;
const root = resolve(here, '../..');

export interface Result {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a program and gives what it printed. It does not block, so servers of this process can answer it. */
export function run(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly timeoutMs?: number;
  } = {},
): Promise<Result> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((done) => {
    execFile(
      command,
      args,
      {
        cwd: options.cwd ?? here,
        env: { ...env, ...options.env },
        timeout: options.timeoutMs ?? 120_000,
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => done({ ok: error === null, output: `${stdout}${stderr}`.trim() }),
    );
  });
}

export interface Consumer {
  readonly dir: string;
  readonly tarballs: readonly string[];
  readonly remove: () => Promise<void>;
}

/** A project in a new directory with `@kie/client` installed from its tarball. The packages must be built. */
export async function installConsumer(): Promise<Consumer> {
  const dir = await mkdtemp(join(tmpdir(), 'kie-consumer-'));
  const packs = join(dir, 'packs');
  await mkdir(packs);
  for (const name of ['kie-registry', 'kie-client']) {
    const packed = spawnSync('npm', ['pack', '--pack-destination', packs], { cwd: join(root, 'libs', name) });
    if (packed.status !== 0) throw new Error(`npm pack of ${name} failed: ${String(packed.stderr)}`);
  }
  const tarballs = (await readdir(packs)).map((name) => join(packs, name));
  await writeFile(
    join(dir, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  const installed = await run('npm', ['install', ...tarballs, '--no-audit', '--no-fund'], { cwd: dir });
  if (!installed.ok) throw new Error(`npm install failed: ${installed.output}`);
  return { dir, tarballs, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** Middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
