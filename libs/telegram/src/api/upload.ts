import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

/** A file to send, anywhere in the parameters of a call. */
export class Upload {
  readonly blob: Blob;
  readonly filename: string;

  constructor(blob: Blob, filename: string) {
    this.blob = blob;
    this.filename = filename;
  }
}

/** Bytes as a file to send; `mime` and the ending of `filename` decide how a person's Telegram shows it. */
export function upload(data: Uint8Array<ArrayBuffer> | Blob, filename: string, mime = ''): Upload {
  return new Upload(data instanceof Blob ? data : new Blob([data], { type: mime }), filename);
}

/** Telegraf's ways to name a file: a buffer, a stream or a path under `source`. */
interface SourceFile {
  readonly source: unknown;
  readonly filename?: string;
}

function isSourceFile(value: object): value is SourceFile {
  return 'source' in value && (typeof value.source === 'string' || typeof value.source === 'object');
}

/**
 * The file that a value of telegraf's parameters stands for, if it is one. `{ url }` is refused: there the bot itself
 * would download an address that may come from a person.
 */
export async function asUpload(value: unknown): Promise<Upload | undefined> {
  if (value instanceof Upload) return value;
  if (value instanceof Blob) return new Upload(value, 'file');
  if (value instanceof Uint8Array) return new Upload(new Blob([new Uint8Array(value)]), 'file');
  if (typeof value !== 'object' || value === null || !isSourceFile(value)) return undefined;
  const { source, filename = 'file' } = value;
  if (typeof source === 'string')
    return new Upload(await openAsBlob(source), value.filename ?? basename(source));
  if (source instanceof Uint8Array) return new Upload(new Blob([new Uint8Array(source)]), filename);
  if (source instanceof Blob) return new Upload(source, filename);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of source as AsyncIterable<Uint8Array | string>)
    parts.push(new Uint8Array(Buffer.from(chunk)));
  return new Upload(new Blob(parts), filename);
}
