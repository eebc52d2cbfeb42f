import {
  createBot,
  createInbox,
  createPoller,
  createUpdateRunner,
  createWebhook,
  trackProgress,
} from '@kie/telegram';
import { pollAsLeader } from './leader-polling.ts';
import type { Services } from './services.ts';
import { setCommands, setWebhook } from './telegram-setup.ts';

export interface WebRole {
  /** For the HTTP side; absent when polling. */
  readonly webhook: ((request: Request) => Promise<Response>) | undefined;
  /** Sets the webhook, or polls as leader, until the signal is aborted. */
  run(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Takes updates in and answers them. */
export function createWebRole({ config, logger, database, api, screens }: Services): WebRole {
  const { db } = database;
  const bot = createBot(api);
  screens.install(bot);
  const runner = createUpdateRunner({
    bot,
    database: db,
    render: (reply, queryable) => screens.render(reply, queryable),
    onShown: async ({ screen, params, chatId }, messageId, queryable) => {
      const { generationId } = params;
      if (screen !== 'progress' || typeof generationId !== 'string') return;
      await trackProgress(queryable, { generationId, chatId, messageId });
    },
    api,
    logger: logger.child({ part: 'updates' }),
  });
  const inbox = createInbox(db);
  const onUpdate = () => {
    runner.kick();
  };
  const { TELEGRAM_WEBHOOK_SECRET: secret } = config;
  const webhook =
    config.mode === 'webhook' && secret !== undefined
      ? createWebhook({ secret, inbox, logger: logger.child({ part: 'webhook' }), onUpdate })
      : undefined;

  return {
    webhook,
    async run(signal) {
      runner.start();
      await setCommands(api, screens, logger);
      if (config.mode === 'webhook') {
        await setWebhook(api, config, logger);
        await new Promise<void>((resolve) => {
          if (signal.aborted) resolve();
          else signal.addEventListener('abort', () => resolve(), { once: true });
        });
        return;
      }
      const poller = createPoller({
        api,
        inbox,
        logger: logger.child({ part: 'polling' }),
        onUpdate,
        dropPending: config.TELEGRAM_DROP_PENDING_UPDATES,
        takeWebhook: config.TELEGRAM_TAKE_WEBHOOK,
      });
      await pollAsLeader({
        databaseUrl: config.DATABASE_URL,
        token: config.TELEGRAM_BOT_TOKEN,
        logger,
        signal,
        poll: (leading) => poller.run(leading),
      });
    },
    async stop() {
      await runner.stop();
    },
  };
}
