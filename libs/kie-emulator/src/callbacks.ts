import { createHmac } from 'node:crypto';
import type { FaultPlan } from './faults.ts';
import type { Journal } from './journal.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { flatCallbackOf } from './flat/flat-record.ts';
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

  /**
   * Plans the callback of a finished task, or of one that has reached a stage before its end, with what the fault
   * plan has for it.
   */
  schedule(task: Task, stage?: string): void {
    if (task.callBackUrl === undefined) return;
    const fault = this.#deps.faults.take('callback', { model: task.model, taskId: task.taskId });
    if (fault?.type === 'lost') return;
    if (stage === undefined) this.#mark(task, true);
    const now = this.#deps.timeline.now();
    const due = fault?.type === 'late' ? now + fault.ms : now;
    if (fault?.type === 'forged') this.#at(due, () => this.#forge(task));
    const copies = fault?.type === 'duplicate' ? 1 + (fault.times ?? 1) : 1;
    for (let copy = 0; copy < copies; copy++) this.#at(due, () => this.#try(task, 1, stage));
  }

  /** Takes up a callback that an earlier run did not get rid of; the receiver may see it twice, as with KIE. */
  resume(task: Task): void {
    if (task.callbackPending === true) this.#at(this.#deps.timeline.now(), () => this.#try(task, 1));
  }

  /** Sends the callback now, once, fault plan or not. */
  replay(task: Task): Promise<boolean> {
    return this.#send(task, JSON.stringify(this.#body(task)), 1);
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

  #body(task: Task, stage?: string): JsonObject {
    const base = this.#deps.base();
    if (task.flat === undefined) return callbackOf(task, base);
    return flatCallbackOf(task, this.#deps.timeline.now(), base, stage);
  }

  async #try(task: Task, attempt: number, stage?: string): Promise<void> {
    const done = (): void => {
      if (stage === undefined) this.#mark(task, false);
    };
    if (await this.#send(task, JSON.stringify(this.#body(task, stage)), attempt)) return done();
    if (this.#deps.stopping.aborted) return; // stays pending for the next run
    const pause = pausesMs[attempt];
    if (pause === undefined) return done();
    this.#at(this.#deps.timeline.now() + pause / this.#deps.speed, () => this.#try(task, attempt + 1, stage));
  }

  /** Says the opposite of the truth, under the true task id. */
  #forge(task: Task): Promise<boolean> {
    const truth = this.#body(task);
    const failed = task.outcome?.state === 'fail';
    const data = isObject(truth['data']) ? truth['data'] : {};
    const forged = {
      ...truth,
      code: failed ? 200 : 501,
      ...(task.flat === undefined && {
        data: failed
          ? { ...data, state: 'success', failCode: null, failMsg: null }
          : { ...data, state: 'fail', failCode: '500', failMsg: 'forged' },
      }),
    };
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
