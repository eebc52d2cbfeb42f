// `npm run models:drift`: what KIE's live catalogue says otherwise than models/kie_models.yaml. Needs KIE_API_KEY; free,
// one request a second. It prints and changes nothing: the source of each fact is looked at by a person.
//
//   npm run models:drift                          every active model, about seven minutes
//   npm run models:drift -- z-image nano-banana-2   these models only
//   --json      the differences as JSON
//   --list      ids only, one request
//   --per-second N   for a local server; KIE allows one
import { parseArgs } from 'node:util';
import { createKieClient, createKieLimiter, isKieError } from '@kie/client';
import { nearest, registry, type Model } from '@kie/registry';
import { compareLists, comparePrice, compareSchema, type Drift } from './models-drift/compare.ts';
import { formatDrift } from './models-drift/format.ts';

class UsageError extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        'per-second': { type: 'string', default: '1' },
      },
    });
    const perSecond = Number(values['per-second']);
    if (!(perSecond >= 1 && perSecond <= 1000))
      throw new Error('--per-second takes a number from 1 to 1000.');
    return { ...values, perSecond, ids: positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function modelOf(id: string): Model {
  const model = registry.get(id);
  if (model !== undefined) return model;
  const [near] = nearest(
    id,
    registry.catalogue.models.map((one) => one.id),
    1,
  );
  throw new UsageError(`There is no model "${id}".${near === undefined ? '' : ` Did you mean ${near}?`}`);
}

function connect(perSecond: number) {
  const apiKey = process.env['KIE_API_KEY'] ?? '';
  if (apiKey === '')
    throw new UsageError('models:drift needs KIE_API_KEY. It reads the catalogue, which is free.');
  const baseUrl = process.env['KIE_BASE_URL'];
  const catalogue = perSecond === 1 ? { limit: 1, windowMs: 1_100 } : { limit: perSecond, windowMs: 1_000 };
  return createKieClient({ apiKey, ...(baseUrl && { baseUrl }), limiter: createKieLimiter({ catalogue }) })
    .catalogue;
}

async function findDrift({ ids, list, perSecond }: ReturnType<typeof readArguments>): Promise<Drift[]> {
  const chosen = ids.map(modelOf);
  const live = connect(perSecond);
  const listed = await live.models();
  const ours = chosen.length > 0 ? chosen : registry.list({ status: 'active' });
  const known = new Set(listed.map(({ model }) => model));
  const found = compareLists(registry.catalogue.models, listed);
  const drift = chosen.length > 0 ? found.filter((one) => ids.includes(one.model)) : found;
  if (list) return drift;
  for (const [index, model] of ours.entries()) {
    if (!known.has(model.id)) continue;
    process.stderr.write(`${index + 1}/${ours.length} ${model.id}\n`);
    drift.push(...compareSchema(model, await live.schema(model.id)));
    drift.push(...comparePrice(model, await live.price(model.id)));
  }
  return drift;
}

try {
  const options = readArguments();
  const drift = await findDrift(options);
  console.log(
    options.json ? JSON.stringify(drift, undefined, 2) : formatDrift(drift, registry.catalogue.compiled),
  );
  process.exitCode = drift.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError) && !isKieError(error)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
