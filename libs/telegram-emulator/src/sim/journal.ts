import type { User } from '../types.ts';

/** One call of the Bot API, as the journal keeps it. */
export interface ApiCall {
  id: number;
  /** Epoch ms at which the request was complete. */
  at: number;
  /** As the caller wrote it. */
  method: string;
  /** Uploads appear as `{ file, size, mime }`, never as bytes. The token never appears. */
  params: Record<string, unknown>;
  /** HTTP status; 0 while open or when the connection was dropped by a fault. */
  status: number;
  ok: boolean;
  description?: string;
  result?: unknown;
  durationMs?: number;
  /** A fault had a hand in the answer. */
  fault?: boolean;
}

export interface Journal {
  start(method: string, params: Record<string, unknown>, at: number): ApiCall;
  list(filter?: { method?: string; since?: number }): ApiCall[];
  get(id: number): ApiCall | undefined;
  clear(): void;
}

const KEPT = 5_000;

/** Keeps the newest 5,000 calls. */
export function createJournal(): Journal {
  let calls: ApiCall[] = [];
  let nextId = 1;
  return {
    start(method, params, at) {
      const call: ApiCall = { id: nextId++, at, method, params, status: 0, ok: false };
      calls.push(call);
      if (calls.length > KEPT * 2) calls = calls.slice(-KEPT);
      return call;
    },
    list(filter = {}) {
      const method = filter.method?.toLowerCase();
      return calls
        .slice(-KEPT)
        .filter(
          (call) =>
            (method === undefined || call.method.toLowerCase() === method) && call.id > (filter.since ?? 0),
        );
    },
    get: (id) => calls.findLast((call) => call.id === id),
    clear() {
      calls = [];
    },
  };
}

/** A poll that found nothing is no news. */
export function isIdlePoll(call: ApiCall): boolean {
  return (
    call.method.toLowerCase() === 'getupdates' &&
    call.ok &&
    Array.isArray(call.result) &&
    call.result.length === 0
  );
}

/** One line for a log: who called what, and how it ended. Never what was said. */
export function describeCall(call: ApiCall, bot: User): string {
  const outcome = call.status === 0 ? 'connection cut' : String(call.status);
  const why = call.description === undefined ? '' : ` ${call.description}`;
  const fault = call.fault === true ? ' (planned fault)' : '';
  return `@${bot.username ?? bot.id} ${call.method} ${outcome}${why}${fault} ${call.durationMs ?? 0} ms`;
}
