import { Hono } from 'hono';
import { jsonSchema, registry } from '@kie/registry';
import type { Model } from '@kie/registry';
import type { Json, JsonObject } from '../json.ts';
import { texts } from '../texts.ts';
import { access } from './access.ts';
import type { Ctx, Env, Service } from './context.ts';
import { envelope } from './envelope.ts';
import { tooManyQuestions } from './limits.ts';
import { strike } from './strike.ts';

/** KIE's own list of models, with shapes by its skill file of September 2026. A slash in a name is not escaped. */
export function catalogue(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/models', access(service, 'api'), (c) =>
    answer(service, c, undefined, () => {
      const [taskType, provider, words] = ['taskType', 'provider', 'q'].map((name) => c.req.query(name));
      const models = listed(service).filter(
        (model) =>
          (!taskType || typesOf(model).includes(taskType.replaceAll('-', '_'))) &&
          (!provider || model.vendor.toLowerCase() === provider.toLowerCase()) &&
          (!words || `${model.id} ${model.title}`.toLowerCase().includes(words.toLowerCase())),
      );
      return { total: models.length, models: models.map(row) };
    }),
  );
  app.get('/models/*', access(service, 'api'), (c) => {
    const asked = /\/models\/(.+)\/(schema|price|success-rate)$/.exec(c.req.path);
    if (asked === null) return envelope(c, 404, 'Not Found', null, 404);
    const [, id = '', fact = ''] = asked;
    return answer(service, c, id, () => {
      const model = listed(service).find((candidate) => candidate.id === decodeURIComponent(id));
      if (model === undefined) return undefined;
      if (fact === 'price') return { model: model.id, pricingDesc: priceText(model) };
      if (fact === 'schema') return { model: model.id, openapi: openapiOf(model) };
      return { model: model.id, points: points(service.timeline.now()) };
    });
  });
  return app;
}

function answer(
  service: Service,
  c: Ctx,
  model: string | undefined,
  work: () => JsonObject | undefined,
): Promise<Response> | Response {
  if (model !== undefined) c.get('note').model = model;
  if (tooManyQuestions(service, c.get('account'))) return envelope(c, 429, texts.tooFrequent, null);
  return strike(c, service.faults.take('catalogue', { model }), () => {
    const data = work();
    if (data === undefined) return envelope(c, 422, texts.unknownModel, null);
    return envelope(c, 200, texts.success, data);
  });
}

function listed(service: Service): Model[] {
  return registry.list().filter((model) => service.model(model.id) !== undefined);
}

function typesOf(model: Model): readonly string[] {
  return [...new Set([model.type, ...(model.modes ?? [])])];
}

function row(model: Model): JsonObject {
  return {
    model: model.id,
    slug: model.id.replaceAll('/', '-').replaceAll('.', '-'),
    title: model.title,
    provider: model.vendor,
    taskType: typesOf(model),
    description: null,
    pricingDesc: priceText(model),
  };
}

function priceText(model: Model): string {
  if (model.price === undefined) return '';
  const { unit, tiers } = model.price;
  return tiers
    .map(({ credits, when }) => {
      const terms = Object.entries(when ?? {}).map(([name, value]) => `${name} ${String(value)}`);
      return `${terms.length === 0 ? '' : `${terms.join(', ')}: `}${credits} credits per ${unit}`;
    })
    .join('; ');
}

/** A document with the one call that makes a task of the model. */
function openapiOf(model: Model): JsonObject {
  const schema = {
    type: 'object',
    required: ['model', 'input'],
    properties: {
      model: { type: 'string', enum: [model.id] },
      callBackUrl: { type: 'string', format: 'uri' },
      input: jsonSchema(model) as unknown as Json,
    },
  };
  const requestBody = { content: { 'application/json': { schema } } };
  return {
    openapi: '3.0.1',
    info: { title: model.title, version: '1.0.0' },
    paths: { '/api/v1/jobs/createTask': { post: { summary: model.title, requestBody } } },
  };
}

/** The last day by the hour: all is well here. */
function points(now: number): Json[] {
  const hour = 3_600_000;
  const end = Math.floor(now / hour) * hour;
  return Array.from({ length: 24 }, (_, index) => {
    const start = end - (24 - index) * hour;
    return { start, end: start + hour, successRate: 100, errorRate: 0, isNormal: true };
  });
}
