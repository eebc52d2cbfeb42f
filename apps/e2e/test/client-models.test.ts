import { anyModel, createKieClient, createKieLimiter, isKieError } from '@kie/client';
import { startKieEmulator, type KieEmulator } from '@kie/emulator';
import { registry } from '@kie/registry';
import { createValidator, minimalInput } from '@kie/validator';
import { afterAll, beforeAll, expect, test } from 'vitest';

let kie: KieEmulator;
const validator = createValidator(registry);
const plenty = { limit: 10_000, windowMs: 1_000 };
const clientOf = () =>
  createKieClient({
    apiKey: 'test-key',
    baseUrl: kie.url,
    limiter: createKieLimiter({ create: plenty, status: plenty }),
  });

beforeAll(async () => {
  kie = await startKieEmulator({ speed: Infinity, credits: 10_000_000, createLimit: false });
});
afterAll(async () => {
  await kie.stop();
});

test('every active id goes through createTask and waitTask, whatever API it lives behind', async () => {
  const client = clientOf();
  const models = registry.list();
  const ends = await Promise.all(
    models.map(async (model) => {
      const checked = validator.validate(
        model.id,
        minimalInput(model, (field) => `${kie.url}/files/none.${field.media?.kind}`),
      );
      if (!checked.valid) return [model.id, 'invalid'] as const;
      try {
        const ref = await client.createTask(anyModel(model.id), checked.payload);
        const task = await client.waitTask(JSON.parse(JSON.stringify(ref)) as typeof ref, { pollMs: 50 });
        // An input of the smallest kind names files and tasks that do not exist; a failure that says so is an end too.
        return [model.id, task.status] as const;
      } catch (error) {
        return [model.id, isKieError(error) ? error.message : String(error)] as const;
      }
    }),
  );
  expect(models.length).toBeGreaterThanOrEqual(189);
  const apis = new Set(models.map((model) => model.api));
  expect([...apis].toSorted()).toEqual(['flux-kontext', 'jobs', 'veo']);
  expect(ends.filter(([, end]) => end !== 'succeeded' && end !== 'failed')).toEqual([]);
  const flat = ends.filter(([id]) => /^(?:veo3|flux-kontext)/.test(id));
  expect(flat.map(([, end]) => end)).toEqual(flat.map(() => 'succeeded'));
});

test('the live catalogue: list, schema, price, success rate, one request a second', async () => {
  const { catalogue } = createKieClient({ apiKey: 'test-key', baseUrl: kie.url });
  const [models, schema, price, points] = await Promise.all([
    catalogue.models({ query: 'z-image' }),
    catalogue.schema('z-image'),
    catalogue.price('z-image'),
    catalogue.successRate('z-image'),
  ]);
  expect(models.map(({ model }) => model)).toContain('z-image');
  expect(schema === undefined || typeof schema === 'object').toBe(true);
  expect(price === undefined || price.length > 0).toBe(true);
  for (const { successRate } of points) expect(successRate ?? 1).toBeLessThanOrEqual(100);
});
