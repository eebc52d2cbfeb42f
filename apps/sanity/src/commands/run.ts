import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isKieError, type KieClient } from '@kie/client';
import { quote, registry, type Model } from '@kie/registry';
import { createGenerationHandler, type HandleResult } from '@kie/universal-handler';
import { createValidator } from '@kie/validator';
import { exitCodes } from '../cli/exit-codes.ts';
import type { Invocation, RunOptions } from '../cli/options.ts';
import type { CliWorld } from '../cli/world.ts';
import { fileKind } from '../media/file-kind.ts';
import { connect } from '../run/connection.ts';
import { agree, liveConnection } from '../run/live-connection.ts';
import { stateWords } from '../run/run-model.ts';
import { UsageError } from '../usage-error.ts';
import { readFields } from './field-values.ts';
import { modelOf } from './model-of.ts';
import { readInput } from './read-input.ts';
import { issueLines } from './validate.ts';
import { priceWords } from './words.ts';

type Done = Extract<HandleResult, { success: true }>;

async function inputOf(model: Model, words: readonly string[], world: CliWorld): Promise<unknown> {
  const [only, ...others] = words;
  const isFile = only !== undefined && others.length === 0 && !only.includes('=');
  return isFile ? readInput(only, world) : readFields(model, words);
}

/** Refuses what is wrong or too dear, and asks before money is spent. */
async function settle(model: Model, input: unknown, options: RunOptions, world: CliWorld): Promise<boolean> {
  const isFile = (value: unknown): boolean => value instanceof Blob;
  const checked = createValidator(registry).validate(model.id, input, { isFile });
  world.err(issueLines('warning', checked.warnings));
  if (!checked.valid) {
    world.err(issueLines('error', checked.errors));
    return false;
  }
  const price = quote(model, checked.payload);
  const { maxCredits } = options;
  if (maxCredits !== undefined && (price.kind === 'unknown' || price.credits > maxCredits)) {
    throw new UsageError(
      `It may cost ${priceWords(price)} credits, more than --max-credits ${maxCredits}. Nothing was sent.`,
    );
  }
  if (options.live !== true) world.err('Simulated: a local emulator answers; nothing is paid.\n');
  else {
    world.err(`LIVE: ${model.id} at KIE for ${priceWords(price)} credits.\n`);
    await agree(options.yes, world);
  }
  return true;
}

/** Saves the files and gives their names: the task, a number, and the ending that their first bytes tell. */
async function save(
  client: KieClient,
  done: Done,
  options: RunOptions,
  signal: AbortSignal,
): Promise<string[]> {
  await mkdir(options.out, { recursive: true });
  const saved: string[] = [];
  for (const [index, file] of done.files.entries()) {
    const bytes = await (await client.download(file.url, { signal })).bytes();
    const ending = fileKind(bytes)?.format ?? 'bin';
    const role = file.role === 'result' ? '' : `-${file.role}`;
    const task = done.ref.taskId.replaceAll(/[^\w-]/g, '_');
    const path = join(options.out, `${task}-${index + 1}${role}.${ending}`);
    await writeFile(path, bytes);
    saved.push(path);
  }
  return saved;
}

/** `kie-sanity run MODEL …`: one generation, its files saved. */
export async function run(
  { model: id, input: words, options }: Extract<Invocation, { command: 'run' }>,
  world: CliWorld,
): Promise<number> {
  const model = modelOf(id);
  const live = options.live === true ? liveConnection(world, '--live') : undefined;
  const input = await inputOf(model, words, world);
  if (!(await settle(model, input, options, world))) return exitCodes.failed;
  const { client, pollMs, close } = await connect(live);
  try {
    const handler = createGenerationHandler({ client, registry, validator: createValidator(registry) });
    const result = await handler.handle({
      modelId: model.id,
      input,
      pollMs,
      signal: world.signal,
      timeoutMs: options.timeout * 1000,
      onUpdate: (update) => world.err(`${stateWords(update)}\n`),
    });
    if (!result.success) {
      world.err(`${result.error.message}\n`);
      if (result.ref !== undefined) world.err(`The task is ${result.ref.taskId}.\n`);
      return world.signal.aborted ? exitCodes.interrupted : exitCodes.failed;
    }
    const saved = await save(client, result, options, world.signal);
    const { ref, text, data, creditsConsumed } = result;
    if (options.json === true) {
      world.out(`${JSON.stringify({ ref, saved, text, data, creditsConsumed }, undefined, 2)}\n`);
    } else {
      for (const path of saved) world.out(`${path}\n`);
      if (text !== undefined) world.out(`${text}\n`);
      else if (data !== undefined) world.out(`${JSON.stringify(data, undefined, 2)}\n`);
      if (creditsConsumed !== undefined) world.err(`${creditsConsumed} credits\n`);
    }
    return exitCodes.ok;
  } catch (error) {
    if (!isKieError(error)) throw error;
    world.err(`The result cannot be fetched: ${error.message}\n`);
    return exitCodes.failed;
  } finally {
    await close();
  }
}
