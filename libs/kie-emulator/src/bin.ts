#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { Call } from './journal.ts';
import { startKieEmulator } from './start.ts';

const help = `A local KIE.ai: HTTP API, callbacks, faults and real media. Nothing leaves this machine, nothing costs money.

Usage: npx @kie/emulator [options]

  --port <n>          port to listen on (4010; 0 = any free one)
  --host <address>    address to listen on (127.0.0.1)
  --allow-remote      listen where other machines can reach it
  --speed <n>         1 = as slow as the real service, 10 = ten times faster, Infinity = at once (10)
  --credits <n>       credits at the start (1000)
  --api-key <key>     key to accept, may be given several times (test-key)
  --webhook-key <key> sign callbacks with this key
  --data-dir <folder> keep tasks, files and credits there
  --seed <text>       the same task ids and dice in every run
  --quiet             no log of calls
  --help              this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      'allow-remote': { type: 'boolean', default: false },
      speed: { type: 'string', default: '10' },
      credits: { type: 'string', default: '1000' },
      'api-key': { type: 'string', multiple: true, default: ['test-key'] },
      'webhook-key': { type: 'string' },
      'data-dir': { type: 'string' },
      seed: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const { seed, 'data-dir': dataDir, 'webhook-key': webhookHmacKey } = values;
  const emulator = await startKieEmulator({
    port: Number(values.port),
    host: values.host,
    allowRemote: values['allow-remote'],
    speed: Number(values.speed),
    credits: Number(values.credits),
    apiKeys: values['api-key'],
    ...(seed === undefined ? {} : { seed }),
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(webhookHmacKey === undefined ? {} : { webhookHmacKey }),
    ...(values.quiet ? {} : { onCall: (call: Call) => process.stdout.write(`${line(call)}\n`) }),
  });
  process.stdout.write(banner(emulator.url, values['api-key'][0] ?? '', Number(values.speed), dataDir));
  const stop = (): void => void emulator.stop().then(() => process.exit(0), fail);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function banner(url: string, key: string, speed: number, dataDir: string | undefined): string {
  return `
  KIE.ai, simulated by @kie/emulator — made up results, no money
  API and uploads  ${url}
  key              ${key}
  speed            ${speed}
  data             ${dataDir ?? 'in memory, forgotten at the end'}
  control page     ${url}/sim

`;
}

/** One call in one line; of a callback's address only what is no secret. */
function line(call: Call): string {
  const time = new Date(call.at).toISOString().slice(11, 23);
  const path = call.kind === 'callback' ? `callback to ${new URL(call.path).origin}` : call.path;
  const status = call.status === undefined ? 'no answer' : String(call.status);
  const code = call.code === undefined ? '' : `code ${call.code}`;
  const fault = call.fault === undefined ? '' : `fault ${call.fault}`;
  return [time, call.method, path, status, code, call.model, fault].filter((part) => part).join('  ');
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nTry --help.\n`);
  process.exit(1);
}

main().catch(fail);
