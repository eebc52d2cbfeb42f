import {
  ConfigError,
  createLogger,
  createRedactor,
  maskConfig,
  secretValues,
  stopSignal,
} from '@kie/service-kit';
import { migrate } from '@kie/database';
import { definition } from './config/definition.ts';
import { loadBotConfig, type BotConfig } from './config/load.ts';
import { runBot } from './run-bot.ts';

function configOrExit(): BotConfig {
  try {
    return loadBotConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78); // EX_CONFIG of sysexits.h: the platform sees that a restart would not help
  }
}

const config = configOrExit();
if (process.argv.includes('--check-config')) {
  process.stdout.write(`${JSON.stringify(maskConfig(definition, config), null, 2)}\nconfig OK\n`);
  process.exit(0);
}
const redactor = createRedactor({ secrets: secretValues(definition, config) });
const logger = createLogger({ level: config.LOG_LEVEL, redactor });

process.on('uncaughtException', (error) => {
  logger.fatal({ err: error }, 'uncaught error, leaving');
  process.exit(1);
});

try {
  if (process.argv.includes('--migrate')) {
    const applied = await migrate({ url: config.DATABASE_URL });
    logger.info({ applied }, 'database is up to date');
  } else {
    const signal = stopSignal({ logger });
    logger.info(maskConfig(definition, config), 'config loaded');
    await runBot({ config, logger, redactor, signal });
    logger.info('stopped');
  }
} catch (error) {
  logger.fatal({ err: error }, 'the bot ended with an error');
  process.exitCode = 1;
}
