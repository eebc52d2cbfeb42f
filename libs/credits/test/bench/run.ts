/**
 * The figures of the ledger: `npx nx run credits:benchmark`, or with numbers
 * `npx nx run credits:benchmark --args="--calls=1000000 --programs=10000 --kills=50"`.
 */
import { parseArgs } from 'node:util';
import { createDatabase, migrate } from '@kie/database';
import { startPostgres } from '@kie/embedded-postgres';
import { randomProgram } from '../model.ts';
import { createRandom } from '../random.ts';
import { compareProgram } from '../run-program.ts';
import { killedServer } from './killed-server.ts';
import { million } from './million.ts';
import { spenders } from './spenders.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '1000000' },
    programs: { type: 'string', default: '500' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    attempts: { type: 'string', default: '8000' },
    spenders: { type: 'string', default: '8,32,100' },
  },
});
const seed = Number(values.seed);
const server = await startPostgres({ durable: true });
const url = await server.createDatabase('ledger');
await migrate({ url });
const { db, close } = createDatabase({ url, max: 100 });

async function programs(count: number): Promise<Record<string, unknown>> {
  const random = createRandom(seed);
  const differences: string[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < count) {
        const n = next++;
        const firstUser = 20_000_000 + n * 3;
        const people = [0, 1, 2].map((more) => ({ id: firstUser + more, first_name: 'x' }));
        await db.insertInto('users').values(people).execute();
        await db
          .insertInto('accounts')
          .values(people.map(({ id }) => ({ user_id: id })))
          .execute();
        const found = await compareProgram(db, `program-${seed}-${n}`, firstUser, randomProgram(random, 100));
        if (found !== undefined) differences.push(found);
      }
    }),
  );
  return {
    programs: count,
    commands: count * 100,
    seed,
    differences: differences.length,
    first: differences[0],
  };
}

for (const parallel of values.spenders.split(',').map(Number)) {
  console.log('C1', JSON.stringify(await spenders(db, { parallel, attempts: Number(values.attempts) })));
}
console.log('C3', JSON.stringify(await programs(Number(values.programs))));
console.log('C2', JSON.stringify(await million(db, { calls: Number(values.calls), users: 500, seed })));
await close();
await server.stop();
console.log('C5', JSON.stringify(await killedServer({ kills: Number(values.kills) })));
