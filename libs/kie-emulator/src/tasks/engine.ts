import type { Model } from '@kie/registry';
import type { Accounts } from '../accounts.ts';
import type { Callbacks } from '../callbacks.ts';
import type { Chance } from '../chance.ts';
import { fateOf } from '../faults.ts';
import type { FaultPlan } from '../faults.ts';
import { operationOf } from '../flat/flat-record.ts';
import type { FileStore } from '../files/file-store.ts';
import type { JsonObject } from '../json.ts';
import { texts } from '../texts.ts';
import type { Timeline } from '../timeline.ts';
import { durationMs } from './durations.ts';
import { gatherInputs } from './inputs.ts';
import { magicOf } from './magic.ts';
import { planResult } from './results.ts';
import type { Plan } from './results.ts';
import type { Fate, FlatPart, Outcome, Task } from './task.ts';

export interface EngineDeps {
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly accounts: Accounts;
  readonly files: FileStore;
  readonly faults: FaultPlan;
  readonly callbacks: Callbacks;
  readonly model: (id: string) => Model | undefined;
  readonly fetch: typeof fetch;
  readonly speed: number;
  readonly visibleAfterMs: number;
  readonly onChange: () => void;
  /** Aborts when the emulator stops: what is being ended then stays open for the next run. */
  readonly stopping: AbortSignal;
}

/** Result files live 14 days: https://docs.kie.ai, section on data retention. */
const resultLifeMs = 14 * 24 * 3600 * 1000;
/** Most of a task's life reads `waiting`: 500 of 571 recorded status answers. */
const waitingShare = 0.85;
/** docs.kie.ai: 20 new tasks per 10 s allow "100+" at once; there is no hard number. */
const runAtOnce = 100;

/**
 * The life of tasks: waiting -> generating -> success | fail. Credits are taken at submit and come back with a
 * failure; the media of the input are looked at only when the task ends; a result is drawn only when asked for.
 */
export class Engine {
  readonly #deps: EngineDeps;
  readonly #tasks = new Map<string, Task>();
  readonly #ending = new Map<string, Promise<void>>();
  /** Unfinished tasks by account. */
  readonly #open = new Map<string, number>();

  constructor(deps: EngineDeps, kept: readonly Task[] = []) {
    this.#deps = deps;
    for (const task of kept) {
      this.#tasks.set(task.taskId, task);
      if (task.outcome === undefined) {
        this.#opened(task);
        this.#schedule(task);
      } else deps.callbacks.resume(task);
    }
  }

  list(): Task[] {
    return [...this.#tasks.values()];
  }

  get(taskId: string): Task | undefined {
    return this.#tasks.get(taskId);
  }

  create(request: {
    readonly account: string;
    readonly model: Model;
    readonly input: JsonObject;
    readonly callBackUrl?: string | undefined;
    readonly reserved: number;
    readonly fate?: Fate | undefined;
    /** The call of a flat API; `name` is the model as its caller knows it. */
    readonly flat?: FlatPart;
    readonly name?: string;
    /** Run time at speed 1 when it is not the model's. */
    readonly seconds?: number | undefined;
  }): Task {
    const { timeline, chance, speed, visibleAfterMs } = this.#deps;
    const now = timeline.now();
    const magic = magicOf(JSON.stringify(request.input));
    const atSpeedOne = request.seconds === undefined ? durationMs(request.model) : request.seconds * 1000;
    const duration = (atSpeedOne * magic.slower) / speed;
    const open = this.#open.get(request.account) ?? 0;
    const fate = request.fate ?? magic.fate;
    const task: Task = {
      taskId: chance.id(),
      account: request.account,
      model: request.name ?? request.model.id,
      output: request.model.output,
      input: request.input,
      createTime: Math.round(now),
      visibleAt: now + visibleAfterMs / speed,
      generatingAt: now + duration * waitingShare,
      dueAt: Math.round(now + duration),
      reserved: request.reserved,
      ...(request.callBackUrl === undefined ? {} : { callBackUrl: request.callBackUrl }),
      ...(fate === undefined ? {} : { fate }),
      ...(open >= runAtOnce || magic.queued === true ? { queued: true } : {}),
      ...(request.flat === undefined ? {} : { flat: request.flat }),
    };
    this.#tasks.set(task.taskId, task);
    this.#opened(task);
    this.#schedule(task);
    this.#deps.onChange();
    return task;
  }

  /** Waits until a task whose time has come has also ended. */
  async settled(taskId: string): Promise<void> {
    this.#deps.timeline.poke();
    await this.#ending.get(taskId);
  }

  /** Ends a task now, before its time: with a failure when one is given. */
  async finish(task: Task, fate?: Fate): Promise<void> {
    if (task.outcome !== undefined) return;
    if (fate === undefined) delete task.fate;
    else task.fate = fate;
    await this.#end(task, Math.round(this.#deps.timeline.now()));
  }

  #schedule(task: Task): void {
    if (task.fate?.type === 'stuck') return;
    if (task.flat !== undefined && task.fate === undefined) this.#scheduleStages(task);
    this.#deps.timeline.at(task.dueAt, () => this.#end(task, task.dueAt));
  }

  #opened(task: Task, by: 1 | -1 = 1): void {
    this.#open.set(task.account, (this.#open.get(task.account) ?? 0) + by);
  }

  #scheduleStages(task: Task): void {
    for (const { name, at } of operationOf(task).family.stages ?? []) {
      const due = task.createTime + at * (task.dueAt - task.createTime);
      if (due < this.#deps.timeline.now()) continue;
      this.#deps.timeline.at(due, async () => {
        if (task.outcome !== undefined) return;
        const plan = await this.#plan(task, due);
        if ('result' in plan) task.early ??= plan.result;
        if (task.early !== undefined) this.#deps.callbacks.schedule(task, name);
        this.#deps.onChange();
      });
    }
  }

  #end(task: Task, completeTime: number): Promise<void> {
    const going = this.#ending.get(task.taskId);
    if (going !== undefined) return going;
    const ending = this.#settle(task, completeTime).finally(() => this.#ending.delete(task.taskId));
    this.#ending.set(task.taskId, ending);
    return ending;
  }

  async #settle(task: Task, completeTime: number): Promise<void> {
    if (task.outcome !== undefined) return;
    const fault = this.#deps.faults.take('finish', { model: task.model, taskId: task.taskId });
    const fate = task.fate ?? fateOf(fault);
    if (fate?.type === 'stuck') {
      task.fate = fate;
      this.#deps.onChange();
      return;
    }
    const outcome = await this.#outcome(task, completeTime, fate);
    if (this.#deps.stopping.aborted) return;
    task.outcome = outcome;
    delete task.early;
    this.#opened(task, -1);
    if (task.outcome.state === 'fail') this.#deps.accounts.give(task.account, task.reserved);
    this.#deps.callbacks.schedule(task);
    this.#deps.onChange();
  }

  async #outcome(task: Task, completeTime: number, fate: Fate | undefined): Promise<Outcome> {
    if (fate?.type === 'fail') {
      return { state: 'fail', completeTime, failCode: fate.failCode, failMsg: fate.failMsg };
    }
    const success = { state: 'success', completeTime, creditsConsumed: task.reserved } as const;
    if (fate?.type === 'empty-result') return { ...success, result: '' };
    const plan = await this.#plan(task, completeTime);
    if ('failCode' in plan) return { state: 'fail', completeTime, ...plan };
    return { ...success, result: plan.result };
  }

  /** Looks at the media of the input and enters the files of the result; or says why it cannot be made. */
  async #plan(
    task: Task,
    at: number,
  ): Promise<Plan | { readonly failCode: string; readonly failMsg: string }> {
    const model = this.#deps.model(task.flat?.unified ?? task.model);
    if (model === undefined) return { failCode: '500', failMsg: texts.internalError };
    const gathered = await gatherInputs(model, task.input, this.#deps);
    if (!gathered.ok) return { failCode: gathered.failCode, failMsg: gathered.failMsg };
    const { taskId, input, createTime } = task;
    const request = { model, input, taskId, createTime, inputs: gathered.inputs };
    const plan = (task.flat && operationOf(task).plan?.(request)) ?? planResult(request);
    for (const { path, mime, spec, lifeMs = resultLifeMs } of plan.files) {
      const file = { path, mime, spec, createdAt: at, expiresAt: at + lifeMs, taskId, model: task.model };
      this.#deps.files.add(file);
    }
    return plan;
  }
}
