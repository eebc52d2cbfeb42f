import { TelegramApiError } from './error.ts';
import type { TelegramApi } from './telegram-api.ts';

/** What the Bot API lets a bot download; larger files can only be sent on by their file id. */
export const maxDownloadBytes = 20_000_000;

/** The file is larger than allowed: ask the person for a smaller one. */
export class TelegramFileTooLargeError extends Error {
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`The file is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`);
    this.name = 'TelegramFileTooLargeError';
    this.maxBytes = maxBytes;
  }
}

export interface TelegramFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Last part of Telegram's path, with an ending like `.jpg`. Not a name the person chose. */
  readonly name: string;
}

/**
 * Downloads a file that a person sent. Stops reading as soon as there are more than `maxBytes` (default and at most the
 * Bot API's 20 MB), whatever size was announced.
 * @throws TelegramFileTooLargeError, TelegramApiError
 */
export async function downloadTelegramFile(
  api: TelegramApi,
  fileId: string,
  options: { readonly maxBytes?: number; readonly signal?: AbortSignal } = {},
): Promise<TelegramFile> {
  const { signal } = options;
  const maxBytes = Math.min(options.maxBytes ?? maxDownloadBytes, maxDownloadBytes);
  const call = signal === undefined ? {} : { signal };
  let file: { file_path?: string; file_size?: number };
  try {
    file = await api.call('getFile', { file_id: fileId }, call);
  } catch (error) {
    if (error instanceof TelegramApiError && /file is too big/i.test(error.description)) {
      throw new TelegramFileTooLargeError(maxBytes);
    }
    throw error;
  }
  if ((file.file_size ?? 0) > maxBytes) throw new TelegramFileTooLargeError(maxBytes);
  if (file.file_path === undefined) throw problem('Telegram gave no path for the file');

  const response = await api.fetchFile(file.file_path, call);
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw problem(`the file server answered HTTP ${response.status}`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > maxBytes) throw new TelegramFileTooLargeError(maxBytes);
    parts.push(part);
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)), name: file.file_path.split('/').at(-1) ?? 'file' };
}

function problem(description: string): TelegramApiError {
  return new TelegramApiError({ method: 'getFile', code: 0, description, outcome: 'unknown' });
}
