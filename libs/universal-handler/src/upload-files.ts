import type { KieClient } from '@kie/client';
import type { MediaFile } from './media-files.ts';

/** For {@link uploadFiles}. */
export interface UploadFilesOptions {
  readonly signal?: AbortSignal | undefined;
  /** Uploads at the same time. */
  readonly concurrency: number;
  readonly onUploaded: (done: number, total: number) => void;
}

/**
 * Uploads each file once and gives its URL. The first failure stops the others and is thrown: without all files there is
 * nothing to submit.
 */
export async function uploadFiles(
  client: Pick<KieClient, 'uploadFile'>,
  files: readonly MediaFile[],
  { signal, concurrency, onUploaded }: UploadFilesOptions,
): Promise<ReadonlyMap<MediaFile, string>> {
  const urls = new Map<MediaFile, string>();
  const failed = new AbortController();
  const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  const queue = files.values();
  let failure: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    for (const file of queue) {
      if (failure !== undefined) return;
      try {
        const { url } = await client.uploadFile(file, { signal: stop });
        urls.set(file, url);
        onUploaded(urls.size, files.length);
      } catch (error) {
        // The others fail by the abort that follows; the first error is the reason.
        failure ??= { error };
        failed.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, files.length) }, worker));
  if (failure !== undefined) throw failure.error;
  return urls;
}
