// Child of run.ts: `node throughput.ts <client> <concurrency> <requests> <url>`; prints JSON.
import ky from 'ky';
import { request } from 'undici';
import { ours } from './ours.ts';

const [name = 'fetch', concurrency = '1', count = '1000', url = ''] = process.argv.slice(2);
const path = `${url}/api/v1/jobs/recordInfo?taskId=t1`;
const headers = { authorization: 'Bearer test-key', accept: 'application/json' };

async function createCall(): Promise<() => Promise<unknown>> {
  if (name === 'fetch') return async () => (await fetch(path, { headers })).json();
  if (name === 'undici') return async () => (await request(path, { headers })).body.json();
  if (name === 'ky') return () => ky(path, { headers, retry: 0, timeout: 30_000 }).json();
  const { createKieClient } = await ours();
  const kie = createKieClient({
    apiKey: 'test-key',
    baseUrl: url,
    limiter: { acquire: async () => undefined },
  });
  return () => kie.getTaskStatus('t1');
}

const call = await createCall();
async function work(times: number): Promise<void> {
  let left = times;
  const loop = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: Number(concurrency) }, loop));
}
// Long enough for the compiler to be done with whatever is measured.
await work(4_000);
const cpu = process.cpuUsage();
const started = performance.now();
await work(Number(count));
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ rps: Number(count) / seconds, cpuMicros: (user + system) / Number(count) }));
process.exit(0);
