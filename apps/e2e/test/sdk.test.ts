import { createKieClient, isKieError } from '@kie/client';
import { startKieEmulator, type KieEmulator } from '@kie/emulator';
import { registry } from '@kie/registry';
import { createGenerationHandler } from '@kie/universal-handler';
import { createValidator, minimalInput } from '@kie/validator';
import { afterAll, beforeAll, expect, test } from 'vitest';

let kie: KieEmulator;
const validator = createValidator(registry);
const clientOf = () =>
  createKieClient({ apiKey: 'test-key', baseUrl: kie.url, uploadBaseUrl: kie.uploadUrl });
const handlerOf = () => createGenerationHandler({ client: clientOf(), validator, registry });

beforeAll(async () => {
  kie = await startKieEmulator({ speed: 500, credits: 1_000_000 });
});
afterAll(async () => {
  await kie.stop();
});

test('a prompt becomes a picture that a decoder accepts', async () => {
  const result = await handlerOf().handle({
    modelId: 'z-image',
    input: { prompt: 'a fox', aspect_ratio: '1:1' },
  });
  if (!result.success) throw new Error(result.error.message);
  const bytes = new Uint8Array(await (await fetch(result.resultUrls[0] ?? '')).arrayBuffer());
  expect(Buffer.from(bytes.slice(1, 4)).toString('latin1')).toBe('PNG');
});

test('the reply to a paid request gets lost: one task, outcome unknown, nothing sent again', async () => {
  kie.faults.add({ on: 'create', action: 'lost-reply' });
  const before = kie.tasks().length;
  const error = await clientOf()
    .createTask('z-image', { prompt: 'a fox', aspect_ratio: '1:1' })
    .catch((reason: unknown) => reason);
  expect(isKieError(error)).toBe(true);
  expect(error).toMatchObject({ outcome: 'unknown' });
  expect(kie.tasks().length - before).toBe(1);
});

test.each([
  ['no such model', 'vendor/nothing', { prompt: 'x' }, /vendor\/nothing/],
  ['a retired model', 'sora-2-text-to-video', { prompt: 'x' }, /sora-2-text-to-video/],
  ['a wrong type', 'z-image', { prompt: 5, aspect_ratio: '1:1' }, /prompt/],
  ['a value that is not allowed', 'z-image', { prompt: 'x', aspect_ratio: '7:5' }, /aspect_ratio.*1:1/s],
  [
    'a prompt that is too long',
    'z-image',
    { prompt: 'x'.repeat(100_000), aspect_ratio: '1:1' },
    /prompt.*\d+/s,
  ],
])('%s: one clear message and nothing is sent', async (_name, modelId, input, message) => {
  const before = kie.calls().length;
  const result = await handlerOf().handle({ modelId, input });
  expect(result.success).toBe(false);
  if (!result.success)
    expect(`${result.error.message} ${JSON.stringify(result.error.issues ?? [])}`).toMatch(message);
  expect(kie.calls().length).toBe(before);
});

test('every active model of the jobs API: the emulator takes what the validator calls valid', async () => {
  const active = registry.list({ status: 'active' }).filter(({ api }) => api === 'jobs');
  const refused: string[] = [];
  const fast = await startKieEmulator({ speed: Infinity, credits: 10_000_000, createLimit: false });
  const url = `${fast.url}/a-file`; // taken at submit like at KIE, where a dead address fails later
  for (const model of active) {
    const input = minimalInput(model, () => url);
    const checked = validator.validate(model.id, input);
    if (!checked.valid) {
      refused.push(`${model.id}: the validator says ${checked.errors[0]?.message}`);
      continue;
    }
    const response = await fetch(`${fast.url}/api/v1/jobs/createTask`, {
      method: 'POST',
      headers: { authorization: 'Bearer test-key', 'content-type': 'application/json' },
      body: JSON.stringify({ model: model.id, input: checked.payload }),
    });
    const { code, msg } = (await response.json()) as { code: number; msg: string };
    if (code !== 200) refused.push(`${model.id}: ${code} ${msg}`);
  }
  await fast.stop();
  expect(refused).toEqual([]);
});
