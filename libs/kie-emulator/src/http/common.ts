import { Hono } from 'hono';
import { isObject } from '../json.ts';
import { texts } from '../texts.ts';
import { access } from './access.ts';
import type { Env, Service } from './context.ts';
import { envelope, jsonBody } from './envelope.ts';
import { strike } from './strike.ts';

/** Documented: a download link is valid for 20 minutes. */
const linkLifeMs = 20 * 60 * 1000;

/** Balance and download links: https://docs.kie.ai/common-api/get-account-credits and …/download-url. */
export function common(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/chat/credit', access(service, 'api'), (c) =>
    strike(c, service.faults.take('credit', {}), () =>
      envelope(c, 200, texts.success, service.accounts.credits(c.get('account'))),
    ),
  );
  app.post('/common/download-url', access(service, 'api'), async (c) => {
    const body = await jsonBody(c);
    const url = isObject(body) ? body['url'] : undefined;
    const base = service.base();
    const path =
      typeof url === 'string' && url.startsWith(`${base}/`) ? decodePath(url.slice(base.length)) : '';
    const file = service.files.find(path);
    if (file === undefined) return envelope(c, 422, texts.urlIsWrong, null);
    const until = Math.round(Math.min(service.timeline.now() + linkLifeMs, file.expiresAt));
    return envelope(c, 200, texts.success, `${base}${encodeURI(path)}?expires=${until}`);
  });
  return app;
}

/** A path as the file store knows it; empty when it cannot be one. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.split('?')[0] ?? '');
  } catch {
    return '';
  }
}
