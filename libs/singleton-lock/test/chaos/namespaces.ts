import { execFileSync, spawnSync } from 'node:child_process';

/** Set in the process that runs inside: the prefix of the names. */
export const insideVariable = 'SINGLETON_LOCK_NAMESPACES';

/** Whether this machine lets us make network namespaces. */
export function canMakeNamespaces(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const name = `slock-try-${process.pid}`;
  try {
    run('ip', 'netns', 'add', name);
    run('ip', 'netns', 'exec', name, 'iptables', '-t', 'nat', '-L', '-n');
    return true;
  } catch {
    return false;
  } finally {
    spawnSync('ip', ['netns', 'del', name]);
  }
}

/**
 * Runs this program again inside a namespace of its own, with `lines` further ones that reach it over a link each; removes all of them afterwards.
 *
 * @returns its exit code
 */
export function rerunInside(lines: number): number {
  const prefix = `slock${process.pid}`;
  const inside = `${prefix}-db`;
  const names = [inside, ...Array.from({ length: lines }, (_, n) => `${prefix}-${n}`)];
  try {
    for (const name of names) {
      run('ip', 'netns', 'add', name);
      run('ip', '-n', name, 'link', 'set', 'lo', 'up');
    }
    // The server listens on 127.0.0.1 only; what comes in over a link may be sent there.
    const settings = ['all', 'default'].map((which) => `net.ipv4.conf.${which}.route_localnet=1`);
    run('ip', 'netns', 'exec', inside, 'sysctl', '-qw', ...settings);
    for (let n = 0; n < lines; n += 1) {
      const far = `${prefix}-${n}`;
      run('ip', 'link', 'add', `v${n}`, 'netns', inside, 'type', 'veth', 'peer', 'name', 'e0', 'netns', far);
      run('ip', '-n', inside, 'addr', 'add', `10.213.${n}.1/30`, 'dev', `v${n}`);
      run('ip', '-n', inside, 'link', 'set', `v${n}`, 'up');
      run('ip', '-n', far, 'addr', 'add', `10.213.${n}.2/30`, 'dev', 'e0');
      run('ip', '-n', far, 'link', 'set', 'e0', 'up');
    }
    const { status } = spawnSync(
      'ip',
      ['netns', 'exec', inside, process.execPath, ...process.execArgv, ...process.argv.slice(1)],
      { stdio: 'inherit', env: { ...process.env, [insideVariable]: prefix } },
    );
    return status ?? 1;
  } finally {
    for (const name of names) spawnSync('ip', ['netns', 'del', name]);
  }
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
