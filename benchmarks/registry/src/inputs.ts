import { jsonSchema, registry, type Field, type JsonSchema, type Model } from '@kie/registry';
import { createValidator, randomInput } from '@kie/validator';

/** One model with inputs that every library is asked about. */
export interface Subject {
  readonly model: Model;
  readonly schema: JsonSchema;
  readonly valid: readonly Readonly<Record<string, unknown>>[];
  readonly invalid: readonly Readonly<Record<string, unknown>>[];
}

const PER_MODEL = 5;
const MODELS = 30;

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

/** A wrong value as people send them: another spelling, another type, a text too long, a local path. */
function wrong(field: Field): unknown {
  if (field.type === 'enum') return field.valueType === 'string' ? 'no such value' : 'x';
  if (field.type === 'boolean') return 'true';
  if (field.type === 'integer' || field.type === 'number') return (field.max ?? 1e9) + 1;
  if (field.type === 'array') return 'https://files.example/a.png';
  if (field.media !== undefined) return '/tmp/photo.png';
  return field.maxLength === undefined ? 5 : 'x'.repeat(field.maxLength + 1);
}

/** Thirty active models, spread over the catalogue, with random valid inputs and the same with up to four faults. */
export function subjects(): Subject[] {
  const random = seeded(30);
  const validator = createValidator(registry);
  const models = registry.list().filter(({ api }) => api === 'jobs');
  const step = models.length / MODELS;
  return Array.from({ length: MODELS }, (_, index) => models[Math.floor(index * step)] as Model).map(
    (model) => {
      const valid = Array.from({ length: PER_MODEL }, () => {
        const input = randomInput(model, () => 'https://files.example/task/a-picture.png', { random });
        return validator.validate(model.id, input).payload ?? {};
      });
      const invalid = valid.map((input) => {
        const faults = model.fields.slice(0, 3).map((field) => [field.name, wrong(field)] as const);
        return { ...input, ...Object.fromEntries(faults), image_input: ['https://files.example/a.png'] };
      });
      return { model, schema: jsonSchema(model), valid, invalid };
    },
  );
}
