import type { EmulatorClock } from '../clock.ts';
import { ApiError, conflict } from '../errors.ts';
import type { PendingUpdate } from '../state.ts';
import type { UpdateQueue } from './queue.ts';
import { updateJson } from './queue.ts';

const MAX_TIMEOUT_S = 50;
const MAX_ANSWER_BYTES = 1 << 22;
const CONFLICT_PACE_MS = 3_000;

interface WaitingPoll {
  finish(updates: PendingUpdate[]): void;
  /** Ends it with an error at once. */
  end(error: ApiError): void;
  /** Ends it with a 409 of this text. */
  fail(text: string): void;
  offset: number;
  limit: number;
}

export interface PollRequest {
  offset: number;
  limit: number;
  timeout: number;
  /** Aborts when the caller hangs up. */
  signal: AbortSignal;
}

/** `getUpdates` with Telegram's waiting, pacing and conflict rules. */
export interface Poller {
  poll(request: PollRequest): Promise<Record<string, unknown>[]>;
  /** Ends a waiting poll because a webhook was set. */
  endBySetWebhook(): Promise<void>;
  /** Gives out a 409 at most every 3 seconds; further ones wait (Client.cpp 16238-16250). */
  conflict(text: string, signal?: AbortSignal): Promise<never>;
  /** How many getUpdates calls are open now, and the most that ever were at once. */
  open: number;
  maxOpen: number;
  /** Ends a waiting poll because the server goes down (Client.cpp 16296). */
  close(): void;
}

export function createPoller(queue: UpdateQueue, clock: EmulatorClock): Poller {
  let waiting: WaitingPoll | undefined;
  let wakeTimer: NodeJS.Timeout | undefined;
  let previousOffset: number | undefined;
  let previousStart = Number.NEGATIVE_INFINITY;
  let nextConflictAt = Number.NEGATIVE_INFINITY;

  queue.onPush(() => {
    if (waiting === undefined || wakeTimer !== undefined) return;
    // Updates that come together go out together (LONG_POLL_WAIT_AFTER, 1 ms). Real time: it is no behaviour to test.
    wakeTimer = setTimeout(() => {
      wakeTimer = undefined;
      const poll = waiting;
      if (poll === undefined) return;
      const updates = queue.from(poll.offset, poll.limit);
      if (updates.length > 0) poll.finish(updates);
    }, 1);
  });

  const poller: Poller = {
    open: 0,
    maxOpen: 0,
    async poll(request) {
      poller.open += 1;
      poller.maxOpen = Math.max(poller.maxOpen, poller.open);
      try {
        return fit(await run(request));
      } finally {
        poller.open -= 1;
      }
    },
    async endBySetWebhook() {
      waiting?.fail('terminated by setWebhook request');
    },
    async conflict(text, signal) {
      const now = clock.now();
      if (now < nextConflictAt) await clock.sleep(CONFLICT_PACE_MS, signal);
      else nextConflictAt = now + CONFLICT_PACE_MS;
      throw conflict(text);
    },
    close() {
      clearTimeout(wakeTimer);
      waiting?.end(new ApiError(500, 'Internal Server Error: restart'));
    },
  };

  async function run({ offset, limit, timeout, signal }: PollRequest): Promise<PendingUpdate[]> {
    let waitSeconds = Math.min(Math.max(0, timeout), MAX_TIMEOUT_S);
    let most = Math.min(Math.max(1, limit), 100);
    const now = clock.now();
    // Pacing of a caller that asks the same thing again at once (Client.cpp 15713-15720).
    if (offset === previousOffset && waitSeconds < 3 && now < previousStart + 3_000) waitSeconds = 3;
    if (offset === previousOffset && now < previousStart + 500) most = 1;
    previousOffset = offset;
    previousStart = now;

    if (offset < 0) queue.keepLast(-offset);
    // An offset far in the future confirms nothing and reads from the start (td TQueue.cpp 304, Client.cpp 16357).
    const from = offset > queue.nextId() + 10 ? 0 : Math.max(0, offset);
    if (from > 0) queue.confirm(from);
    const ready = queue.from(from, most);
    if (ready.length > 0 || waitSeconds === 0) return ready;
    waiting?.fail('terminated by other getUpdates request; make sure that only one bot instance is running');
    return wait(from, most, waitSeconds * 1_000, signal);
  }

  function wait(offset: number, limit: number, ms: number, signal: AbortSignal): Promise<PendingUpdate[]> {
    return new Promise((resolve, reject) => {
      const timer = new AbortController();
      const settle = (): void => {
        if (waiting === poll) waiting = undefined;
        signal.removeEventListener('abort', hangUp);
        timer.abort();
      };
      const hangUp = (): void => poll.finish([]);
      const poll: WaitingPoll = {
        offset,
        limit,
        finish(updates) {
          settle();
          resolve(updates);
        },
        end(error) {
          settle();
          reject(error);
        },
        fail(text) {
          settle();
          resolve(poller.conflict(text, signal));
        },
      };
      waiting = poll;
      signal.addEventListener('abort', hangUp, { once: true });
      void clock.sleep(ms, timer.signal).then(() => poll.finish([]));
    });
  }
  return poller;
}

/** The whole answer stays under about 4 MB (Client.cpp JsonUpdates). */
function fit(updates: PendingUpdate[]): Record<string, unknown>[] {
  let left = MAX_ANSWER_BYTES;
  const result: Record<string, unknown>[] = [];
  for (const update of updates) {
    // Only large backlogs can come near the limit; measuring every small answer would cost for nothing.
    if (updates.length > 20) left -= 50 + Buffer.byteLength(JSON.stringify(update.payload));
    if (left <= 0 && result.length > 0) break;
    result.push(updateJson(update));
  }
  return result;
}
