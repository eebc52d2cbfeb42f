import type { Field, Model } from '@kie/registry';
import type { StepContext } from './context.ts';

const reference = /^media:(.+)$/;

type Open = (mediaId: string) => Promise<Blob>;

/**
 * The input with a file in place of each `media:<id>`. Only media fields are looked at: the same words in a prompt are
 * words, and lead nowhere.
 */
export async function openInputs(
  context: Pick<StepContext, 'registry' | 'openInput'>,
  modelId: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const model: Model | undefined = context.registry.get(modelId);
  return openFields(model?.fields ?? [], input, (mediaId) => context.openInput(mediaId));
}

/** Asks for KIE's own filter where the model has one. What the person chose is overruled: the filter is the house's. */
export function withNsfwChecker(
  context: Pick<StepContext, 'registry' | 'nsfwChecker'>,
  modelId: string,
  input: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!context.nsfwChecker) return input;
  const fields = context.registry.get(modelId)?.fields ?? [];
  return fields.some(({ name }) => name === 'nsfw_checker') ? { ...input, nsfw_checker: true } : input;
}

async function openFields(
  fields: readonly Field[],
  input: Readonly<Record<string, unknown>>,
  open: Open,
): Promise<Record<string, unknown>> {
  const opened: Record<string, unknown> = { ...input };
  for (const field of fields) {
    if (Object.hasOwn(input, field.name))
      opened[field.name] = await openValue(field, input[field.name], open);
  }
  return opened;
}

async function openValue(field: Field, value: unknown, open: Open): Promise<unknown> {
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(await openValue(field, item, open));
    return items;
  }
  if (typeof value === 'string') {
    const mediaId = field.media && reference.exec(value)?.[1];
    return mediaId ? open(mediaId) : value;
  }
  if (typeof value === 'object' && value !== null && field.itemFields) {
    return openFields(field.itemFields, value as Record<string, unknown>, open);
  }
  return value;
}
