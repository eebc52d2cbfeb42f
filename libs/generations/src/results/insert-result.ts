import type { Trx } from '@kie/database';
import type { StoredFile } from './store-result.ts';

/** Telegram's limit for one album (core.telegram.org/bots/api#sendmediagroup). */
const albumSize = 10;

/** Which files go into one message: pictures together, up to an album of ten, everything else alone. */
export function messageParts(files: readonly Pick<StoredFile, 'n' | 'kind'>[]): number[][] {
  const images = files.filter(({ kind }) => kind === 'image').map(({ n }) => n);
  const albums: number[][] = [];
  for (let from = 0; from < images.length; from += albumSize)
    albums.push(images.slice(from, from + albumSize));
  return [...albums, ...files.filter(({ kind }) => kind !== 'image').map(({ n }) => [n])];
}

/** Writes down the files and the messages that will bring them; in the transaction that ends the generation. */
export async function insertResult(
  trx: Trx,
  generation: { readonly id: string; readonly chatId: number },
  files: readonly StoredFile[],
): Promise<void> {
  await trx
    .insertInto('generation_files')
    .values(
      files.map((file) => ({
        generation_id: generation.id,
        n: file.n,
        kind: file.kind,
        role: file.role,
        mime: file.mime,
        bytes: file.bytes,
        sha256: file.sha256,
        storage_key: file.key,
        width: file.width ?? null,
        height: file.height ?? null,
      })),
    )
    .execute();
  await trx
    .insertInto('deliveries')
    .values(
      messageParts(files).map((part, i) => ({
        generation_id: generation.id,
        part: i,
        chat_id: generation.chatId,
        files: part,
      })),
    )
    .execute();
}
