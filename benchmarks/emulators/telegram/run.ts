// npm run bench: prints one line per number of the README and fails when a limit is missed.
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { startTelegramEmulator } from '@kie/telegram-emulator';
import { measureCalls, startBareServer } from './latency.ts';
import { measurePage } from './page.ts';

const UPDATES = 10_000;
const RUNS = 5;
const missed: string[] = [];

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function report(
  name: string,
  value: number,
  unit: string,
  limit?: { atLeast?: number; below?: number },
): void {
  const { atLeast, below } = limit ?? {};
  const reached = (atLeast === undefined || value >= atLeast) && (below === undefined || value < below);
  const wanted = atLeast === undefined ? (below === undefined ? '' : `< ${below}`) : `>= ${atLeast}`;
  if (!reached) missed.push(name);
  const number = value >= 100 ? Math.round(value).toString() : value.toFixed(2);
  console.log(
    `${name.padEnd(58)} ${number.padStart(8)} ${unit.padEnd(10)} ${wanted.padEnd(8)} ${reached ? '' : 'MISSED'}`,
  );
}

const message = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve) => child.once('message', (value) => resolve(value as T)));

async function throughput(file: string): Promise<{ perSecond: number[]; cpuMs: number[]; rss: number }> {
  const options = { execArgv: ['--conditions=@kie/source'] };
  const emulator = fork(join(import.meta.dirname, 'emulator.ts'), options);
  const { apiRoot, token } = await message<{ apiRoot: string; token: string }>(emulator);
  const bot = fork(join(import.meta.dirname, file), [apiRoot, token], options);
  await message(bot);
  const perSecond: number[] = [];
  const cpuMs: number[] = [];
  let rss = 0;
  // The first run warms both processes up.
  for (let run = 0; run <= RUNS; run += 1) {
    emulator.send({ updates: UPDATES });
    const answer = await message<{ answeredMs: number; cpuMs: number; rss: number }>(emulator);
    rss = answer.rss;
    if (run === 0) continue;
    perSecond.push((UPDATES / answer.answeredMs) * 1_000);
    cpuMs.push(answer.cpuMs / UPDATES);
  }
  bot.kill();
  emulator.kill();
  return { perSecond, cpuMs, rss };
}

console.log(`Node ${process.version}, load of the machine at the start ${loadavg()[0]?.toFixed(1)}`);

const starts: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const from = performance.now();
  const telegram = await startTelegramEmulator({ log: () => undefined });
  await fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`);
  starts.push(performance.now() - from);
  await telegram.stop();
}
report('start until the first answer, first time in a process', starts[0] ?? 0, 'ms', { below: 200 });
report('start until the first answer, median', median(starts), 'ms', { below: 200 });

// What telegraf reaches is mostly telegraf's own work, so only the plain bot has a limit.
for (const [name, file, limit] of [
  ['plain HTTP bot', 'bot-plain.ts', { atLeast: 5_000 }],
  ['telegraf', 'bot-telegraf.ts', {}],
] as const) {
  const { perSecond, cpuMs, rss } = await throughput(file);
  report(`updates with a reply each, ${name}, median`, median(perSecond), '/s', limit);
  report(`  best of ${RUNS}`, Math.max(...perSecond), '/s');
  report('  processor time of the emulator per update and reply', median(cpuMs), 'ms');
  report('  memory of the emulator after 60,000 updates', rss / 2 ** 20, 'MB');
}

const telegram = await startTelegramEmulator({ log: () => undefined });
telegram.user({ id: 5 }).sendText('hi');
const url = `${telegram.apiRoot}/bot${telegram.token}/sendMessage`;
const body = JSON.stringify({ chat_id: 5, text: 'hello' });
const sample = await (
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
).text();
const bare = await startBareServer(sample);
const without = await measureCalls(bare.url, body, 3_000);
const with_ = await measureCalls(url, body, 3_000);
bare.stop();
report('sendMessage, p50', with_.p50, 'ms');
report('sendMessage, p50 beyond a bare node:http server', with_.p50 - without.p50, 'ms', { below: 1 });
report('sendMessage, p95 beyond a bare node:http server', with_.p95 - without.p95, 'ms');
await telegram.stop();

const pages = await measurePage(1_000, RUNS);
if (pages === undefined) console.log('no browser: the page was not measured');
else {
  report(
    'page: 1,000 messages, from their data to the painted frame',
    median(pages.map(({ drawn }) => drawn)),
    'ms',
    {
      below: 500,
    },
  );
  report('page: processor time of its main thread', median(pages.map(({ work }) => work)), 'ms', {
    below: 500,
  });
  report(
    'page: 1,000 messages, from navigation to the painted frame',
    median(pages.map(({ shown }) => shown)),
    'ms',
  );
}

console.log(`load of the machine at the end ${loadavg()[0]?.toFixed(1)}`);
if (missed.length > 0) {
  console.log(`missed: ${missed.join('; ')}`);
  process.exitCode = 1;
}
