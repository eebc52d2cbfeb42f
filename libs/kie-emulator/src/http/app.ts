import { Hono } from 'hono';
import { control } from '../sim/control.ts';
import { catalogue } from './catalogue.ts';
import { chat } from './chat.ts';
import { common } from './common.ts';
import type { Env, Service } from './context.ts';
import { envelope } from './envelope.ts';
import { flatAtOnce } from './flat-at-once.ts';
import { flat } from './flat.ts';
import { files } from './files.ts';
import { jobs } from './jobs.ts';
import { uploads } from './uploads.ts';

/** All routes of one emulator, with every call written to the journal. */
export function createApp(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    service.timeline.poke();
    const at = service.timeline.now();
    const note = {} as Env['Variables']['note'];
    c.set('note', note);
    await next();
    if (/^\/sim(\/|$)/.test(c.req.path)) return;
    const url = new URL(c.req.url);
    const { cut, ...rest } = note;
    const status = cut === true ? {} : { status: c.res.status };
    service.journal.add({
      kind: 'request',
      at,
      method: c.req.method,
      path: url.pathname + url.search,
      ...status,
      ...rest,
    });
  });
  app.route('/api/v1/jobs', jobs(service));
  app.route('/api/v1', common(service));
  app.route('/api/v1', catalogue(service));
  app.route('/api/v1', flat(service));
  app.route('/api/v1', flatAtOnce(service));
  app.route('/api', uploads(service));
  app.route('/files', files(service));
  app.route('/sim', control(service));
  app.route('/', chat(service));
  app.notFound((c) => envelope(c, 404, 'Not Found', null, 404));
  app.onError((error, c) => {
    // A bug of the emulator: a caller should see it, not guess. While stopping, whatever breaks is no bug.
    if (!service.stopping.aborted) process.emitWarning(error);
    return envelope(c, 500, 'Internal Error', null, 500);
  });
  return app;
}
