import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the real pooler is installed (Debian: `apt-get install pgbouncer`). */
export function hasPgbouncer(): boolean {
  return spawnSync('pgbouncer', ['--version'], { env: searchPath() }).status === 0;
}

/** A real PgBouncer in front of the server of `url`. */
export async function startPgbouncer(
  url: string,
  { mode, poolSize = 20 }: { readonly mode: 'session' | 'transaction'; readonly poolSize?: number },
): Promise<{ url: string; stop: () => Promise<void> }> {
  const target = new URL(url);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  chmodSync(folder, 0o755);
  const config = join(folder, 'pgbouncer.ini');
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: mode,
    default_pool_size: poolSize,
    max_client_conn: 500,
    ignore_startup_parameters: 'extra_float_digits',
    // As its documentation wants it for session mode; it forgets the settings of the client before.
    server_reset_query: 'DISCARD ALL',
  };
  writeFileSync(
    config,
    `[databases]\n* = host=127.0.0.1 port=${target.port} user=${target.username}\n[pgbouncer]\n${Object.entries(
      settings,
    )
      .map(([name, value]) => `${name} = ${value}\n`)
      .join('')}`,
  );
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn('pgbouncer', ['-q', config], { ...user, stdio: 'ignore', cwd: '/', env: searchPath() });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await listens(port)); tries += 1) {
    if (tries < 200 && child.exitCode === null) continue;
    await stop();
    throw new Error(`pgbouncer does not listen on port ${port}.`);
  }
  target.hostname = '127.0.0.1';
  target.port = String(port);
  return { url: target.href, stop };
}

/** Debian keeps it where only root looks. */
function searchPath(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', () => resolve()));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => setTimeout(() => resolve(false), 20));
  });
}
