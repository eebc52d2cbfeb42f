import type { Logger } from '@kie/service-kit';
import { fromKysely, PgBoss } from 'pg-boss';
import type { WakeListener, WakeQueue, WakeUps } from './wake-ups.ts';

export interface BossWakeUpsOptions {
  /** The database of the generations; a direct connection or a session pooler, LISTEN needs one. */
  readonly url: string;
  readonly logger: Logger;
  /** Where pg-boss keeps its tables, made when absent. Default `pgboss`. */
  readonly schema?: string;
  /** Connections of its own, one more is for LISTEN. Default 2. */
  readonly max?: number;
}

/** See `createBossWakeUps`. */
export interface BossWakeUps extends WakeUps, WakeListener {
  /** Makes or migrates pg-boss's schema and the queues. Before the first `wake`. */
  start(): Promise<void>;
  /** Waits for the call in hand, then closes its connections. Safe to call twice. */
  stop(): Promise<void>;
}

const queues: readonly WakeQueue[] = ['generation', 'delivery'];

/**
 * Wake-ups over pg-boss in the same database. Its jobs are done as soon as their ids were handed over, so the traps of
 * its worker loop (a pause after every job, a batch awaited as a whole) cost nothing; the work itself runs elsewhere.
 *
 * @example
 * ```ts
 * const wakeUps = createBossWakeUps({ url: databaseUrl, logger });
 * await wakeUps.start();
 * await db.transaction().execute((trx) => wakeUps.wake(trx, 'generation', id));
 * ```
 */
export function createBossWakeUps(options: BossWakeUpsOptions): BossWakeUps {
  const { url, logger, schema = 'pgboss', max = 2 } = options;
  let boss: PgBoss | undefined;

  function running(): PgBoss {
    if (boss) return boss;
    throw new Error('The wake-ups are not started. Call start() before the first wake() or listen().');
  }

  return {
    async start() {
      if (boss) return;
      const starting = new PgBoss({
        connectionString: url,
        schema,
        max,
        application_name: 'kie-wake-ups',
        useListenNotify: true,
        schedule: false,
        monitorVacuum: false,
      });
      // The text of a database error may quote a row: its code is enough here.
      starting.on('error', (error: Error & { code?: string }) => {
        logger.error({ code: error.code ?? error.name }, 'the queue had an error');
      });
      starting.on('warning', ({ message }) => logger.warn({ warning: message }, 'the queue warns'));
      await starting.start();
      for (const name of queues) {
        // A wake-up is worth nothing when it is old, and a repeat of it is worth nothing at all: the sweep is the repeat.
        await starting.createQueue(name, {
          notify: true,
          retryLimit: 0,
          expireInSeconds: 60,
          retentionSeconds: 3600,
          deleteAfterSeconds: 60,
        });
      }
      boss = starting;
    },

    async stop() {
      const stopping = boss;
      boss = undefined;
      await stopping?.stop({ graceful: true, timeout: 5000 });
    },

    async wake(db, queue, id, { afterMs = 0 } = {}) {
      const later = afterMs > 0 ? { startAfter: new Date(Date.now() + afterMs) } : {};
      await running().send(queue, { id }, { ...later, db: fromKysely(db) });
    },

    async listen(queue, onWake) {
      const listening = running();
      const work = await listening.work<{ id: string }>(
        queue,
        {
          batchSize: 100,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 0.5,
          notifyPollingIntervalSeconds: 1,
        },
        async (jobs) => onWake(jobs.map(({ data }) => data.id)),
      );
      return async () => {
        if (boss === listening) await listening.offWork(queue, { id: work, wait: true });
      };
    },
  };
}
