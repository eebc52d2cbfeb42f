import { registry } from '@kie/registry';
import { createValidator, randomInput } from '@kie/validator';
import { expect, it } from 'vitest';
import { emulator } from './cli.ts';

const kie = emulator({ credits: 100_000_000, speed: 0.000_1 });
const PER_MODEL = 100;
const validator = createValidator(registry);

/** Repeatable numbers from 0 up to but not including 1 (mulberry32, in the public domain). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The emulator's answer to a payload; it knows the catalogue, and nothing of the validator. */
async function create(model: string, input: unknown): Promise<{ code: number; msg: string }> {
  const response = await fetch(`${kie().url}/api/v1/jobs/createTask`, {
    method: 'POST',
    headers: { authorization: 'Bearer test-key', 'content-type': 'application/json' },
    body: JSON.stringify({ model, input }),
  });
  return (await response.json()) as { code: number; msg: string };
}

it('agrees with the emulator about random valid inputs', async () => {
  const random = seeded(7);
  const refused = new Set<string>();
  let count = 0;
  for (const model of registry.list().filter(({ api }) => api === 'jobs')) {
    const payloads = Array.from({ length: PER_MODEL }, () => {
      const input = randomInput(model, (field) => `https://files.example/${field.media?.kind}`, { random });
      return validator.validate(model.id, input).payload;
    });
    for (let at = 0; at < payloads.length; at += 20) {
      const answers = await Promise.all(
        payloads.slice(at, at + 20).map((payload) => create(model.id, payload)),
      );
      count += answers.length;
      for (const { code, msg } of answers) if (code !== 200) refused.add(`${model.id}: ${msg}`);
    }
  }
  expect([...refused]).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(180 * PER_MODEL);
});
