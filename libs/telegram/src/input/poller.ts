import { backoffMs, systemClock, type Clock, type Logger } from '@kie/service-kit';
import { TelegramApiError } from '../api/error.ts';
import type { TelegramApi } from '../api/telegram-api.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { allowedUpdates, isPayment, type Update } from '../inbox/update.ts';
import { takePollingOver } from './take-over.ts';

export interface PollerOptions {
  readonly api: TelegramApi;
  readonly inbox: Inbox;
  readonly logger: Logger;
  /** Something new is in the inbox: `runner.kick`. */
  readonly onUpdate?: () => void;
  /** Updates that waited before the start are taken in and marked skipped, all but payments. */
  readonly dropPending?: boolean;
  /** Delete a webhook that is set for this bot. Without it a set webhook ends the poller with an error. */
  readonly takeWebhook?: boolean;
  /** Is this webhook address one of ours, which may be deleted without asking? */
  readonly isOwnWebhook?: (url: string) => boolean;
  /** Default: the types this library reads. */
  readonly allowedUpdates?: readonly string[];
  /** How long one question waits at Telegram. Default 50 s, Telegram's most. */
  readonly pollSeconds?: number;
  /** How long another poller of the same bot is borne. Default 2 minutes. */
  readonly conflictPatienceMs?: number;
  readonly clock?: Clock;
  readonly random?: () => number;
}

export interface Poller {
  /**
   * Polls until the signal is aborted, then resolves at once. Run it in one process only (a lock sees to that).
   * @throws TelegramApiError for a wrong token (401, 404) or a conflict that lasts; WebhookInUseError; the database's
   * error after five failures in a row. Network errors, 5xx and 429 are waited out.
   */
  run(signal: AbortSignal): Promise<void>;
}

const batch = 100;
const maxInboxFailures = 5;

/** Long polling into the inbox: an update is confirmed to Telegram only after it was written down. */
export function createPoller(options: PollerOptions): Poller {
  const { api, inbox, logger, onUpdate, clock = systemClock, random = Math.random } = options;
  const { pollSeconds = 50, conflictPatienceMs = 120_000 } = options;
  const allowed_updates = options.allowedUpdates ?? allowedUpdates;

  const ask = (offset: number | undefined, timeout: number, signal: AbortSignal): Promise<Update[]> =>
    api.call<Update[]>(
      'getUpdates',
      { ...(offset === undefined ? {} : { offset }), timeout, limit: batch, allowed_updates },
      { signal, retry: false, maxWaitMs: 0, timeoutMs: (timeout + 15) * 1000 },
    );

  /** What waited before the start, as far as it came in full batches. Returns the next offset. */
  const skipPending = async (signal: AbortSignal): Promise<number | undefined> => {
    let offset: number | undefined;
    let skipped = 0;
    for (let size = batch; size === batch;) {
      const updates = await ask(offset, 0, signal);
      const payments = updates.filter(isPayment);
      await inbox.accept(payments);
      skipped += await inbox.accept(
        updates.filter((update) => !isPayment(update)),
        { state: 'skipped' },
      );
      if (payments.length > 0) onUpdate?.();
      offset = nextOffset(updates) ?? offset;
      size = updates.length;
    }
    logger.info({ skipped }, `${skipped} updates from before the start were skipped`);
    return offset;
  };

  return {
    async run(signal) {
      let offset: number | undefined;
      let ready = false;
      let dropping = options.dropPending === true;
      let failures = 0;
      let inboxFailures = 0;
      let conflictSince: number | undefined;

      const step = async (): Promise<void> => {
        if (!ready) await takePollingOver(options, signal);
        ready = true;
        if (dropping) offset = await skipPending(signal);
        dropping = false;
        const updates = await ask(offset, pollSeconds, signal);
        conflictSince = undefined;
        if ((await inbox.accept(updates)) > 0) onUpdate?.();
        offset = nextOffset(updates) ?? offset;
        failures = 0;
        inboxFailures = 0;
      };

      /** How long to wait after this error; throws it when waiting does not help. */
      const bear = (error: unknown): number => {
        failures += 1;
        if (!(error instanceof TelegramApiError)) {
          inboxFailures += 1;
          const known = error instanceof Error && error.name === 'WebhookInUseError';
          if (known || inboxFailures >= maxInboxFailures) throw error;
          logger.error({ err: error }, 'updates could not be written down, asking for them again');
          return backoffMs(inboxFailures, { baseMs: 500, maxMs: 8000, random });
        }
        if (error.code === 401 || error.code === 404) throw error;
        if (error.code === 409) {
          conflictSince ??= clock.now();
          if (clock.now() - conflictSince >= conflictPatienceMs) throw error;
          ready = !/webhook/i.test(error.description);
          logger.warn(
            { err: error },
            'another instance polls this bot too (or is just ending), waiting for it',
          );
          return backoffMs(failures, { maxMs: 15_000, random });
        }
        if (error.outcome === 'refused' && error.retryAfter === undefined) throw error;
        const waitMs = Math.max(
          (error.retryAfter ?? 0) * 1000,
          backoffMs(failures, { maxMs: 30_000, random }),
        );
        logger[failures >= 5 ? 'error' : 'warn']({ err: error, waitMs }, 'polling failed, trying again');
        return waitMs;
      };

      while (!signal.aborted) {
        try {
          await step();
        } catch (error) {
          if (signal.aborted) return;
          await clock.sleep(bear(error), signal).catch((reason: unknown) => {
            if (!signal.aborted) throw reason;
          });
        }
      }
    },
  };
}

function nextOffset(updates: readonly Update[]): number | undefined {
  return updates.length === 0 ? undefined : Math.max(...updates.map(({ update_id }) => update_id)) + 1;
}
