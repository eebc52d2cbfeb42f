import type { Field, Model } from '@kie/registry';
import type { Json, JsonObject } from '../json.ts';
import { checkFields } from '../tasks/check-input.ts';
import type { Refusal } from '../tasks/check-input.ts';
import { texts } from '../texts.ts';
import type { FlatOperation } from './flat-operation.ts';

/**
 * What a flat API refuses at submit: a missing callback address first (as recorded for Suno), then missing and empty
 * fields, then values outside types, options and ranges, with code 422 and the names as the body spells them.
 */
export function checkFlat(operation: FlatOperation, model: Model, body: JsonObject): Refusal | undefined {
  if (operation.needsCallback && !given(body['callBackUrl'])) return refuse(texts.callBackUrlMissing);
  for (const name of operation.required) {
    if (!given(body[name])) return refuse(texts.cannotBeEmpty(name));
  }
  for (const [name, options] of Object.entries(operation.options ?? {})) {
    const value = body[name];
    if (value !== undefined && value !== null && !(typeof value === 'string' && options.includes(value)))
      return refuse(texts.notAllowed(name));
  }
  const fields = Object.keys(body).flatMap((name): Field[] => {
    const field = model.fields.find((candidate) => candidate.name === unifiedName(operation, name));
    return field === undefined || name in (operation.options ?? {})
      ? []
      : [{ ...field, name, required: false }];
  });
  const refusal = checkFields(fields, body);
  return refusal === undefined ? undefined : refuse(refusal.msg);
}

/** The same request as the jobs API would take it. */
export function unifiedInput(operation: FlatOperation, body: JsonObject): JsonObject {
  const entries = Object.entries(body).map(([name, value]) => [unifiedName(operation, name), value]);
  return Object.fromEntries(entries.filter(([name]) => name !== 'call_back_url')) as JsonObject;
}

/** `imageUrls` is `image_urls`, `infillStartS` is `infill_start_s`. */
function unifiedName(operation: FlatOperation, name: string): string {
  return operation.rename?.[name] ?? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function given(value: Json | undefined): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

function refuse(msg: string): Refusal {
  return { code: 422, msg };
}
