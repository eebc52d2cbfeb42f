import type { BotScreens } from '@kie/bot-screens';
import type { Logger } from '@kie/service-kit';
import { allowedUpdates, type TelegramApi } from '@kie/telegram';
import type { BotConfig } from './config/load.ts';

/** The commands menu, in English for everybody and in Russian for Russian clients. A nicety: its failure is logged. */
export async function setCommands(api: TelegramApi, screens: BotScreens, logger: Logger): Promise<void> {
  try {
    await api.call('setMyCommands', { commands: screens.commands('en') });
    await api.call('setMyCommands', { commands: screens.commands('ru'), language_code: 'ru' });
  } catch (error) {
    logger.warn({ err: error }, 'the commands menu could not be set');
  }
}

/** Tells Telegram where to post updates, when that is not what it has already. Never removed on shutdown. */
export async function setWebhook(api: TelegramApi, config: BotConfig, logger: Logger): Promise<void> {
  const url = `${config.PUBLIC_BASE_URL}/telegram/webhook`;
  const now = await api.call<{ url?: string }>('getWebhookInfo');
  // The secret cannot be read back, so an equal address is set again: cheap, and right after a new secret.
  await api.call('setWebhook', {
    url,
    secret_token: config.TELEGRAM_WEBHOOK_SECRET,
    allowed_updates: [...allowedUpdates],
    drop_pending_updates: false,
  });
  logger.info({ changed: now.url !== url }, 'webhook set');
}
