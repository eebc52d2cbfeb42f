import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

export interface HttpParts {
  /** True once this process can do its work: its own database connection, the schema's version, its role. */
  readonly ready: () => Promise<{ readonly ready: boolean; readonly detail: Record<string, string> }>;
  /** Present in webhook mode. */
  readonly telegramWebhook?: (request: Request) => Promise<Response>;
  /** Takes one callback of KIE; tells whether its signature is ours. */
  readonly kieCallback?: (path: {
    readonly generationId: string;
    readonly attempt: string;
    readonly signature: string;
    readonly body: string;
  }) => Promise<'taken' | 'refused'>;
}

/** KIE's callbacks are some kilobytes; what is larger is not from KIE. */
const callbackLimitBytes = 256 * 1024;

/**
 * The HTTP side of the bot. `/healthz` says that the process is alive, `/readyz` speaks about this process only, so
 * that a standby instance is ready too.
 */
export function createHttpApp(parts: HttpParts): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const { ready, detail } = await parts.ready();
    return c.json({ ready, ...detail }, ready ? 200 : 503);
  });
  const { telegramWebhook, kieCallback } = parts;
  if (telegramWebhook) {
    app.post('/telegram/webhook', async (c) => {
      const { ready } = await parts.ready();
      // Telegram comes again with back-off; an update taken before the database is there would be lost.
      return ready ? await telegramWebhook(c.req.raw) : c.text('not ready yet', 503);
    });
  }
  if (kieCallback) {
    app.post(
      '/kie/callback/:generationId/:attempt/:signature',
      bodyLimit({ maxSize: callbackLimitBytes, onError: (c) => c.text('too large', 413) }),
      async (c) => {
        const outcome = await kieCallback({ ...c.req.param(), body: await c.req.text() });
        return outcome === 'taken' ? c.json({ status: 'received' }) : c.text('not found', 404);
      },
    );
  }
  app.onError((_error, c) => c.text('internal error', 500));
  return app;
}
