import { hostname } from 'node:os';
import { lockKey, runAsLeader } from '@kie/singleton-lock';
import type { Logger } from '@kie/service-kit';

export interface LeaderPollingOptions {
  readonly databaseUrl: string;
  /** Names the lock together with the bot: two bots on one database do not block each other. */
  readonly token: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Polls until the signal is aborted. */
  readonly poll: (signal: AbortSignal) => Promise<void>;
}

/**
 * Polls Telegram only while this instance holds the lock, so that two instances never ask at once (409). A standby
 * waits here, healthy, and takes over when the leader leaves or is lost.
 */
export async function pollAsLeader(options: LeaderPollingOptions): Promise<void> {
  const { databaseUrl, token, logger, signal, poll } = options;
  const lock = {
    connection: { connectionString: databaseUrl },
    key: lockKey('telegram-polling', token),
    // Seen by operators who ask the database which instance leads.
    label: `telegram polling on ${hostname()}`,
    signal,
    logger,
  };
  await runAsLeader(lock, async (leading, { epoch }) => {
    logger.info({ epoch: String(epoch) }, 'this instance polls Telegram');
    await poll(leading);
    if (!signal.aborted) logger.warn('the polling lock was lost; standing by for it again');
  });
}
