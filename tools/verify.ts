// `npm run verify`: a handful of checks that the packages do what their first page says, then one model of each type.
// `npm run verify -- NAME` runs one of them. Everything is simulated; no key, no account, no network.
import { readFile } from 'node:fs/promises';
import { createKieClient } from '@kie/client';
import { startKieEmulator } from '@kie/emulator';
import { nearest, registry } from '@kie/registry';
import { formatSum, formatTable, runSanity } from '@kie/sanity';
import { lockKey } from '@kie/singleton-lock';
import { createGenerationHandler } from '@kie/universal-handler';
import { createValidator } from '@kie/validator';
import { loadCatalogue } from '@kie/registry/file';
import { root } from './run.ts';

const modelId = 'z-image';
const input = { prompt: 'test', aspect_ratio: '1:1' } as const;
const apiKey = 'test-key';

/** The vector in the README of @kie/singleton-lock: fixed for ever, as two versions of a program must agree on it. */
function checkLockKey(): string {
  const key = lockKey('telegram-polling', '123456:secret');
  if (key !== 5_145_906_238_770_240_343n)
    throw new Error(`lockKey('telegram-polling', '123456:secret') is ${key}`);
  return 'lock key OK';
}

async function countModels(): Promise<string> {
  const file = 'models/kie_models.yaml';
  const { models } = loadCatalogue(await readFile(`${root}${file}`, 'utf8'), file);
  if (models.length !== registry.catalogue.models.length) {
    throw new Error(
      `${file} has ${models.length} models, @kie/registry ${registry.catalogue.models.length}; run npm run codegen`,
    );
  }
  return `Models: ${models.length}`;
}

function checkValidator(): string {
  const { valid, errors = [] } = createValidator(registry).validate(modelId, input);
  if (!valid) throw new Error(errors.map((issue) => issue.message).join(' '));
  return `Validator OK: ${valid}`;
}

async function checkHandler(url: string): Promise<string> {
  const client = createKieClient({ apiKey, baseUrl: url, uploadBaseUrl: url });
  const handler = createGenerationHandler({ client, registry, validator: createValidator(registry) });
  const result = await handler.handle({ modelId, input, pollMs: 50 });
  if (!result.success) throw new Error(result.error.message);
  if (result.resultUrls.length === 0) throw new Error('no result URL');
  return 'Handler OK';
}

async function checkClient(url: string): Promise<string> {
  const client = createKieClient({ apiKey, baseUrl: url, uploadBaseUrl: url });
  const before = await client.getCredits();
  const task = await client.run(modelId, input, { pollMs: 50 });
  const spent = before - (await client.getCredits());
  const [file] = task.files;
  if (file === undefined) throw new Error('no file');
  const { length } = await (await client.download(file.url)).bytes();
  if (length === 0) throw new Error('an empty file');
  if (!(spent > 0)) throw new Error(`the balance did not change (${spent})`);
  return 'Client OK';
}

async function report(name: string, check: Check): Promise<boolean> {
  try {
    console.log(await check());
    return true;
  } catch (error) {
    console.log(`${name} FAILED: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Runs a check against an emulator of its own. */
function onEmulator(check: (url: string) => Promise<string>): () => Promise<string> {
  return async () => {
    const emulator = await startKieEmulator({ speed: Infinity, apiKeys: [apiKey] });
    try {
      return await check(emulator.url);
    } finally {
      await emulator.stop();
    }
  };
}

async function checkSanity(): Promise<string> {
  const result = await runSanity();
  console.log('\nOne model of each type, against a local emulator (everything is simulated):');
  console.log(formatTable(result, { color: false, columns: process.stdout.columns ?? 160 }));
  if (!result.ok) throw new Error(formatSum(result));
  return `Sanity OK: ${formatSum(result)}`;
}

type Check = () => string | Promise<string>;

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['lock-key', checkLockKey],
  ['models', countModels],
  ['validator', checkValidator],
  ['handler', onEmulator(checkHandler)],
  ['client', onEmulator(checkClient)],
  ['sanity', checkSanity],
]);

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !checks.has(name));
if (unknown !== undefined) {
  const [near] = nearest(unknown, checks.keys(), 1);
  const hint = near === undefined ? '.' : `; did you mean ${near}?`;
  console.error(`verify knows no check "${unknown}"${hint} Known: ${[...checks.keys()].join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, check] of checks) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (!(await report(name, check))) process.exitCode = 1;
  }
}
