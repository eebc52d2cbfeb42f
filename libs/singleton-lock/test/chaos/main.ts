// `npx nx run singleton-lock:chaos -- --faults=300 --seeds=1,2,3`: the goals of the lock, measured, beside a naive design. As root on Linux the lines
// are cut in network namespaces made for the run; elsewhere, or with --network=proxy, by a proxy.
// --postgres=system takes Debian's server instead of the embedded one (not for the parts restart and failover).
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@kie/embedded-postgres';
import pg from 'pg';
import { failoverFindings } from './failover-findings.ts';
import { localFindings } from './local-findings.ts';
import { printTable, type Finding } from './measure.ts';
import { startSystemPostgres, systemPostgres } from '../system-postgres.ts';
import { canMakeNamespaces, insideVariable, rerunInside } from './namespaces.ts';
import { namespaceNetwork, proxyNetwork } from './network.ts';
import { poolerFindings } from './pooler-findings.ts';
import { restartFindings } from './restart-findings.ts';
import { chaosFindings } from './chaos-findings.ts';
import { takeoverFindings } from './takeover-findings.ts';
import { waiterFindings } from './waiter-findings.ts';

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '300' },
    seeds: { type: 'string', default: '1,2,3' },
    samples: { type: 'string', default: '200' },
    network: { type: 'string', default: 'auto' },
    postgres: { type: 'string', default: 'embedded' },
    only: { type: 'string', default: 'takeover,restart,pooler,waiter,local,failover,chaos' },
  },
});
const seeds = values.seeds.split(',').map(Number);
const parts = new Set(values.only.split(','));
const LINES = 1 + 3 * seeds.length;
const prefix = process.env[insideVariable];

if (values.network === 'auto' && prefix === undefined && canMakeNamespaces()) {
  process.exitCode = rerunInside(LINES);
} else {
  process.exitCode = (await measureAll()) ? 0 : 1;
}

async function measureAll(): Promise<boolean> {
  const postgres = await startServer();
  if (prefix !== undefined) await letNamespacesIn(postgres.url());
  const network =
    prefix === undefined
      ? await proxyNetwork(postgres.url(), LINES)
      : namespaceNetwork(postgres.url(), prefix);
  console.log(`cut lines: ${network.kind}; seeds ${seeds.join(', ')}; ${values.faults} faults`);
  const samples = Number(values.samples);
  const context = {
    network,
    database: (name: string) => postgres.createDatabase(name),
    killServerProcess: (pid: number) => void process.kill(pid, 'SIGKILL'),
  };
  const findings: Finding[] = [];
  const add = async (part: string, measure: () => Promise<Finding[]>) => {
    if (!parts.has(part)) return;
    const at = performance.now();
    findings.push(...(await measure()));
    console.log(`(${part}: ${((performance.now() - at) / 1000).toFixed(0)} s)\n`);
  };
  try {
    await add('takeover', () => takeoverFindings(context, samples));
    await add('restart', () => restartFindings(10));
    await add('pooler', async () => poolerFindings(await context.database('pooler'), samples / 2));
    await add('waiter', async () => waiterFindings(await context.database('waiter')));
    await add('local', async () => localFindings(await context.database('local')));
    await add('failover', () => failoverFindings(20));
    await add('chaos', () => chaosFindings(context, seeds, Number(values.faults)));
  } finally {
    network.stop();
    await postgres.stop();
  }
  const verdict = (isReached: boolean) => (isReached ? 'reached' : 'MISSED');
  printTable(
    ['goal', 'test', 'wanted', 'got', ''],
    findings.map((one) => [one.goal, one.test, one.wanted, one.got, verdict(one.isReached)]),
  );
  return findings.every(({ isReached }) => isReached);
}

async function startServer() {
  const system = systemPostgres();
  if (values.postgres !== 'system') return startPostgres();
  if (system === undefined) throw new Error('No PostgreSQL of the system was found; leave --postgres out.');
  console.log(`PostgreSQL ${system.version}`);
  return startSystemPostgres(system.bin);
}

/** The server trusts 127.0.0.1 only; the far ends of our own links come from 10.213. */
async function letNamespacesIn(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  appendFileSync(join(rows[0]!.data_directory, 'pg_hba.conf'), 'host all all 10.213.0.0/16 trust\n');
  await client.query('select pg_reload_conf()');
  await client.end();
}
