import type { Queryable } from '@kie/database';
import type { MediaStore } from '@kie/media-store';
import { downloadTelegramFile, maxDownloadBytes, type TelegramApi } from '@kie/telegram';

/**
 * The bytes of a file a person sent: from our store, or from Telegram the first time, and then kept, because
 * Telegram's links end after an hour.
 */
export function createInputOpener(options: {
  readonly db: Queryable;
  readonly store: MediaStore;
  readonly api: TelegramApi;
}): (mediaId: string) => Promise<File> {
  const { db, store, api } = options;
  return async (mediaId) => {
    const media = await db
      .selectFrom('media')
      .selectAll()
      .where('id', '=', mediaId)
      .executeTakeFirstOrThrow();
    const type = media.mime ?? 'application/octet-stream';
    const name = `${mediaId}.${type.split('/')[1]?.replace(/[^a-z0-9]/g, '') ?? 'bin'}`;
    if (media.storage_key !== null && (await store.exists(media.storage_key))) {
      const kept = await store.get(media.storage_key);
      return new File([new Uint8Array(await kept.bytes())], name, { type });
    }
    const { bytes } = await downloadTelegramFile(api, media.telegram_file_id);
    const key = `inputs/${mediaId}`;
    await store.put(key, bytes, { mime: type, maxBytes: maxDownloadBytes });
    await db
      .updateTable('media')
      .set({ storage_key: key, bytes: bytes.length })
      .where('id', '=', mediaId)
      .execute();
    return new File([bytes], name, { type });
  };
}
