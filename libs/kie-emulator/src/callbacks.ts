import { createHmac } from 'node:crypto';
import type { FaultPlan } from './faults.ts';
import type { Journal } from './journal.ts';
import { callbackOf } from './tasks/record.ts';
import type { Task } from './tasks/task.ts';
import type { Timeline } from './timeline.ts';

export interface CallbackDeps {
  readonly timeline: Timeline;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  readonly fetch: typeof fetch;
  /** Address of the server, once it listens. */
  readonly base: () => string;
  readonly speed: number;
  readonly webhookHmacKey: string | undefined;
  readonly onChange: () => void;
  readonly stopping: AbortSignal;
}

/** Documented: an answer within 15 s, three tries; the pause between them is our choice. */
const timeoutMs = 15_000;
const pausesMs = [0, 5_000, 15_000];

/** The calls that KIE makes when a task has ended. */
export class Callbacks {
  readonly #deps: CallbackDeps;

  constructor(deps: CallbackDeps) {
    this.#deps = deps;
  }

  /** Plans the callback of a finished task, with what the fault plan has for it. */
  schedule(task: Task): void {
    if (task.callBackUrl === undefined) return;
    const fault = this.#deps.faults.take('callback', { model: task.model, taskId: task.taskId });
    if (fault?.type === 'lost') return;
    this.#mark(task, true);
    const now = this.#deps.timeline.now();
    const due = fault?.type === 'late' ? now + fault.ms : now;
    if (fault?.type === 'forged') this.#at(due, () => this.#forge(task));
    const copies = fault?.type === 'duplicate' ? 1 + (fault.times ?? 1) : 1;
    for (let copy = 0; copy < copies; copy++) this.#at(due, () => this.#try(task, 1));
  }

  /** Takes up a callback that an earlier run did not get rid of; the receiver may see it twice, as with KIE. */
  resume(task: Task): void {
    if (task.callbackPending === true) this.#at(this.#deps.timeline.now(), () => this.#try(task, 1));
  }

  /** Sends the callback now, once, fault plan or not. */
  replay(task: Task): Promise<boolean> {
    return this.#send(task, JSON.stringify(callbackOf(task, this.#deps.base())), 1);
  }

  #mark(task: Task, pending: boolean): void {
    task.callbackPending = pending;
    this.#deps.onChange();
  }

  #at(due: number, run: () => Promise<unknown>): void {
    this.#deps.timeline.at(due, async () => {
      await run();
    });
  }

  async #try(task: Task, attempt: number): Promise<void> {
    const body = JSON.stringify(callbackOf(task, this.#deps.base()));
    if (await this.#send(task, body, attempt)) return this.#mark(task, false);
    if (this.#deps.stopping.aborted) return; // stays pending for the next run
    const pause = pausesMs[attempt];
    if (pause === undefined) return this.#mark(task, false);
    this.#at(this.#deps.timeline.now() + pause / this.#deps.speed, () => this.#try(task, attempt + 1));
  }

  /** Says the opposite of the truth, under the true task id. */
  #forge(task: Task): Promise<boolean> {
    const truth = callbackOf(task, this.#deps.base()) as { data: Record<string, unknown> };
    const forged =
      task.outcome?.state === 'fail'
        ? { ...truth, code: 200, data: { ...truth.data, state: 'success', failCode: null, failMsg: null } }
        : { ...truth, code: 501, data: { ...truth.data, state: 'fail', failCode: '500', failMsg: 'forged' } };
    return this.#send(task, JSON.stringify(forged), 1, 'forged');
  }

  async #send(task: Task, body: string, attempt: number, fault?: 'forged'): Promise<boolean> {
    const { timeline, journal, webhookHmacKey } = this.#deps;
    const url = task.callBackUrl;
    if (url === undefined) return false;
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (webhookHmacKey !== undefined) {
      const timestamp = String(Math.floor(timeline.now() / 1000));
      const key = fault === 'forged' ? `not ${webhookHmacKey}` : webhookHmacKey;
      headers['x-webhook-timestamp'] = timestamp;
      headers['x-webhook-signature'] = signature(key, task.taskId, timestamp);
    }
    let status: number | undefined;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await this.#deps.fetch(url, {
        method: 'POST',
        headers,
        body,
        signal,
        redirect: 'manual',
      });
      await response.body?.cancel();
      status = response.status;
    } catch {
      // Refused, cut off or too slow: no status, and another try.
    }
    journal.add({
      kind: 'callback',
      at: timeline.now(),
      method: 'POST',
      path: url,
      attempt,
      taskId: task.taskId,
      model: task.model,
      ...(status === undefined ? {} : { status }),
      ...(fault === undefined ? {} : { fault }),
    });
    return status === 200;
  }
}

/** Base64 of HMAC-SHA256 over "taskId.timestamp"; the body is not signed (docs.kie.ai/common-api/webhook-verification). */
export function signature(key: string, taskId: string, timestamp: string): string {
  return createHmac('sha256', key).update(`${taskId}.${timestamp}`).digest('base64');
}
