import type { RunOptions } from '../client.ts';
import { KieError } from '../errors/kie-error.ts';
import { TaskFailedError } from '../errors/task-failed-error.ts';
import { invalidArgument } from '../errors/invalid-argument.ts';
import type { Settings } from '../options.ts';
import type { SucceededTask } from '../task.ts';
import { createTask } from './create-task.ts';
import { waitTask } from './wait-task.ts';

/** A task is never done sooner (images take 12 s and more in recordings), so the first look can wait a moment. */
const FIRST_LOOK_MS = 1_500;

/** Creates a task and waits for it. */
export async function run(
  settings: Settings,
  model: string,
  payload: unknown,
  options: RunOptions,
): Promise<SucceededTask> {
  await checkPrice(settings, model, payload, options);
  const ref = await createTask(settings, model, payload, options);
  await options.onCreated?.(ref);
  const task = await waitTask(settings, ref, { ...options, firstLookMs: FIRST_LOOK_MS });
  if (task.status === 'succeeded') return task;
  if (task.status === 'failed') throw new TaskFailedError(task);
  throw new Error(`unreachable: the wait for task ${ref.taskId} returned a running task`);
}

async function checkPrice(
  settings: Settings,
  model: string,
  payload: unknown,
  options: RunOptions,
): Promise<void> {
  const { maxCredits, estimate } = options;
  if (maxCredits === undefined) return;
  if (!Number.isFinite(maxCredits) || maxCredits < 0) {
    throw invalidArgument('maxCredits must be a number of credits, 0 or more.');
  }
  const price = estimate ?? (await quotedCredits(settings, model, payload));
  // NaN would pass every comparison.
  if (price === undefined || !Number.isFinite(price)) {
    throw tooDear(
      `The price of this call of '${model}' is not known, so maxCredits cannot be kept. Pass 'estimate', or leave maxCredits out.`,
    );
  }
  if (price > maxCredits) {
    throw tooDear(
      `This call of '${model}' costs up to ${price} credits, more than maxCredits = ${maxCredits}.`,
    );
  }
}

async function quotedCredits(
  settings: Settings,
  model: string,
  payload: unknown,
): Promise<number | undefined> {
  if (!settings.quote) {
    throw invalidArgument("maxCredits needs a price: pass 'estimate' here, or 'quote' to createKieClient.");
  }
  const quote = await settings.quote(model, payload as Readonly<Record<string, unknown>>);
  return quote.kind === 'unknown' ? undefined : quote.credits;
}

function tooDear(message: string): KieError {
  return new KieError(`${message} Nothing was sent.`, {
    code: 'max_credits_exceeded',
    category: 'validation',
    retryable: false,
    outcome: 'not_sent',
  });
}
