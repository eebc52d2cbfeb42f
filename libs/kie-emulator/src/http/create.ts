import type { Model } from '@kie/registry';
import type { Json, JsonObject } from '../json.ts';
import { magicOf } from '../tasks/magic.ts';
import { priceOf } from '../tasks/price.ts';
import type { Fate, FlatPart, Task } from '../tasks/task.ts';
import { texts } from '../texts.ts';
import type { Ctx, Service } from './context.ts';
import { envelope } from './envelope.ts';

/** The 429 of an account that starts too many tasks; undefined while it may. */
export function tooManyStarts(service: Service, c: Ctx): Response | undefined {
  const { accounts, createLimit, timeline } = service;
  const allowed =
    createLimit === undefined || accounts.mayStart(c.get('account'), timeline.now(), createLimit);
  return allowed ? undefined : envelope(c, 429, texts.tooFrequent, null);
}

/** Takes the money and makes the task; or the refusal of an empty balance or a magic word. */
export function buy(
  service: Service,
  c: Ctx,
  request: {
    readonly model: Model;
    readonly input: JsonObject;
    readonly callBackUrl: Json | undefined;
    readonly fate: Fate | undefined;
    readonly name?: string;
    readonly flat?: FlatPart;
    readonly seconds?: number | undefined;
  },
): Task | Response {
  const { accounts, engine, timeline } = service;
  const { model, input, callBackUrl, ...rest } = request;
  const account = c.get('account');
  const magic = magicOf(JSON.stringify(input));
  if (magic.refuse !== undefined) return envelope(c, magic.refuse.code, magic.refuse.msg, null);
  const reserved = priceOf(model, input);
  if (!accounts.take(account, reserved)) return envelope(c, 402, texts.insufficientCredits, null);
  accounts.started(account, timeline.now());
  const url = typeof callBackUrl === 'string' && callBackUrl !== '' ? callBackUrl : undefined;
  const task = engine.create({ ...rest, account, model, input, reserved, callBackUrl: url });
  c.get('note').taskId = task.taskId;
  return task;
}
