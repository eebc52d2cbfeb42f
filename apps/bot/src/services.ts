import { createScreens, type BotScreens } from '@kie/bot-screens';
import { createKieClient, createKieLimiter, type KieClient } from '@kie/client';
import { createDatabase, type DatabaseHandle } from '@kie/database';
import {
  createBossWakeUps,
  createLimiterStore,
  createWordListModeration,
  type BossWakeUps,
} from '@kie/generations';
import { createMediaStore, type MediaStore } from '@kie/media-store';
import { createPromptWriter } from '@kie/prompt-writer';
import type { Registry } from '@kie/registry';
import type { Logger, Redactor } from '@kie/service-kit';
import { createTelegramApi, type TelegramApi } from '@kie/telegram';
import { createGenerationHandler, type GenerationHandler } from '@kie/universal-handler';
import { createValidator } from '@kie/validator';
import type { BotConfig } from './config/load.ts';
import { loadRegistry } from './load-registry.ts';

/** What both roles are made of. */
export interface Services {
  readonly config: BotConfig;
  readonly logger: Logger;
  readonly registry: Registry;
  readonly database: DatabaseHandle;
  readonly wakeUps: BossWakeUps;
  readonly api: TelegramApi;
  readonly client: KieClient;
  readonly handler: GenerationHandler;
  readonly store: MediaStore;
  readonly screens: BotScreens;
}

/** Puts the libraries together. Opens no connection by itself. */
export function createServices(config: BotConfig, logger: Logger, redactor: Redactor): Services {
  const registry = loadRegistry(config.KIE_MODELS_OVERLAY);
  const database = createDatabase({ url: config.DATABASE_URL, logger: logger.child({ part: 'database' }) });
  const wakeUps = createBossWakeUps({ url: config.DATABASE_URL, logger: logger.child({ part: 'queue' }) });
  const api = createTelegramApi({
    token: config.TELEGRAM_BOT_TOKEN,
    apiRoot: config.TELEGRAM_API_ROOT,
    logger: logger.child({ part: 'telegram' }),
    redactor,
  });
  const validator = createValidator(registry);
  const client = createKieClient({
    apiKey: config.KIE_API_KEY,
    baseUrl: config.KIE_BASE_URL,
    uploadBaseUrl: config.KIE_UPLOAD_BASE_URL,
    // One budget for all processes: KIE counts the account, not the process.
    limiter: createKieLimiter({ store: createLimiterStore(database.db) }),
  });
  const screens = createScreens({
    database: database.db,
    registry,
    validator,
    wakeUps,
    policy: { creditMultiplier: config.CREDIT_MULTIPLIER, welcomeCredits: config.WELCOME_CREDITS },
    limits: {
      maxOpenPerUser: config.MAX_OPEN_PER_USER,
      maxStartsPerHour: config.MAX_STARTS_PER_HOUR,
      ...(config.MAX_DAILY_KIE_CREDITS === undefined
        ? {}
        : { maxDailyKieCredits: config.MAX_DAILY_KIE_CREDITS }),
      ...(config.REFUSED_WORDS === undefined
        ? {}
        : { moderate: createWordListModeration(config.REFUSED_WORDS) }),
    },
    ...(config.OPENAI_API_KEY === undefined
      ? {}
      : {
          promptWriter: createPromptWriter({
            apiKey: config.OPENAI_API_KEY,
            baseUrl: config.OPENAI_BASE_URL,
            model: config.OPENAI_MODEL,
            timeoutMs: 10_000,
          }),
        }),
  });
  return {
    config,
    logger,
    registry,
    database,
    wakeUps,
    api,
    client,
    handler: createGenerationHandler({ client, validator, registry }),
    store: createMediaStore({ root: config.MEDIA_ROOT }),
    screens,
  };
}
