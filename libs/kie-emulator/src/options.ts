import type { CreateLimit } from './accounts.ts';
import type { Clock } from './clock.ts';
import type { FaultSpec } from './faults.ts';
import type { Call } from './journal.ts';
import { isLoopback } from './tasks/inputs.ts';

/** Settings of `startKieEmulator`; all have a default. */
export interface KieEmulatorOptions {
  /** 0 = a free one. */
  readonly port?: number;
  /** '127.0.0.1'. Anything that is not loopback needs `allowRemote`. */
  readonly host?: string;
  /** Listen where other machines can reach it: the control API has no key. */
  readonly allowRemote?: boolean;
  /** Divides every duration: 10 runs a 20 s task in 2 s, Infinity at once. 1 */
  readonly speed?: number;
  /** Credits of each key's account at the start. 1000 */
  readonly credits?: number;
  /** ['test-key'] */
  readonly apiKeys?: readonly string[];
  /** Folder for tasks, files and credits. Without it everything is forgotten at the end. */
  readonly dataDir?: string;
  /** Makes task ids and dice the same in every run. */
  readonly seed?: string | number;
  readonly clock?: Clock;
  /** Signs callbacks, as the key of kie.ai/settings does. */
  readonly webhookHmacKey?: string;
  readonly faults?: readonly FaultSpec[];
  /** New tasks per account; 20 in 10 000 ms, `false` = any number. */
  readonly createLimit?: CreateLimit | false;
  /** Status calls per task; 10 in 1000 ms (divided by `speed`), `false` = any number. */
  readonly statusLimit?: CreateLimit | false;
  /** recordInfo answers "recordInfo is null" for so long after createTask, at speed 1. 200 ms */
  readonly visibleAfterMs?: number;
  /** How many calls the journal keeps. 10 000 */
  readonly journalLimit?: number;
  /** Told of every call as it ends. */
  readonly onCall?: (call: Call) => void;
  /** For media addresses of inputs and for callbacks. */
  readonly fetch?: typeof fetch;
}

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly speed: number;
  readonly credits: number;
  readonly apiKeys: readonly string[];
  readonly dataDir: string | undefined;
  readonly createLimit: CreateLimit | undefined;
  readonly statusLimit: CreateLimit | undefined;
  readonly visibleAfterMs: number;
  readonly journalLimit: number;
}

/** Fills in the defaults. Throws a TypeError that names the option, what it is and what it may be. */
export function checkOptions(options: KieEmulatorOptions): Settings {
  const {
    host = '127.0.0.1',
    port = 0,
    speed = 1,
    credits = 1000,
    apiKeys = ['test-key'],
    dataDir,
  } = options;
  const { visibleAfterMs = 200, journalLimit = 10_000, createLimit } = options;
  if (!isLoopback(host) && options.allowRemote !== true) {
    throw new TypeError(
      `host is "${host}", which other machines can reach, and the control API has no key; ` +
        'use 127.0.0.1 or, in a network you trust, set allowRemote: true',
    );
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TypeError(`port is ${port}; it must be a whole number from 0 (any free port) to 65535`);
  }
  if (!(speed > 0))
    throw new TypeError(`speed is ${speed}; it must be more than 0 (1 = real, Infinity = at once)`);
  if (!(credits >= 0)) throw new TypeError(`credits is ${credits}; it must be 0 or more`);
  if (apiKeys.length === 0 || apiKeys.some((key) => key === '')) {
    throw new TypeError("apiKeys must name at least one key and no empty one, e.g. ['test-key']");
  }
  const starts = limitOf('createLimit', createLimit, { max: 20, perMs: 10_000 });
  const looks = limitOf('statusLimit', options.statusLimit, { max: 10, perMs: 1000 });
  const given = { host, port, speed, credits, apiKeys, dataDir, visibleAfterMs, journalLimit };
  return { ...given, createLimit: starts, statusLimit: looks };
}

function limitOf(
  name: string,
  given: CreateLimit | false | undefined,
  usual: CreateLimit,
): CreateLimit | undefined {
  const limit = given === false ? undefined : (given ?? usual);
  if (limit !== undefined && !(limit.max >= 1 && limit.perMs > 0)) {
    throw new TypeError(`${name} must be { max: 1 or more, perMs: more than 0 } or false`);
  }
  return limit;
}
