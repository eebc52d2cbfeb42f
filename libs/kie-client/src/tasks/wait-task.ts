import { adapterFor } from '../api/adapters.ts';
import { startDeadline, type Deadline } from '../abort.ts';
import type { WaitOptions } from '../client.ts';
import { KieAbortError } from '../errors/kie-abort-error.ts';
import { isKieError, type KieError } from '../errors/kie-error.ts';
import { TaskWaitTimeoutError } from '../errors/task-wait-timeout-error.ts';
import { checkedNumber } from '../errors/invalid-argument.ts';
import type { Settings } from '../options.ts';
import type { Task, TaskRef } from '../task.ts';
import { getTaskStatus } from './get-task-status.ts';
import { nextPause } from './pace.ts';

const DEFAULT_TIMEOUT_MS = 900_000;
const DEFAULT_POLL_MS = 3_000;

/**
 * A new task may be invisible for some seconds (clients allow 90). An id or key that is wrong for so long will not
 * become right, so the wait ends there.
 */
const HOPELESS_AFTER_MS = 90_000;

/** `run` knows that its task is seconds old at best; others look at once. */
export interface WatchOptions extends WaitOptions {
  readonly firstLookMs?: number;
}

/**
 * Looks at a task until it is over; yields the first answer, every change of `rawState`, and the last answer.
 *
 * A look that fails is no news about the task: it is counted, never thrown. Only three things end the wait before the
 * task does: the deadline, the caller's signal, and {@link HOPELESS_AFTER_MS} of "not found" or "unauthorized".
 */
export async function* watchTask(
  settings: Settings,
  ref: TaskRef,
  options: WatchOptions,
): AsyncGenerator<Task, void, void> {
  adapterFor(settings.apis, ref.api);
  const { clock, random } = settings;
  const pollMs = checkedNumber('pollMs', options.pollMs ?? DEFAULT_POLL_MS, 1);
  const timeoutMs = checkedNumber('timeoutMs', options.timeoutMs ?? DEFAULT_TIMEOUT_MS, 1);
  const deadline = startDeadline(clock, timeoutMs, options.signal);
  const seen: Seen = { since: clock.now() };
  const expectedMs = options.expectedMs ?? settings.expectedMs?.(ref.model);
  if (expectedMs !== undefined) checkedNumber('expectedMs', expectedMs, 0);
  try {
    if (options.firstLookMs) await clock.sleep(Math.min(options.firstLookMs, pollMs), deadline.signal);
    for (;;) {
      const task = await look(settings, ref, deadline, seen);
      if (task && (task.rawState !== seen.state || task.status !== 'running')) {
        const from = seen.state;
        seen.state = task.rawState;
        settings.observer.stateChange({
          ref: task.ref,
          status: task.status,
          to: task.rawState,
          ...(from !== undefined && { from }),
        });
        await options.onUpdate?.(task);
        yield task;
        if (task.status !== 'running') return;
      }
      const ageMs = clock.now() - seen.since;
      await clock.sleep(nextPause({ pollMs, ageMs, expectedMs, random }), deadline.signal);
    }
  } catch (error) {
    if (deadline.signal.aborted && !isWaitError(error)) throw endOfWait(ref, deadline, timeoutMs, seen);
    throw error;
  } finally {
    deadline.dispose();
  }
}

/** Looks until the task is over and returns it. */
export async function waitTask(settings: Settings, ref: TaskRef, options: WatchOptions): Promise<Task> {
  let last: Task | undefined;
  for await (const task of watchTask(settings, ref, options)) last = task;
  if (last) return last;
  throw new TaskWaitTimeoutError(`The wait for task ${ref.taskId} ended without an answer.`, { ref });
}

/** What the wait knows so far. */
interface Seen {
  /** When the task was made, or when the wait began if KIE has not said. */
  since: number;
  state?: string;
  error?: KieError;
  hopelessSince?: number | undefined;
}

async function look(
  settings: Settings,
  ref: TaskRef,
  deadline: Deadline,
  seen: Seen,
): Promise<Task | undefined> {
  try {
    // One try: the next look is the retry.
    const task = await settings.looks.pass(deadline.signal, () =>
      getTaskStatus(settings, ref, { signal: deadline.signal, attempts: 0 }),
    );
    if (task.createTime !== undefined) seen.since = Math.min(seen.since, task.createTime);
    delete seen.error;
    delete seen.hopelessSince;
    return task;
  } catch (error) {
    if (deadline.signal.aborted || !isKieError(error)) throw error;
    seen.error = error;
    if (error.category === 'not_found' || error.category === 'auth') {
      const now = settings.clock.now();
      seen.hopelessSince ??= now;
      if (now - seen.hopelessSince >= HOPELESS_AFTER_MS) {
        throw new TaskWaitTimeoutError(
          `The wait for task ${ref.taskId} ended: for ${HOPELESS_AFTER_MS / 1000} s KIE said nothing else than: ${error.message}`,
          { ref, lastState: seen.state, lastError: error.code },
        );
      }
    } else {
      delete seen.hopelessSince;
    }
    return undefined;
  }
}

function isWaitError(error: unknown): boolean {
  return isKieError(error) && error.code === 'wait_timeout';
}

function endOfWait(ref: TaskRef, deadline: Deadline, timeoutMs: number, seen: Seen): KieError {
  if (!deadline.passed) {
    return new KieAbortError(
      `The wait for task ${ref.taskId} was aborted. The task goes on at KIE; wait for it again with its ref.`,
      { outcome: 'accepted', ref },
    );
  }
  const state = seen.state === undefined ? 'was not seen' : `was last seen as '${seen.state}'`;
  const trouble = seen.error ? ` The last look failed with '${seen.error.code}'.` : '';
  return new TaskWaitTimeoutError(
    `Task ${ref.taskId} was not over after ${timeoutMs} ms; it ${state}.${trouble} It goes on at KIE: wait for it again with its ref, do not create it again.`,
    { ref, lastState: seen.state, lastError: seen.error?.code },
  );
}
