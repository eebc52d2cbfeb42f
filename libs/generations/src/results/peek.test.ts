import { expect, test } from 'vitest';
import { peek } from './peek.ts';

const streamOf = (...chunks: string[]): ReadableStream<Uint8Array> =>
  ReadableStream.from(chunks.map((chunk) => new TextEncoder().encode(chunk)));

test.each([
  [['hello', ' ', 'world'], 4, 'hell'],
  [['hello', ' ', 'world'], 7, 'hello w'],
  [['hello', ' ', 'world'], 100, 'hello world'],
  [[], 4, ''],
])('%j, of which %d', async (chunks, length, expected) => {
  const { head, whole } = await peek(streamOf(...chunks), length);
  expect(Buffer.from(head).toString()).toBe(expected);
  expect(await new Response(whole).text()).toBe(chunks.join(''));
});

test('an error after the head reaches the reader, and a cancel the source', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(8)),
    pull: (controller) => controller.error(new Error('reset')),
  });
  const { whole } = await peek(broken, 4);
  await expect(new Response(whole).arrayBuffer()).rejects.toThrow();
  let cancelled: unknown;
  const source = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(8)),
    cancel: (reason) => {
      cancelled = reason;
    },
  });
  await (await peek(source, 4)).whole.cancel('enough');
  expect(cancelled).toBe('enough');
});
