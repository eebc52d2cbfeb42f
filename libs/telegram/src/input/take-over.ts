import type { PollerOptions } from './poller.ts';

/** Somebody set a webhook for this bot; polling would take the updates away from it. */
export class WebhookInUseError extends Error {
  /** Only the host: the path of a webhook is often its secret. */
  readonly host: string;

  constructor(host: string) {
    super(
      `A webhook at ${host} is set for this bot, so another installation may be using it. ` +
        'Stop that one, or allow taking the bot over (takeWebhook), or use webhook mode.',
    );
    this.name = 'WebhookInUseError';
    this.host = host;
  }
}

/** Deletes the webhook, always, because Telegram refuses getUpdates while there is one; a foreign one only with leave. */
export async function takePollingOver(
  { api, logger, takeWebhook = false, isOwnWebhook = () => false }: PollerOptions,
  signal: AbortSignal,
): Promise<void> {
  const { url = '' } = await api.call<{ url?: string }>('getWebhookInfo', {}, { signal });
  if (url !== '') {
    const host = URL.canParse(url) ? new URL(url).host : 'an unreadable address';
    if (!takeWebhook && !isOwnWebhook(url)) throw new WebhookInUseError(host);
    logger.warn({ host }, 'a webhook was set for this bot, it is deleted');
  }
  await api.call('deleteWebhook', { drop_pending_updates: false }, { signal });
}
