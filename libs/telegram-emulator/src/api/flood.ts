import type { EmulatorClock } from '../clock.ts';
import { tooManyRequests } from '../errors.ts';

/** A bucket that holds `burst` messages and refills by `perSecond`. */
export interface FloodLimit {
  burst: number;
  perSecond: number;
}

/**
 * How much a bot may send. Telegram publishes no exact numbers ("avoid more than one message a second in a chat",
 * "about 30 a second" in total), so nothing is limited unless a test asks for it.
 */
export interface FloodLimits {
  perChat?: FloodLimit;
  total?: FloodLimit;
}

export interface FlowControl {
  /** Throws 429 with `retry_after` when a chat or the bot as a whole sends too much. */
  check(chatId: number): void;
  set(limits: FloodLimits): void;
}

export function createFlowControl(initial: FloodLimits, clock: EmulatorClock): FlowControl {
  let limits = initial;
  const buckets = new Map<string, { left: number; at: number }>();
  const look = (key: string, limit: FloodLimit): { left: number; at: number } => {
    const now = clock.now();
    const bucket = buckets.get(key) ?? { left: limit.burst, at: now };
    bucket.left = Math.min(limit.burst, bucket.left + ((now - bucket.at) / 1_000) * limit.perSecond);
    bucket.at = now;
    buckets.set(key, bucket);
    return bucket;
  };
  return {
    set(next) {
      limits = next;
      buckets.clear();
    },
    check(chatId) {
      const used: { left: number }[] = [];
      for (const [key, limit] of [
        [`chat:${chatId}`, limits.perChat] as const,
        ['total', limits.total] as const,
      ]) {
        if (limit === undefined) continue;
        const bucket = look(key, limit);
        if (bucket.left < 1)
          throw tooManyRequests(Math.max(1, Math.ceil((1 - bucket.left) / limit.perSecond)));
        used.push(bucket);
      }
      for (const bucket of used) bucket.left -= 1;
    },
  };
}
