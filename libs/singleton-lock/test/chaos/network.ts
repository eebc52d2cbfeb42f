import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { startProxy, type FaultProxy } from '../fault-proxy.ts';

/** The lines between programs and the server, each of which can be cut. */
export interface Network {
  readonly kind: 'namespaces' | 'proxy';
  /** Starts a program on line `n`; its first argument is the address of the database as seen from there, then come `args`. */
  readonly run: (n: number, url: string, program: string, args: readonly string[]) => ChildProcess;
  /** Nothing passes on line `n`, and nobody is told. */
  readonly cut: (n: number) => void;
  readonly heal: (n: number) => void;
  readonly stop: () => void;
}

function start(command: string, args: readonly string[]): ChildProcess {
  return spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** The same database by another way. */
function through(database: string, way: string): string {
  const url = new URL(database);
  const { hostname, port } = new URL(way);
  url.hostname = hostname;
  url.port = port;
  return url.href;
}

/** Lines through proxies; works everywhere. */
export async function proxyNetwork(url: string, lines: number): Promise<Network> {
  const proxies = await Promise.all(Array.from({ length: lines }, () => startProxy(url)));
  const line = (n: number): FaultProxy => {
    const proxy = proxies[n];
    if (proxy === undefined) throw new Error(`There is no line ${n}.`);
    return proxy;
  };
  return {
    kind: 'proxy',
    run: (n, database, program, args) =>
      start(process.execPath, ['--conditions=@kie/source', program, through(database, line(n).url), ...args]),
    cut: (n) => line(n).goSilent(),
    heal: (n) => line(n).heal(),
    stop: () => {
      for (const proxy of proxies) proxy.stop();
    },
  };
}

/**
 * Lines through network namespaces made by `namespaces.ts`, in whose innermost one this process runs: a cut is a true black hole, in which
 * even the kernel's acknowledgements vanish.
 */
export function namespaceNetwork(url: string, prefix: string): Network {
  const port = new URL(url).port;
  const iptables = (...args: string[]) => void execFileSync('iptables', ['-w', ...args]);
  const destination = `127.0.0.1:${port}`;
  iptables(
    ...`-t nat -A PREROUTING -p tcp --dport ${port} -j DNAT --to-destination ${destination}`.split(' '),
  );
  const rules = (change: '-I' | '-D', n: number) => {
    iptables(change, 'INPUT', '-i', `v${n}`, '-j', 'DROP');
    iptables(change, 'OUTPUT', '-o', `v${n}`, '-j', 'DROP');
  };
  return {
    kind: 'namespaces',
    run: (n, database, program, args) =>
      start('ip', [
        'netns',
        'exec',
        `${prefix}-${n}`,
        process.execPath,
        '--conditions=@kie/source',
        program,
        through(database, `http://10.213.${n}.1:${port}`),
        ...args,
      ]),
    cut: (n) => rules('-I', n),
    heal: (n) => rules('-D', n),
    // The namespaces go with the process that made them.
    stop: () => {},
  };
}
