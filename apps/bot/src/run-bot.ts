import { migrate } from '@kie/database';
import { supervise, type Logger, type Redactor } from '@kie/service-kit';
import type { BotConfig } from './config/load.ts';
import { createHttpApp } from './http/app.ts';
import { listen } from './http/server.ts';
import { createCallbackReceiver } from './kie-callback.ts';
import { createReadinessCheck } from './ready.ts';
import { createServices } from './services.ts';
import { createWebRole } from './web-role.ts';
import { createWorkerRole } from './worker-role.ts';

export interface BotOptions {
  readonly config: BotConfig;
  readonly logger: Logger;
  readonly redactor: Redactor;
  /** Aborted: finish what is in hand, then resolve. */
  readonly signal: AbortSignal;
}

/**
 * The bot, from the first open port to the last closed connection. The port is bound before anything slow, so that
 * the platform sees a living process; what is not ready says so. Whatever was in hand when the process dies is in
 * PostgreSQL, and the next process goes on with it.
 */
export async function runBot({ config, logger, redactor, signal }: BotOptions): Promise<void> {
  const services = createServices(config, logger, redactor);
  const { database, wakeUps } = services;
  const web = config.runsWeb ? createWebRole(services) : undefined;
  const worker = config.runsWorker ? createWorkerRole(services) : undefined;
  let started = false;
  const databaseReady = createReadinessCheck(database.db, config.DATABASE_URL, config.BOT_ROLE);
  const secret = config.KIE_CALLBACK_SECRET;
  const app = createHttpApp({
    ready: async () =>
      started
        ? await databaseReady()
        : { ready: false, detail: { role: config.BOT_ROLE, state: 'starting' } },
    ...(web?.webhook ? { telegramWebhook: web.webhook } : {}),
    ...(web && secret !== undefined
      ? { kieCallback: createCallbackReceiver({ db: database.db, wakeUps, secret }) }
      : {}),
  });
  const server = config.opensPort ? await listen(app, config.HOST, config.PORT) : undefined;
  if (server) logger.info({ port: server.port }, 'listening');
  if (config.PUBLIC_BASE_URL === undefined) {
    logger.warn(
      'PUBLIC_BASE_URL is not set: no callbacks, so an order whose reply gets lost is refunded at once',
    );
  }
  // A role that gives up takes the other one along, so that the platform starts the process fresh.
  const gaveUp = new AbortController();
  const running = AbortSignal.any([signal, gaveUp.signal]);
  try {
    await migrate({ url: config.DATABASE_URL });
    await wakeUps.start();
    started = true;
    logger.info({ role: config.BOT_ROLE, mode: config.mode }, '🚀 the bot is running');
    const roles = [
      ...(web ? [supervise('telegram', (each) => web.run(each), { signal: running, logger })] : []),
      ...(worker ? [worker.run(running)] : []),
    ];
    for (const role of roles) role.catch((error: unknown) => gaveUp.abort(error));
    const ends = await Promise.allSettled(roles);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  } finally {
    started = false;
    await web?.stop();
    await wakeUps.stop();
    await database.close();
    await server?.close();
  }
}
