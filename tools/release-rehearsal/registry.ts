import { spawn, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const here = import.meta.dirname;

export interface LocalRegistry {
  readonly url: string;
  stop(): void;
}

/**
 * An npm registry on loopback for the `@kie` scope only. It asks no other registry, so a package of ours that is
 * missing shows as missing.
 */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  if (!existsSync(join(here, 'node_modules/verdaccio'))) {
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: here,
      stdio: 'inherit',
    });
    if (done.status !== 0) throw new Error('could not install the local registry');
  }
  const port = await freePort();
  const config = join(folder, 'registry.yaml');
  writeFileSync(
    config,
    [
      `storage: ${join(folder, 'packages')}`,
      // Nobody else reaches it, and it lives for a minute: everybody may publish.
      'auth: { htpasswd: { file: ./htpasswd, max_users: 1000 } }',
      'uplinks: {}',
      "packages: { '@kie/*': { access: $all, publish: $all, unpublish: $all } }",
      'max_body_size: 50mb',
      'log: { type: stdout, level: warn }',
    ].join('\n'),
  );
  const bin = join(here, 'node_modules/verdaccio/bin/verdaccio');
  const child = spawn(process.execPath, [bin, '--config', config, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}/`;
  for (let i = 0; ; i++) {
    try {
      if ((await fetch(`${url}-/ping`)).ok) break;
    } catch {
      // Not listening yet.
    }
    if (i > 200 || child.exitCode !== null) throw new Error('the local registry did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop: () => void child.kill() };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
