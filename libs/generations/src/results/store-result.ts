import type { Generation } from '@kie/database';
import { extensionOf, MediaStoreError, sniffMedia } from '@kie/media-store';
import type { MediaStore, SniffedMedia } from '@kie/media-store';
import type { ResultFile, TaskResult } from '../handler-port.ts';
import type { Download } from './download.ts';
import { peek } from './peek.ts';
import { ResultError } from './result-error.ts';
import { filesToKeep, wordsOf } from './task-result.ts';

/** A result in our own store, as `generation_files` wants it. */
export interface StoredFile {
  readonly n: number;
  readonly kind: 'image' | 'video' | 'audio' | 'text' | 'file';
  readonly role: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly key: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

interface StoreContext {
  readonly mediaStore: MediaStore;
  readonly download: Download;
  readonly maxResultBytes: number;
  readonly signal: AbortSignal;
}

const headBytes = 64 * 1024;

/**
 * Copies everything worth keeping of a result into the store. Runs again after a crash: the same keys get the same
 * bytes. An empty list means that there was nothing in it.
 */
export async function storeResult(
  context: StoreContext,
  generation: Pick<Generation, 'id'>,
  result: TaskResult,
): Promise<StoredFile[]> {
  const folder = `outputs/${generation.id}`;
  const stored: StoredFile[] = [];
  for (const file of filesToKeep(result)) {
    stored.push(await storeFile(context, folder, stored.length, file));
  }
  const words = wordsOf(result);
  if (words !== undefined) {
    const key = `${folder}/${stored.length}.txt`;
    const mime = 'text/plain';
    const { bytes, sha256 } = await context.mediaStore.put(key, new TextEncoder().encode(words), { mime });
    const size = { width: undefined, height: undefined };
    stored.push({ n: stored.length, kind: 'text', role: 'result', mime, bytes, sha256, key, ...size });
  }
  return stored;
}

async function storeFile(
  context: StoreContext,
  folder: string,
  n: number,
  file: ResultFile,
): Promise<StoredFile> {
  const body = await context.download(file.url, { signal: context.signal });
  try {
    const { head, whole } = await peek(body, headBytes);
    const { kind, mime, width, height } = mediaOf(file, head);
    const key = `${folder}/${n}.${extensionOf(mime)}`;
    const options = { mime, maxBytes: context.maxResultBytes };
    const { bytes, sha256 } = await context.mediaStore.put(key, whole, options);
    return { n, kind, role: file.role, mime, bytes, sha256, key, width, height };
  } catch (error) {
    throw asResultError(error);
  }
}

// What KIE calls an image has to be one: an error page or a script must never reach a chat as a result.
function mediaOf(file: ResultFile, head: Uint8Array): SniffedMedia {
  const sniffed = sniffMedia(head);
  if (file.kind === 'file') return sniffed ?? { kind: 'file', mime: 'application/octet-stream' };
  if (sniffed?.kind === file.kind) return sniffed;
  // Sound alone in an MP4 or WebM container looks like a film from outside.
  const container = sniffed && /^video\/(mp4|webm|ogg)$/.exec(sniffed.mime)?.[1];
  if (file.kind === 'audio' && container) return { kind: 'audio', mime: `audio/${container}` };
  const found = sniffed?.mime ?? 'something else';
  throw new ResultError('result_unusable', `The result should be ${file.kind} but is ${found}.`, {
    final: false,
  });
}

function asResultError(error: unknown): unknown {
  if (error instanceof MediaStoreError && error.code === 'too_large') {
    return new ResultError('result_too_large', error.message, { final: true });
  }
  return error;
}
