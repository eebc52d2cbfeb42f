import { loadConfig, type Config, type ConfigRule, type Environment } from '@kie/service-kit';
import { definition } from './definition.ts';

type Variables = Config<typeof definition>;

/** The configuration of the bot: the variables and what follows from several of them. */
export type BotConfig = Variables & {
  readonly mode: 'polling' | 'webhook';
  readonly runsWeb: boolean;
  readonly runsWorker: boolean;
  readonly opensPort: boolean;
};

const modeOf = (config: Partial<Variables>): 'polling' | 'webhook' =>
  config.BOT_MODE ?? (config.PUBLIC_BASE_URL === undefined ? 'polling' : 'webhook');

const rules: readonly ConfigRule<typeof definition>[] = [
  (config) =>
    modeOf(config) === 'webhook' && config.PUBLIC_BASE_URL === undefined
      ? {
          variable: 'PUBLIC_BASE_URL',
          problem: 'is missing: BOT_MODE=webhook needs an address for Telegram to call',
        }
      : undefined,
  (config) =>
    modeOf(config) === 'webhook' && config.TELEGRAM_WEBHOOK_SECRET === undefined
      ? {
          variable: 'TELEGRAM_WEBHOOK_SECRET',
          problem: 'is missing: in webhook mode anybody could post updates without it',
        }
      : undefined,
  (config) =>
    config.PUBLIC_BASE_URL !== undefined && config.KIE_CALLBACK_SECRET === undefined
      ? {
          variable: 'KIE_CALLBACK_SECRET',
          problem: 'is missing: with PUBLIC_BASE_URL set, KIE gets signed callback addresses',
        }
      : undefined,
  (config) =>
    modeOf(config) === 'webhook' && config.BOT_ROLE !== 'worker' && config.ENABLE_HEALTH_SERVER === false
      ? {
          variable: 'ENABLE_HEALTH_SERVER',
          problem: 'is 0, but webhook mode needs the port: set it to 1 or BOT_MODE=polling',
        }
      : undefined,
  (config) =>
    config.TELEGRAM_API_ROOT?.startsWith('http:') === true &&
    !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${config.TELEGRAM_API_ROOT}/`)
      ? {
          variable: 'TELEGRAM_API_ROOT',
          problem:
            'is plain http to another machine, which would carry the token readable for all: use https',
        }
      : undefined,
];

/** Reads the environment; throws one `ConfigError` that names every problem at once. */
export function loadBotConfig(env: Environment): BotConfig {
  const config = loadConfig(definition, env, rules);
  const mode = modeOf(config);
  return {
    ...config,
    mode,
    runsWeb: config.BOT_ROLE !== 'worker',
    runsWorker: config.BOT_ROLE !== 'web',
    opensPort: config.ENABLE_HEALTH_SERVER,
  };
}
