import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Ctx, Env, Service } from '../http/context.ts';
import { jsonBody } from '../http/envelope.ts';
import type { FaultSpec } from '../faults.ts';
import { isObject } from '../json.ts';
import { isLoopback } from '../tasks/inputs.ts';
import { recordOf } from '../tasks/record.ts';
import { stateAt } from '../tasks/task.ts';
import type { Task } from '../tasks/task.ts';
import { texts } from '../texts.ts';
import { page } from './page.ts';

/**
 * The control API below /sim, for clients in any language. It needs no key. Bodies must be declared as JSON: a
 * web page on another site cannot send that here without asking first, and nobody answers that question. For the
 * same reason a name that merely points to this machine is refused.
 */
export function control(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const name = new URL(c.req.url).hostname;
    if (service.loopbackOnly && !isLoopback(name))
      return problem(c, 403, 'ask for it as 127.0.0.1 or localhost');
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    const declared = c.req.header('content-type')?.startsWith('application/json') === true;
    if (changes && !declared)
      return problem(c, 415, 'send "content-type: application/json", with {} if there is nothing to say');
    await next();
  });
  app.get('/', (c) => {
    const nonce = randomBytes(16).toString('hex');
    const source = `'nonce-${nonce}'`;
    const policy = `default-src 'none'; connect-src 'self'; style-src ${source}; script-src ${source}; base-uri 'none'`;
    return c.html(page(nonce), 200, {
      'content-security-policy': `${policy}; form-action 'none'; frame-ancestors 'none'`,
    });
  });
  app.get('/state', (c) => c.json(stateOf(service)));
  app.post('/advance', async (c) => {
    const ms = (await bodyOf(c))['ms'];
    if (typeof ms !== 'number' || !(ms >= 0)) return problem(c, 400, 'ms must be a number of 0 or more');
    await service.timeline.advance(ms);
    return c.json(stateOf(service));
  });
  app.post('/credits', async (c) => {
    const { credits, account = service.accounts.first } = await bodyOf(c);
    if (typeof credits !== 'number' || !(credits >= 0))
      return problem(c, 400, 'credits must be a number of 0 or more');
    service.accounts.set(String(account), credits);
    service.onChange();
    return c.json(stateOf(service));
  });
  app.get('/calls', (c) => c.json(newest(c, service.journal.list())));
  app.delete('/calls', (c) => {
    service.journal.clear();
    return c.json({ ok: true });
  });
  tasks(app, service);
  faults(app, service);
  app.notFound((c) => problem(c, 404, 'no such control path; see the README of @kie/emulator'));
  return app;
}

function tasks(app: Hono<Env>, service: Service): void {
  const view = (task: Task) => ({
    ...recordOf(task, service.timeline.now(), service.base()),
    dueAt: task.dueAt,
    reserved: task.reserved,
    fate: task.fate ?? null,
    callBackUrl: task.callBackUrl ?? null,
  });
  const withTask = (
    c: Ctx,
    use: (task: Task) => Promise<Response> | Response,
  ): Promise<Response> | Response => {
    const task = service.engine.get(c.req.param('id') ?? '');
    return task === undefined ? problem(c, 404, 'no task with this id') : use(task);
  };
  app.get('/tasks', (c) => c.json(newest(c, service.engine.list()).map(view)));
  app.get('/tasks/:id', (c) => withTask(c, (task) => c.json(view(task))));
  app.post('/tasks/:id/fail', (c) =>
    withTask(c, async (task) => {
      const { failMsg = texts.internalError, failCode = '500' } = await bodyOf(c);
      await service.engine.finish(task, {
        type: 'fail',
        failMsg: String(failMsg),
        failCode: String(failCode),
      });
      return c.json(view(task));
    }),
  );
  app.post('/tasks/:id/finish', (c) =>
    withTask(c, async (task) => {
      await service.engine.finish(task);
      return c.json(view(task));
    }),
  );
  app.post('/tasks/:id/callback', (c) =>
    withTask(c, async (task) => {
      if (task.outcome === undefined)
        return problem(c, 409, `the task is still ${stateAt(task, service.timeline.now())}`);
      if (task.callBackUrl === undefined) return problem(c, 409, 'the task was made without callBackUrl');
      return c.json({ accepted: await service.callbacks.replay(task) });
    }),
  );
}

function faults(app: Hono<Env>, service: Service): void {
  app.get('/faults', (c) => c.json(service.faults.list()));
  app.post('/faults', async (c) => {
    try {
      return c.json(service.faults.add((await bodyOf(c)) as unknown as FaultSpec));
    } catch (error) {
      return problem(c, 400, error instanceof Error ? error.message : String(error));
    }
  });
  app.delete('/faults', (c) => {
    service.faults.clear();
    return c.json({ ok: true });
  });
  app.delete('/faults/:id', (c) => {
    const fault = service.faults.list().find((candidate) => candidate.id === c.req.param('id'));
    if (fault === undefined) return problem(c, 404, 'no fault with this id');
    fault.remove();
    return c.json({ ok: true });
  });
}

function stateOf(service: Service) {
  const { timeline, engine, accounts, speed } = service;
  const now = timeline.now();
  const states: Record<string, number> = {};
  for (const task of engine.list()) {
    const state = stateAt(task, now);
    states[state] = (states[state] ?? 0) + 1;
  }
  return {
    now,
    speed: Number.isFinite(speed) ? speed : 'Infinity',
    credits: accounts.toJSON(),
    tasks: states,
  };
}

/** `?newest=100` leaves the older ones out. */
function newest<T>(c: Ctx, all: readonly T[]): readonly T[] {
  const count = Number(c.req.query('newest'));
  return count > 0 ? all.slice(-count) : all;
}

async function bodyOf(c: Ctx): Promise<Record<string, unknown>> {
  const body = await jsonBody(c);
  return isObject(body) ? body : {};
}

function problem(c: Ctx, status: 400 | 403 | 404 | 409 | 415, error: string): Response {
  return c.json({ error }, status);
}
