// `npm run bench`: how soon a waiter follows, beside other packages, in one run. Ratios are what to compare; the times are this machine's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../libs/embedded-postgres/src/index.ts';
import { contestants } from './contestants.ts';

type Fault = 'release' | 'SIGKILL' | 'SIGSTOP';

const { values: args } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(args.rounds);
const LANES = 4;
const PATIENCE_MS = 10_000;
const holder = fileURLToPath(new URL('holder.ts', import.meta.url));
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const postgres = await startPostgres();
let locks = 0;

/** @returns ms from the fault to the successor; undefined when nobody followed */
async function takeover(contestant: string, fault: Fault, url: string): Promise<number | undefined> {
  locks += 1;
  const name = `lock ${locks}`;
  const child = spawn(process.execPath, ['--conditions=@kie/source', holder, contestant, url, name], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const waiting = contestants[contestant]!(url, name);
  await sleep(400 + Math.random() * 300);
  const at = performance.now();
  if (fault === 'release') child.stdin.write('release\n');
  else child.kill(fault);
  const patience = new AbortController();
  const tookMs = await Promise.race([
    waiting.then(() => performance.now() - at),
    new Promise<undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
      patience.signal.addEventListener('abort', () => clearTimeout(timer));
    }),
  ]);
  patience.abort();
  // Nobody waits for ever: without its holder the lock is free.
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  await (
    await waiting
  )();
  return tookMs;
}

function median(values: readonly (number | undefined)[]): number {
  const sorted = values.map((value) => value ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const show = (ms: number) =>
  Number.isFinite(ms) ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `none in ${PATIENCE_MS / 1000} s`;
const faults: readonly Fault[] = ['release', 'SIGKILL', 'SIGSTOP'];
const table = new Map<string, number[][]>();
for (const contestant of Object.keys(contestants)) {
  const url = await postgres.createDatabase(`db_${table.size}`);
  const cells: number[][] = [];
  for (const fault of faults) {
    const times: (number | undefined)[] = [];
    for (let round = 0; round < rounds; round += 1)
      times.push(
        ...(await Promise.all(Array.from({ length: LANES }, () => takeover(contestant, fault, url)))),
      );
    cells.push([median(times), Math.max(...times.map((ms) => ms ?? Number.POSITIVE_INFINITY))]);
  }
  table.set(contestant, cells);
  console.error(`${contestant}: done after ${(performance.now() / 1000).toFixed(0)} s`);
}
await postgres.stop();

const [, base = []] = [...table.values()];
console.log(
  `n = ${rounds * LANES} each; median (max), and the median as a multiple of @kie/singleton-lock with strict: false\n`,
);
console.log(`| takeover after | ${faults.join(' | ')} |\n|---|${faults.map(() => '---|').join('')}`);
for (const [contestant, cells] of table) {
  const row = cells.map(([mid = 0, max = 0], n) => {
    const ratio = mid / (base[n]?.[0] ?? Number.NaN);
    return Number.isFinite(mid) ? `${show(mid)} (${show(max)}), ${ratio.toFixed(2)} x` : show(mid);
  });
  console.log(`| ${contestant} | ${row.join(' | ')} |`);
}
process.exit();
