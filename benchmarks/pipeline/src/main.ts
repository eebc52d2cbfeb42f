import { parseArgs } from 'node:util';
import { startPostgres } from '@kie/embedded-postgres';
import { latency } from './latency.ts';
import { engine, resting, slots, throughput } from './load.ts';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '100' },
    generations: { type: 'string', default: '1000' },
    'in-flight': { type: 'string', default: '2000' },
  },
});
const server = await startPostgres();
const print = (result: Record<string, unknown>): void => console.log(JSON.stringify(result));
try {
  const count = Number(values.generations);
  print(await latency(server, Number(values.orders)));
  print(await slots(server));
  print(await engine(server, count));
  for (const processes of [1, 2, 4]) print(await throughput(server, processes, count));
  print(await resting(server, 0));
  print(await resting(server, Number(values['in-flight'])));
} finally {
  await server.stop();
}
