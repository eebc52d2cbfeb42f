import type { Queryable } from '@kie/database';
import { json } from '@kie/database';
import type { OpenFile } from '../src/index.ts';

export interface SeedFile {
  readonly kind: 'image' | 'video' | 'audio' | 'text' | 'file';
  readonly mime: string;
  readonly bytes?: number;
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
  /** For texts. */
  readonly content?: string;
}

export const png: SeedFile = { kind: 'image', mime: 'image/png', width: 64, height: 64 };

let intents = 0;

/** A generation of a person with results and, for each list of `parts`, a delivery that waits. */
export async function seedGeneration(
  db: Queryable,
  seed: {
    readonly state?: 'queued' | 'running' | 'succeeded' | 'failed';
    readonly chatId?: number;
    readonly files?: readonly SeedFile[];
    readonly parts?: readonly (readonly number[])[];
  } = {},
): Promise<string> {
  const { state = 'succeeded', chatId = 5, files = [], parts = [] } = seed;
  await db
    .insertInto('users')
    .values({ id: chatId, first_name: 'x' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  intents += 1;
  const { id } = await db
    .insertInto('generations')
    .values({
      user_id: chatId,
      chat_id: chatId,
      intent_key: `test:${intents}`,
      model_id: 'z-image',
      input: json({}),
      price: 1,
      state,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [n, { kind, mime, bytes = 10, width, height, seconds, content = '' }] of files.entries()) {
    await db
      .insertInto('generation_files')
      .values({
        generation_id: id,
        n,
        kind,
        mime,
        bytes: content === '' ? bytes : Buffer.byteLength(content),
        sha256: '',
        storage_key: content === '' ? `size:${bytes}` : `text:${content}`,
        width: width ?? null,
        height: height ?? null,
        seconds: seconds ?? null,
      })
      .execute();
  }
  for (const [part, list] of parts.entries()) {
    await db
      .insertInto('deliveries')
      .values({ generation_id: id, part, chat_id: chatId, files: [...list] })
      .execute();
  }
  return id;
}

/** Opens what `seedGeneration` named. */
export const openSeeded: OpenFile = async (key) => ({
  bytes: async () => {
    const [kind, rest] = [key.slice(0, 4), key.slice(5)];
    return new Uint8Array(kind === 'text' ? Buffer.from(rest) : Buffer.alloc(Number(rest), 1));
  },
});
