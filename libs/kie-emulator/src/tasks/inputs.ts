import type { Field, Model } from '@kie/registry';
import type { FileStore } from '../files/file-store.ts';
import { sniff } from '../files/sniff.ts';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { SpecInput } from '../media/spec.ts';
import { texts } from '../texts.ts';

type Wanted = NonNullable<Field['media']>['kind'];
export type Gathered =
  | { readonly ok: true; readonly inputs: readonly SpecInput[] }
  | { readonly ok: false; readonly failCode: string; readonly failMsg: string };

const maxBytes = 200 * 1024 * 1024;
const unavailable = { ok: false, failCode: '422', failMsg: texts.mediaUnavailable } as const;
const wrongKind = { ok: false, failCode: '422', failMsg: texts.fileTypeNotSupported } as const;

/** Every media address of the input, in the order of the model's fields. */
export function mediaOf(model: Model, input: JsonObject): { url: string; wanted: Wanted }[] {
  const found: { url: string; wanted: Wanted }[] = [];
  const visit = (fields: readonly Field[], values: Readonly<Record<string, unknown>>): void => {
    for (const field of fields) {
      const value = values[field.name];
      const items: unknown[] = Array.isArray(value) ? value : [value];
      for (const item of items) {
        if (field.media !== undefined && typeof item === 'string' && item !== '') {
          found.push({ url: item, wanted: field.media.kind });
        } else if (isObject(item) && field.itemFields !== undefined) {
          visit(field.itemFields, item);
        }
      }
    }
  };
  visit(model.fields, input);
  return found;
}

/**
 * Fetches the media of a request, as KIE does while the task runs: an address that was accepted at submit may
 * turn out to be dead now. Own files are read from the store, whatever port they were given out on.
 */
export async function gatherInputs(
  model: Model,
  input: JsonObject,
  deps: { readonly files: FileStore; readonly fetch: typeof fetch },
): Promise<Gathered> {
  const results = await Promise.all(mediaOf(model, input).map((item) => gather(item, deps)));
  const inputs: SpecInput[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    inputs.push(...result.inputs);
  }
  return { ok: true, inputs };
}

async function gather(
  item: { readonly url: string; readonly wanted: Wanted },
  deps: { readonly files: FileStore; readonly fetch: typeof fetch },
): Promise<Gathered> {
  const bytes = await load(item.url, deps);
  if (bytes === undefined || bytes.length === 0) return unavailable;
  if (item.wanted === 'webpage' || item.wanted === 'file') return { ok: true, inputs: [] };
  const type = sniff(bytes);
  const fits = item.wanted === 'image_or_video' ? type?.kind !== 'audio' : type?.kind === item.wanted;
  if (type === undefined || !fits) return wrongKind;
  return { ok: true, inputs: [{ kind: type.kind, blob: await deps.files.keep(bytes) }] };
}

async function load(
  address: string,
  deps: { readonly files: FileStore; readonly fetch: typeof fetch },
): Promise<Uint8Array | undefined> {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const own = isLoopback(url.hostname) ? deps.files.find(decodeURIComponent(url.pathname)) : undefined;
  if (own !== undefined) return deps.files.read(own);
  try {
    const response = await deps.fetch(url, { signal: AbortSignal.timeout(15_000) });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > maxBytes) {
      await response.body?.cancel();
      return undefined;
    }
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined; // the failure of the task says what a caller of KIE would learn
  }
}

/** Names and addresses that stay on this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
