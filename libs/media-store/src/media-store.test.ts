import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMediaStore } from './media-store.ts';
import type { MediaStore } from './media-store.ts';

let root: string;
let store: MediaStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'media-'));
  store = createMediaStore({ root });
});
afterEach(() => rm(root, { recursive: true }));

const bytes = new Uint8Array(300_000).map((_, i) => i % 251);
const mime = 'video/mp4';

function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(chunks);
}

async function files(): Promise<string[]> {
  const all = await readdir(root, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test.each([
  ['bytes', () => bytes],
  ['a stream', () => streamOf(bytes.subarray(0, 7), bytes.subarray(7))],
])('keeps %s with its mime and checksum', async (_, data) => {
  const put = await store.put('outputs/a1/0.mp4', data(), { mime });
  expect(put).toEqual({
    key: 'outputs/a1/0.mp4',
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const file = await store.get('outputs/a1/0.mp4');
  expect(file).toMatchObject({ size: bytes.byteLength, mime });
  expect(Buffer.compare(await file.bytes(), bytes)).toBe(0);
  expect(Buffer.compare(new Uint8Array(await new Response(file.stream()).arrayBuffer()), bytes)).toBe(0);
});

test('keeps an empty file', async () => {
  await store.put('a', new Uint8Array(), { mime });
  expect(await (await store.get('a')).bytes()).toHaveLength(0);
});

test('replaces what was there', async () => {
  await store.put('a/b', bytes, { mime });
  await store.put('a/b', new Uint8Array([1]), { mime: 'image/png' });
  expect(await store.get('a/b')).toMatchObject({ size: 1, mime: 'image/png' });
});

test('deletes, also what is not there', async () => {
  await store.put('a/b', bytes, { mime });
  await store.delete('a/b');
  await store.delete('a/b');
  expect(await store.exists('a/b')).toBe(false);
  expect(await files()).toEqual([]);
  await expect(store.get('a/b')).rejects.toMatchObject({ code: 'not_found' });
});

test('stops reading at the size limit and keeps nothing', async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  await expect(store.put('a/b', endless, { mime, maxBytes: 5000 })).rejects.toMatchObject({
    code: 'too_large',
  });
  expect(pulled).toBeLessThan(200);
  expect(await store.exists('a/b')).toBe(false);
  expect(await files()).toEqual([]);
});

test('a source that breaks off keeps nothing, and leaves what was there', async () => {
  await store.put('a/b', new Uint8Array([7]), { mime });
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
    },
    pull() {
      throw new Error('connection reset');
    },
  });
  await expect(store.put('a/b', broken, { mime })).rejects.toThrow('connection reset');
  expect(await (await store.get('a/b')).bytes()).toEqual(new Uint8Array([7]));
});

test('a reader meets a whole file or none while it is written', async () => {
  const slow = new ReadableStream<Uint8Array>({
    async pull(controller) {
      expect(await store.exists('a/b')).toBe(false);
      controller.enqueue(bytes);
      controller.close();
    },
  });
  await store.put('a/b', slow, { mime });
  expect((await store.get('a/b')).size).toBe(bytes.byteLength);
});

test.each([
  '',
  '/etc/passwd',
  '../up',
  'a/../../b',
  'a//b',
  'a/.hidden',
  'a..json',
  'A',
  'a\\b',
  'a/b\0.png',
  '%2e%2e/x',
  'a/'.repeat(200),
])('refuses the key %j', async (key) => {
  await expect(store.put(key, bytes, { mime })).rejects.toMatchObject({ code: 'bad_key' });
  await expect(store.get(key)).rejects.toMatchObject({ code: 'bad_key' });
  await expect(store.exists(key)).rejects.toMatchObject({ code: 'bad_key' });
  await expect(store.delete(key)).rejects.toMatchObject({ code: 'bad_key' });
  expect(await files()).toEqual([]);
});
