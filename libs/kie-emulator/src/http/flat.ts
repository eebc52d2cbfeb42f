import { Hono } from 'hono';
import { fateOf } from '../faults.ts';
import { checkFlat, unifiedInput } from '../flat/check-flat.ts';
import type { FlatFamily, FlatOperation } from '../flat/flat-operation.ts';
import { flatRecordOf, operationOf } from '../flat/flat-record.ts';
import { flatFamilies, flatOperations } from '../flat/operations.ts';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Fate, Task } from '../tasks/task.ts';
import { texts } from '../texts.ts';
import { access } from './access.ts';
import type { Ctx, Env, Service } from './context.ts';
import { buy, tooManyStarts } from './create.ts';
import { envelope, jsonBody } from './envelope.ts';
import { recordLifeMs } from './jobs.ts';
import { tooManyLooks } from './limits.ts';
import { strike } from './strike.ts';

/** The older APIs: Veo, Flux Kontext, 4o image, Runway, Aleph, Suno. A path for each call, a flat body. */
export function flat(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  for (const operation of flatOperations) {
    app.post(operation.path, access(service, 'api'), async (c) => {
      const body = await jsonBody(c);
      const note = c.get('note');
      note.body = body;
      note.model = isObject(body) ? modelOf(operation, body as JsonObject) : operation.unified;
      const action = service.faults.take('create', { model: note.model });
      return strike(c, action, () => create(service, c, operation, body, fateOf(action)));
    });
  }
  for (const family of flatFamilies) {
    app.get(family.record, access(service, 'detail'), async (c) => {
      const taskId = c.req.query('taskId') ?? '';
      const note = c.get('note');
      note.taskId = taskId;
      const model = service.engine.get(taskId)?.model;
      if (model !== undefined) note.model = model;
      const action = service.faults.take('status', { model, taskId });
      if (tooManyLooks(service, taskId, family.statusPerSecond)) {
        return envelope(c, 429, texts.tooFrequent, null);
      }
      return strike(c, action, () => record(service, c, family, taskId));
    });
  }
  return app;
}

async function create(
  service: Service,
  c: Ctx,
  operation: FlatOperation,
  given: unknown,
  fate: Fate | undefined,
): Promise<Response> {
  const refused = tooManyStarts(service, c);
  if (refused !== undefined) return refused;
  const model = service.model(operation.unified);
  if (!isObject(given) || model === undefined) return envelope(c, 500, texts.notJson, null);
  const body = given as JsonObject;
  const refusal = checkFlat(operation, model, body);
  if (refusal !== undefined) return envelope(c, refusal.code, refusal.msg, null);
  const parent = await parentOf(service, c, operation.parent, body['taskId']);
  if (typeof parent === 'string') return envelope(c, 422, parent, null);
  const more = operation.check?.(body, parent) ?? undefined;
  if (more !== undefined) return envelope(c, more.code, more.msg, null);
  const again = repeated(service, c, operation, body);
  if (again !== undefined) return again;
  const task = buy(service, c, {
    model,
    input: { ...unifiedInput(operation, body), ...operation.extra?.(body, parent) },
    callBackUrl: body['callBackUrl'],
    fate,
    name: modelOf(operation, body),
    flat: { operation: operation.path, body, unified: model.id },
    seconds: operation.seconds,
  });
  if (task instanceof Response) return task;
  const { taskId } = task;
  const data = operation.seconds === undefined ? { taskId } : { taskId, resultUrls: null, imageUrls: null };
  return envelope(c, 200, texts.success, data);
}

function modelOf(operation: FlatOperation, body: JsonObject): string {
  return operation.modelOf?.(body) ?? operation.unified;
}

/** The task that a body names, or the text with which it is refused. */
export async function parentOf(
  service: Service,
  c: Ctx,
  wanted: FlatOperation['parent'],
  taskId: unknown,
): Promise<Task | string | undefined> {
  if (wanted === undefined) return undefined;
  const id = String(taskId);
  await service.engine.settled(id);
  const task = service.engine.get(id);
  if (task === undefined || task.account !== c.get('account')) return wanted.unknown;
  if (task.flat === undefined || operationOf(task).family.name !== wanted.family) return texts.otherProduct;
  const { expires } = operationOf(task).family;
  if (expires !== undefined && service.timeline.now() > task.createTime + expires.afterMs) return expires.msg;
  return wanted.open !== undefined && task.outcome?.state !== 'success' ? wanted.open : task;
}

/** The answer to a call for what has been made already, unless that failed. */
function repeated(
  service: Service,
  c: Ctx,
  operation: FlatOperation,
  body: JsonObject,
): Response | undefined {
  const { once } = operation;
  if (once === undefined) return undefined;
  const key = (values: JsonObject): string => JSON.stringify(once.by.map((name) => values[name] ?? 0));
  const same = service.engine
    .list()
    .find(
      ({ flat: made, account, outcome }) =>
        made?.operation === operation.path &&
        account === c.get('account') &&
        key(made.body) === key(body) &&
        outcome?.state !== 'fail',
    );
  if (same === undefined) return undefined;
  c.get('note').taskId = same.taskId;
  const { response } = flatRecordOf(same, service.timeline.now(), service.base());
  const urls = isObject(response) ? ((response['resultUrls'] as string[] | undefined) ?? null) : null;
  const { code, msg, data } = once.answer({ taskId: same.taskId, urls });
  return envelope(c, code, msg, data);
}

async function record(service: Service, c: Ctx, family: FlatFamily, taskId: string): Promise<Response> {
  if (taskId === '') return envelope(c, 422, texts.taskIdBlank, null);
  await service.engine.settled(taskId);
  const task = service.engine.get(taskId);
  const now = service.timeline.now();
  const unknown = (): Response => envelope(c, family.missing.code, family.missing.msg, null);
  if (task === undefined || task.account !== c.get('account') || now < task.visibleAt) return unknown();
  if (task.flat === undefined || operationOf(task).family.record !== family.record) {
    return family.missing.code === 200 ? unknown() : envelope(c, 422, texts.otherProduct, null);
  }
  if (family.expires !== undefined && now > task.createTime + family.expires.afterMs) {
    return envelope(c, 422, family.expires.msg, null);
  }
  if (now > task.createTime + recordLifeMs) return unknown();
  return envelope(c, 200, texts.success, flatRecordOf(task, now, service.base()));
}
