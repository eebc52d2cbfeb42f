import type { MiddlewareHandler } from 'hono';
import { texts } from '../texts.ts';
import type { Env, Service } from './context.ts';
import { envelope, uploadEnvelope } from './envelope.ts';

/** Refuses a missing or unknown key, in the words of the host that is asked, with HTTP 200. */
export function access(service: Service, host: 'api' | 'detail' | 'upload'): MiddlewareHandler<Env> {
  return async (c, next) => {
    const account = service.accounts.find(c.req.header('authorization'));
    if (account === undefined) {
      if (host === 'upload') return uploadEnvelope(c, 401, texts.uploadNoAccess);
      return envelope(c, 401, host === 'detail' ? texts.unauthorized : texts.noAccess);
    }
    c.set('account', account);
    await next();
  };
}
