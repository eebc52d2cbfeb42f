import type { EmulatorClock } from '../clock.ts';
import type { PendingUpdate, State } from '../state.ts';
import { isAllowed } from './allowed.ts';

const HOUR = 3_600_000;

/** How long an undelivered update lives (Client.cpp 16962-17260); everything else lives 24 hours. */
const LIFE_MS: Record<string, number> = {
  callback_query: 150_000,
  pre_checkout_query: 150_000,
  shipping_query: 150_000,
  inline_query: 30_000,
  chosen_inline_result: 600_000,
};

/** The updates that wait for the bot, by rising id. */
export interface UpdateQueue {
  /** Adds an update unless `allowed_updates` leaves it out (now, not at delivery). The payload must not change later. */
  push(type: string, lane: string, payload: unknown): void;
  /** Living updates from `offset` on, oldest first. */
  from(offset: number, limit: number): PendingUpdate[];
  /** Forgets every update below `offset`. */
  confirm(offset: number): void;
  /** Forgets all but the newest `count`. */
  keepLast(count: number): void;
  remove(id: number): void;
  size(): number;
  /** The id that the next update will get. */
  nextId(): number;
  clear(): void;
  /** Called after each push. */
  onPush(listener: () => void): void;
}

export function createUpdateQueue(state: State, clock: EmulatorClock, touch: () => void): UpdateQueue {
  const listeners: (() => void)[] = [];
  const dropExpired = (): void => {
    const now = clock.now();
    if (state.updates.some((update) => update.expiresAt <= now)) {
      state.updates = state.updates.filter((update) => update.expiresAt > now);
      touch();
    }
  };
  return {
    push(type, lane, payload) {
      if (!isAllowed(type, state.allowedUpdates)) return;
      const expiresAt = clock.now() + (LIFE_MS[type] ?? 24 * HOUR);
      state.updates.push({ id: state.nextUpdateId++, type, lane, expiresAt, payload });
      touch();
      for (const listener of listeners) listener();
    },
    from(offset, limit) {
      dropExpired();
      const start = state.updates.findIndex((update) => update.id >= offset);
      return start < 0 ? [] : state.updates.slice(start, start + limit);
    },
    confirm(offset) {
      const keep = state.updates.findIndex((update) => update.id >= offset);
      const count = keep < 0 ? state.updates.length : keep;
      if (count === 0) return;
      state.updates.splice(0, count);
      touch();
    },
    keepLast(count) {
      dropExpired();
      state.updates.splice(0, Math.max(0, state.updates.length - count));
      touch();
    },
    remove(id) {
      const index = state.updates.findIndex((update) => update.id === id);
      if (index >= 0) state.updates.splice(index, 1);
      touch();
    },
    size() {
      dropExpired();
      return state.updates.length;
    },
    nextId: () => state.nextUpdateId,
    clear() {
      state.updates = [];
      touch();
    },
    onPush(listener) {
      listeners.push(listener);
    },
  };
}

/** What the bot receives. */
export function updateJson(update: PendingUpdate): Record<string, unknown> {
  return { update_id: update.id, [update.type]: update.payload };
}
