import type { EmulatorClock } from '../clock.ts';
import type { PendingUpdate, State } from '../state.ts';
import type { UpdateQueue } from './queue.ts';
import { updateJson } from './queue.ts';

const ANSWER_TIMEOUT_MS = 60_000;
const GONE_AFTER_MS = 23 * 3_600_000;
const MAX_RETRY_AFTER_S = 3_600;

interface Lane {
  busy: boolean;
  failures: number;
  goneSince?: number;
}

export interface WebhookOptions {
  state: State;
  queue: UpdateQueue;
  clock: EmulatorClock;
  fetch: typeof fetch;
  /** 0 to 1, for the spread of the longest retry delay. */
  random: () => number;
  touch: () => void;
  /** Runs a method that the bot put into its HTTP answer. Its result is lost, as in Telegram. */
  execute: (method: string, params: Record<string, unknown>) => Promise<void>;
  log: (line: string) => void;
}

/** Pushes updates to the webhook: one in flight per lane, lanes in parallel up to `max_connections`. */
export interface WebhookSender {
  /** Looks for work; call it after anything that may have made some. */
  pump(): void;
  /** Forgets retry delays and running deliveries, because the webhook changed. */
  restart(): void;
  stop(): void;
}

export function createWebhookSender(options: WebhookOptions): WebhookSender {
  const { state, queue, clock } = options;
  let lanes = new Map<string, Lane>();
  let inFlight = 0;
  let stopped = false;
  let generation = new AbortController();

  const pump = (): void => {
    if (stopped || state.webhook === undefined) return;
    const seen = new Set<string>();
    for (const update of queue.from(0, Number.MAX_SAFE_INTEGER)) {
      if (inFlight >= state.webhook.maxConnections) return;
      if (seen.has(update.lane)) continue;
      seen.add(update.lane);
      const lane = lanes.get(update.lane) ?? { busy: false, failures: 0 };
      if (lane.busy) continue;
      lanes.set(update.lane, lane);
      lane.busy = true;
      void deliver(update, lane, generation.signal);
    }
  };

  async function deliver(update: PendingUpdate, lane: Lane, signal: AbortSignal): Promise<void> {
    inFlight += 1;
    const outcome = await post(update, signal);
    inFlight -= 1;
    if (signal.aborted) return;
    if (outcome.ok) {
      queue.remove(update.id);
      lanes.delete(update.lane);
      options.touch();
      pump();
      return;
    }
    options.log(`webhook: update ${update.id} not accepted (${outcome.reason})`);
    if (state.webhook !== undefined) {
      state.webhook.lastErrorDate = Math.floor(clock.now() / 1_000);
      state.webhook.lastErrorMessage = outcome.reason;
    }
    if (outcome.gone) {
      lane.goneSince ??= clock.now();
      if (clock.now() - lane.goneSince >= GONE_AFTER_MS) {
        state.webhook = undefined;
        options.touch();
        return;
      }
    } else {
      delete lane.goneSince;
    }
    const delay = outcome.retryAfterMs ?? backOff(lane.failures, options.random());
    lane.failures += 1;
    pump();
    await clock.sleep(delay, signal);
    if (signal.aborted) return;
    lane.busy = false;
    pump();
  }

  async function post(update: PendingUpdate, signal: AbortSignal): Promise<Outcome> {
    const settings = state.webhook;
    if (settings === undefined) return { ok: false, reason: 'no webhook', gone: false };
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    // Emulator time, so that a test need not wait a minute.
    const answered = new AbortController();
    const tooLate = new AbortController();
    void clock.sleep(ANSWER_TIMEOUT_MS, answered.signal).then(() => {
      if (!answered.signal.aborted) tooLate.abort();
    });
    if (settings.secret !== '') headers['x-telegram-bot-api-secret-token'] = settings.secret;
    try {
      const response = await options.fetch(deliveryUrl(settings.url), {
        method: 'POST',
        headers,
        body: JSON.stringify(updateJson(update)),
        redirect: 'manual',
        signal: AbortSignal.any([signal, tooLate.signal]),
      });
      const body = await response.text();
      if (response.ok) {
        await executeReply(response, body);
        return { ok: true };
      }
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      return {
        ok: false,
        reason: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
        gone: response.status === 410,
        ...(seconds > 0 ? { retryAfterMs: Math.min(seconds, MAX_RETRY_AFTER_S) * 1_000 } : {}),
      };
    } catch {
      const reason = tooLate.signal.aborted ? 'Read timeout expired' : 'Connection failed';
      return { ok: false, reason, gone: false };
    } finally {
      answered.abort();
    }
  }

  async function executeReply(response: Response, body: string): Promise<void> {
    if (!(response.headers.get('content-type') ?? '').includes('json')) return;
    let call: unknown;
    try {
      call = JSON.parse(body);
    } catch {
      return;
    }
    if (typeof call !== 'object' || call === null || !('method' in call)) return;
    const { method, ...params } = call as Record<string, unknown>;
    if (typeof method !== 'string' || /^(?:get|setwebhook|deletewebhook|close|logout)/i.test(method)) return;
    await options.execute(method, params);
  }

  queue.onPush(pump);
  return {
    pump,
    restart() {
      generation.abort();
      generation = new AbortController();
      lanes = new Map();
      pump();
    },
    stop() {
      stopped = true;
      generation.abort();
    },
  };
}

type Outcome = { ok: true } | { ok: false; reason: string; gone: boolean; retryAfterMs?: number };

/** At once, then 2, 4, 8 ... s, at most a random 60 to 120 s (WebhookActor.cpp). */
function backOff(failures: number, random: number): number {
  if (failures === 0) return 0;
  return Math.min(2 ** failures, 60 + 60 * random) * 1_000;
}

/** Client libraries insist on https; a bot on this machine has no certificate. */
function deliveryUrl(url: string): string {
  const parsed = new URL(url);
  if (parsed.protocol === 'https:' && isLoopbackHost(parsed.hostname)) {
    parsed.protocol = 'http:';
    if (parsed.port === '') parsed.port = '443';
  }
  return parsed.href;
}

/** True for names and addresses that can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
  return (
    /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host) || host.toLowerCase().endsWith('.localhost')
  );
}
