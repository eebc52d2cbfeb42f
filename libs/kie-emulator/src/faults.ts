import type { Chance } from './chance.ts';
import type { Fate } from './tasks/task.ts';
import { texts } from './texts.ts';

/**
 * Where a fault strikes.
 * - `create`, `status`, `upload`, `credit`, `chat`, `catalogue`: that call.
 * - `result`: the end of a task (fail, stuck, empty-result) or the download of its files (all other actions).
 * - `callback`: the call that the emulator makes.
 */
export type FaultPoint =
  | 'create'
  | 'status'
  | 'result'
  | 'upload'
  | 'callback'
  | 'credit'
  | 'chat'
  | 'catalogue';

/** What goes wrong. Times in real milliseconds for calls, in the emulator's time for callbacks. */
export type FaultAction =
  /** The connection is cut before anything is answered; the call had no effect. */
  | { readonly type: 'reset' }
  /** Nothing is ever answered; the call had no effect. */
  | { readonly type: 'hang' }
  /** The call works and is answered `ms` later. */
  | { readonly type: 'slow'; readonly ms: number }
  /** An HTTP status with a JSON or text body; no effect. */
  | { readonly type: 'http'; readonly status: number; readonly body?: string }
  /** A page of the edge instead of JSON; no effect. */
  | { readonly type: 'html'; readonly status?: number }
  /** The call takes effect, the answer is lost: after `create` a paid task exists and the caller has no id. */
  | { readonly type: 'lost-reply' }
  /** An envelope with this code and message, HTTP 200. */
  | { readonly type: 'error'; readonly code: number; readonly msg: string }
  | { readonly type: 'insufficient-credits' }
  | { readonly type: 'maintenance' }
  /** `httpStatus` 429 is the form of the docs; without it the code stands in an HTTP 200 body. */
  | { readonly type: 'rate-limit'; readonly httpStatus?: number }
  /** The task ends with this failure. */
  | { readonly type: 'fail'; readonly failMsg?: string; readonly failCode?: string }
  /** The task never ends. */
  | { readonly type: 'stuck' }
  /** The task succeeds without a result. */
  | { readonly type: 'empty-result' }
  /** The file is gone. */
  | { readonly type: 'expired-link' }
  /** The callback is not sent. */
  | { readonly type: 'lost' }
  /** The callback is sent `times` more (1). */
  | { readonly type: 'duplicate'; readonly times?: number }
  /** The callback is sent `ms` later. */
  | { readonly type: 'late'; readonly ms: number }
  /** Before the true callback one with a wrong body and, when a key is set, a wrong signature. */
  | { readonly type: 'forged' };

export type FaultName = Exclude<FaultAction['type'], 'slow' | 'http' | 'error' | 'late'>;

/** A rule of the fault plan. All conditions given must hold. */
export interface FaultSpec {
  readonly on: FaultPoint;
  /** An action, or just its name when it has no settings. */
  readonly action: FaultAction | FaultName;
  readonly model?: string;
  readonly taskId?: string;
  /** Strike from the nth matching event on (1 = the first). */
  readonly nth?: number;
  /** How often to strike; 1, or without end when there is a probability. */
  readonly times?: number;
  /** 0 to 1. */
  readonly probability?: number;
}

export interface Fault {
  readonly id: string;
  readonly spec: FaultSpec;
  /** Matching events so far. */
  readonly seen: number;
  /** Strikes so far. */
  readonly struck: number;
  remove(): void;
}

/** The fault plan: add rules while the emulator runs. */
export interface Faults {
  add(spec: FaultSpec): Fault;
  list(): Fault[];
  clear(): void;
}

/** `result` rules split by what they do. */
type Stage = Exclude<FaultPoint, 'result'> | 'finish' | 'download';
interface Rule {
  readonly id: string;
  readonly spec: FaultSpec;
  readonly stage: Stage;
  readonly action: FaultAction;
  seen: number;
  struck: number;
}

const fates = ['fail', 'stuck', 'empty-result'];
const transport = ['reset', 'hang', 'slow', 'http', 'html', 'lost-reply'];
const refusals = ['error', 'maintenance', 'rate-limit'];
/** What can go wrong where. */
export const allowedActions: Record<FaultPoint, readonly string[]> = {
  create: [...transport, ...refusals, 'insufficient-credits', ...fates],
  status: [...transport, ...refusals],
  upload: [...transport, ...refusals],
  credit: [...transport, ...refusals],
  chat: [...transport, ...refusals, 'insufficient-credits'],
  catalogue: [...transport, ...refusals],
  result: [...transport, 'expired-link', ...fates],
  callback: ['lost', 'duplicate', 'late', 'forged'],
};

export class FaultPlan implements Faults {
  readonly #chance: Chance;
  #rules: Rule[] = [];
  #count = 0;

  constructor(chance: Chance, specs: readonly FaultSpec[] = []) {
    this.#chance = chance;
    for (const spec of specs) this.add(spec);
  }

  add(spec: FaultSpec): Fault {
    const action = checkSpec(spec);
    const isFate = fates.includes(action.type);
    const stage = spec.on === 'result' ? (isFate ? 'finish' : 'download') : spec.on;
    const rule: Rule = { id: `fault-${++this.#count}`, spec, stage, action, seen: 0, struck: 0 };
    this.#rules.push(rule);
    return this.#view(rule);
  }

  list(): Fault[] {
    return this.#rules.map((rule) => this.#view(rule));
  }

  clear(): void {
    this.#rules = [];
  }

  /** The action for this event, and one strike less in the rule that gave it. */
  take(
    stage: Stage,
    event: { model?: string | undefined; taskId?: string | undefined },
  ): FaultAction | undefined {
    for (const rule of this.#rules) {
      const { spec } = rule;
      if (rule.stage !== stage) continue;
      if (spec.model !== undefined && spec.model !== event.model) continue;
      if (spec.taskId !== undefined && spec.taskId !== event.taskId) continue;
      rule.seen++;
      if (rule.seen < (spec.nth ?? 1)) continue;
      if (rule.struck >= (spec.times ?? (spec.probability === undefined ? 1 : Infinity))) continue;
      if (spec.probability !== undefined && this.#chance.number() >= spec.probability) continue;
      rule.struck++;
      return rule.action;
    }
    return undefined;
  }

  #view(rule: Rule): Fault {
    return {
      id: rule.id,
      spec: rule.spec,
      get seen() {
        return rule.seen;
      },
      get struck() {
        return rule.struck;
      },
      remove: () => {
        this.#rules = this.#rules.filter((other) => other !== rule);
      },
    };
  }
}

/** The fate that a fail, stuck or empty-result action gives a task. */
export function fateOf(action: FaultAction | undefined): Fate | undefined {
  if (action?.type === 'stuck' || action?.type === 'empty-result') return { type: action.type };
  if (action?.type !== 'fail') return undefined;
  return {
    type: 'fail',
    failMsg: action.failMsg ?? texts.internalError,
    failCode: action.failCode ?? '500',
  };
}

function checkSpec(spec: FaultSpec): FaultAction {
  const points = Object.keys(allowedActions).join(', ');
  const actions = allowedActions[spec.on] as readonly string[] | undefined;
  if (actions === undefined)
    throw new TypeError(`fault.on is ${JSON.stringify(spec.on)}; it must be one of ${points}`);
  const action = typeof spec.action === 'string' ? ({ type: spec.action } as FaultAction) : spec.action;
  if (!actions.includes(action?.type)) {
    throw new TypeError(
      `fault.action for "${spec.on}" is ${JSON.stringify(action?.type)}; it must be one of ${actions.join(', ')}`,
    );
  }
  if ((action.type === 'slow' || action.type === 'late') && !(action.ms >= 0)) {
    throw new TypeError(`a "${action.type}" fault needs ms, e.g. { type: '${action.type}', ms: 2000 }`);
  }
  if (action.type === 'http' && !(action.status >= 200 && action.status <= 599)) {
    throw new TypeError(`an "http" fault needs a status from 200 to 599, e.g. { type: 'http', status: 502 }`);
  }
  const { probability } = spec;
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new TypeError(`fault.probability is ${probability}; it must be between 0 and 1`);
  }
  return action;
}
