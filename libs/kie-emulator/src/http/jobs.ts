import { Hono } from 'hono';
import { fateOf } from '../faults.ts';
import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { checkInput } from '../tasks/check-input.ts';
import { checkRules } from '../tasks/check-rules.ts';
import { recordOf } from '../tasks/record.ts';
import type { Fate } from '../tasks/task.ts';
import { texts } from '../texts.ts';
import { access } from './access.ts';
import type { Ctx, Env, Service } from './context.ts';
import { buy, tooManyStarts } from './create.ts';
import { envelope, jsonBody } from './envelope.ts';
import { tooManyLooks } from './limits.ts';
import { strike } from './strike.ts';

/** Documented: log records are kept two months, media 14 days. */
export const recordLifeMs = 61 * 24 * 3600 * 1000;

/** The unified jobs API: https://docs.kie.ai/market/quickstart. */
export function jobs(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/createTask', access(service, 'api'), async (c) => {
    const body = await jsonBody(c);
    const note = c.get('note');
    note.body = body;
    if (isObject(body) && typeof body['model'] === 'string') note.model = body['model'];
    const action = service.faults.take('create', { model: note.model });
    return strike(c, action, () => create(service, c, body, fateOf(action)));
  });
  app.get('/recordInfo', access(service, 'detail'), async (c) => {
    const taskId = c.req.query('taskId') ?? '';
    const note = c.get('note');
    note.taskId = taskId;
    const model = service.engine.get(taskId)?.model;
    if (model !== undefined) note.model = model;
    const action = service.faults.take('status', { model, taskId });
    if (tooManyLooks(service, taskId)) return envelope(c, 429, texts.tooFrequent, null);
    return strike(c, action, () => recordInfo(service, c, taskId));
  });
  return app;
}

function create(service: Service, c: Ctx, body: unknown, fate: Fate | undefined): Response {
  const refused = tooManyStarts(service, c);
  if (refused !== undefined) return refused;
  if (!isObject(body)) return envelope(c, 500, texts.notJson, null);
  const { model: id, input, callBackUrl } = body;
  if (id === undefined || id === null || id === '') return envelope(c, 500, texts.fieldRequired, null);
  const model = typeof id === 'string' ? service.model(id) : undefined;
  if (model === undefined) return envelope(c, 422, texts.unknownModel, null);
  if (!isObject(input)) return envelope(c, 500, texts.fieldRequired, null);
  const refusal = checkInput(model, input) ?? checkRules(model, input);
  if (refusal !== undefined) return envelope(c, refusal.code, refusal.msg, null);
  const task = buy(service, c, { model, input: input as JsonObject, callBackUrl: callBackUrl as Json, fate });
  if (task instanceof Response) return task;
  return envelope(c, 200, texts.success, { taskId: task.taskId, recordId: task.taskId });
}

async function recordInfo(service: Service, c: Ctx, taskId: string): Promise<Response> {
  if (taskId === '') return envelope(c, 422, texts.taskIdBlank, null);
  await service.engine.settled(taskId);
  const task = service.engine.get(taskId);
  const now = service.timeline.now();
  if (task?.flat !== undefined && task.account === c.get('account')) {
    return envelope(c, 422, texts.otherProduct, null);
  }
  if (
    task === undefined ||
    now > task.createTime + recordLifeMs ||
    task.account !== c.get('account') ||
    now < task.visibleAt
  ) {
    return envelope(c, 422, texts.recordIsNull, null);
  }
  return envelope(c, 200, texts.success, recordOf(task, now, service.base()));
}
