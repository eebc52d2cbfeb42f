/**
 * The chaos run: `npx nx run generations:chaos`, or with numbers
 * `npx nx run generations:chaos --args="--kills=1000 --seeds=1,2,3 --minutes=30"`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDatabase, migrate } from '@kie/database';
import { startPostgres } from '@kie/embedded-postgres';
import { runChaos, type ChaosCounts, type ChaosOptions } from './chaos.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seeds: { type: 'string', default: '1,2,3' },
    minutes: { type: 'string', default: '5' },
    processes: { type: 'string', default: '2' },
    life: { type: 'string', default: '500' },
  },
});

const server = await startPostgres();
const mediaRoot = await mkdtemp(join(tmpdir(), 'chaos-'));

async function once(
  name: string,
  options: Pick<ChaosOptions, 'seed' | 'kills' | 'lossy'> & { readonly naive?: boolean },
): Promise<ChaosCounts> {
  const url = await server.createDatabase(`chaos_${name.replaceAll(/\W/g, '_')}`);
  await migrate({ url });
  const { db, close } = createDatabase({ url, max: 10 });
  const counts = await runChaos({
    db,
    url,
    mediaRoot,
    processes: Number(values.processes),
    lifeMs: Number(values.life),
    forMs: Number(values.minutes) * 60_000,
    drainMs: 60_000,
    log: (line) => console.log(`  ${line}`),
    ...options,
  });
  await close();
  console.log(name, JSON.stringify(counts, undefined, 1));
  return counts;
}

const bad: string[] = [];
try {
  const kills = Number(values.kills);
  for (const seed of values.seeds.split(',').map(Number)) {
    for (const lossy of [false, true]) {
      const name = `${lossy ? 'W2 lossy' : 'W1'} seed ${seed}`;
      const found = await once(name, { seed, kills: lossy ? Math.ceil(kills / 5) : kills, lossy });
      const wrong =
        found.lost + found.stuck + found.paidTwice + found.doubleDeliveries + found.problems.length;
      if (wrong > 0) bad.push(name);
    }
  }
  const control = await once('negative control', { seed: 1, kills: 20, lossy: false, naive: true });
  if (control.paidTwice === 0) bad.push('negative control: the naive worker did not pay twice');
} finally {
  await server.stop();
  await rm(mediaRoot, { recursive: true, force: true });
}
console.log(
  bad.length === 0 ? 'All runs are clean, and the control is not.' : `Not clean: ${bad.join(', ')}`,
);
process.exitCode = bad.length === 0 ? 0 : 1;
