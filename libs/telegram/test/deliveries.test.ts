import type { Delivery } from '@kie/database';
import { expect, test } from 'vitest';
import { createDeliverer, requestShow, type DelivererOptions } from '../src/index.ts';
import { openSeeded, png, seedGeneration, type SeedFile } from './generation-rows.ts';
import { logger, until, useRig } from './rig.ts';

const rig = useRig();

function deliverer(options: Partial<DelivererOptions> = {}) {
  return createDeliverer({
    database: rig.db,
    api: rig.api,
    openFile: openSeeded,
    compose: async (_id, part) => ({
      caption: `<b>part ${part}</b>`,
      keyboard: [[{ text: 'Again', callback_data: 'again' }]],
    }),
    logger,
    random: () => 0,
    ...options,
  });
}

const parts = (id: string): Promise<Delivery[]> =>
  rig.db.selectFrom('deliveries').selectAll().where('generation_id', '=', id).orderBy('part').execute();
const states = async (id: string): Promise<string[]> => (await parts(id)).map(({ state }) => state);
/** Lets waiting parts be due now. */
const hurry = async (): Promise<void> => {
  await rig.db
    .updateTable('deliveries')
    .set({ next_try_at: new Date(0) })
    .execute();
};

const kinds: [string, SeedFile, string, object][] = [
  ['an image', png, 'sendPhoto', { parse_mode: 'HTML', caption: '<b>part 0</b>' }],
  ['an image over 10 MB', { ...png, bytes: 10_000_001 }, 'sendDocument', {}],
  ['an image that is too long', { ...png, width: 2100, height: 100 }, 'sendDocument', {}],
  ['a gif', { kind: 'image', mime: 'image/gif' }, 'sendDocument', {}],
  [
    'a video',
    { kind: 'video', mime: 'video/mp4', width: 720, height: 1280, seconds: 5.2 },
    'sendVideo',
    { supports_streaming: true, width: 720, height: 1280, duration: 5 },
  ],
  ['a song', { kind: 'audio', mime: 'audio/mpeg', seconds: 60 }, 'sendAudio', { duration: 60 }],
  ['a file', { kind: 'file', mime: 'application/zip' }, 'sendDocument', {}],
  ['a long text', { kind: 'text', mime: 'text/plain', content: 'x'.repeat(4090) }, 'sendDocument', {}],
];

test.each(kinds)('%s goes by its own method as a new message', async (_name, file, method, params) => {
  const id = await seedGeneration(rig.db, { files: [file], parts: [[0]] });
  await deliverer().deliver(id);
  const [message] = rig.bots.messages;
  expect(rig.bots.messages).toHaveLength(1);
  expect(message?.call.method).toBe(method);
  expect(message?.call.params).toMatchObject({
    chat_id: 5,
    reply_markup: { inline_keyboard: [[{ text: 'Again' }]] },
    ...params,
  });
  expect(Object.values(message?.call.files ?? {})[0]?.size).toBe(file.content?.length ?? file.bytes ?? 10);
  expect(await parts(id)).toMatchObject([
    { state: 'sent', message_id: message?.id, attempts: 1, error: null, locked_until: null },
  ]);
  const [row] = await parts(id);
  expect(row?.file_ids).toEqual({ 0: expect.stringMatching(/^file-/) });
});

test('a short text is a message that shows it as it is', async () => {
  const id = await seedGeneration(rig.db, {
    files: [{ kind: 'text', mime: 'text/plain', content: 'a <b> & c' }],
    parts: [[0]],
  });
  await deliverer().deliver(id);
  expect(rig.bots.messages[0]?.call.params['text']).toBe('<b>part 0</b>\n\na &lt;b&gt; &amp; c');
  expect(await states(id)).toEqual(['sent']);
});

test('several images are one album with one caption; parts keep their order', async () => {
  const id = await seedGeneration(rig.db, {
    files: [png, png, png, { kind: 'video', mime: 'video/mp4' }],
    parts: [[0, 1, 2], [3]],
  });
  await Promise.all([deliverer().deliver(id), deliverer().deliver(id), deliverer().sweep()]);
  await until(async () => (await states(id)).every((state) => state === 'sent'));
  expect(rig.bots.calls.map(({ method }) => method)).toEqual(['sendMediaGroup', 'sendVideo']);
  const media = rig.bots.calls[0]?.params['media'] as { type: string; caption?: string }[];
  expect(media.map(({ type, caption }) => [type, caption])).toEqual([
    ['photo', '<b>part 0</b>'],
    ['photo', undefined],
    ['photo', undefined],
  ]);
  expect(Object.keys((await parts(id))[0]?.file_ids ?? {})).toEqual(['0', '1', '2']);
});

test('a lost answer: unknown, never sent again by itself, once more after a tap; the naive sender doubles it', async () => {
  const id = await seedGeneration(rig.db, { files: [png], parts: [[0]] });
  rig.bots.next('sendPhoto', { lost: true });
  const one = deliverer();
  await one.deliver(id);
  expect(await states(id)).toEqual(['unknown']);
  await hurry();
  await one.deliver(id);
  await one.sweep();
  expect(rig.bots.messages).toHaveLength(1);

  expect(await requestShow(rig.db, id)).toBe(1);
  expect(await requestShow(rig.db, id)).toBe(0);
  await one.deliver(id);
  expect(await states(id)).toEqual(['sent']);
  expect(rig.bots.messages).toHaveLength(2);

  // Negative control: the same fault under a sender that repeats what it got no answer for.
  rig.bots.messages.length = 0;
  const naive = await seedGeneration(rig.db, { files: [png], parts: [[0]] });
  rig.bots.next('sendPhoto', { lost: true });
  while ((await states(naive))[0] !== 'sent') {
    await rig.db.updateTable('deliveries').set({ state: 'pending' }).where('state', '=', 'unknown').execute();
    await one.deliver(naive);
  }
  expect(rig.bots.messages).toHaveLength(2);
});

test('a sender whose lease is over while it sends: unknown for the next one; an answer that comes after all counts', async () => {
  const id = await seedGeneration(rig.db, { files: [png], parts: [[0]] });
  let release: () => void = () => undefined;
  const hung = new Promise<void>((go) => {
    release = go;
  });
  rig.bots.next('sendPhoto', { wait: hung });
  const frozen = deliverer({ leaseMs: 3_000_000 }).deliver(id);
  await until(() => rig.bots.callsOf('sendPhoto').length === 1);
  expect(await states(id)).toEqual(['sending']);
  expect(await deliverer().sweep()).toEqual({ lost: 0, due: 0 });
  await rig.db
    .updateTable('deliveries')
    .set({ locked_until: new Date(0) })
    .execute();
  const changed: string[] = [];
  expect(await deliverer({ onChange: (one) => changed.push(one) }).sweep()).toEqual({ lost: 1, due: 0 });
  expect(await states(id)).toEqual(['unknown']);
  expect(changed).toEqual([id]);
  release();
  await frozen;
  expect(await states(id)).toEqual(['sent']);
  expect(rig.bots.messages).toHaveLength(1);
});

test('flood, no connection and refusals are tried again later; too many refusals end it', async () => {
  const id = await seedGeneration(rig.db, { files: [png], parts: [[0]] });
  const one = deliverer();
  rig.bots.next('sendPhoto', { error: [429, 'Too Many Requests: retry after 30', { retry_after: 30 }] });
  await one.deliver(id);
  const [row] = await parts(id);
  expect(row?.state).toBe('pending');
  expect((row?.next_try_at.getTime() ?? 0) - Date.now()).toBeGreaterThan(25_000);
  await one.deliver(id);
  expect(rig.bots.calls).toHaveLength(1);

  const refused = { error: [400, 'Bad Request: something odd'] } as const;
  rig.bots.next('sendPhoto', refused, refused, refused);
  for (let n = 0; n < 5; n += 1) {
    await hurry();
    await one.deliver(id);
  }
  expect(await parts(id)).toMatchObject([
    { state: 'failed', attempts: 4, error: 'sendPhoto: 400 Bad Request: something odd' },
  ]);
  expect(rig.bots.messages).toHaveLength(0);
});

test('a blocked bot: every part is unreachable and the person marked; a tap brings them', async () => {
  const id = await seedGeneration(rig.db, { files: [png, png], parts: [[0], [1]] });
  rig.bots.next('sendPhoto', { error: [403, 'Forbidden: bot was blocked by the user'] });
  const one = deliverer();
  await one.deliver(id);
  expect(await states(id)).toEqual(['unreachable', 'unreachable']);
  expect(await rig.db.selectFrom('users').select('reachable').executeTakeFirst()).toEqual({
    reachable: false,
  });
  expect(await requestShow(rig.db, id)).toBe(2);
  await one.sweep();
  expect(await states(id)).toEqual(['sent', 'sent']);
});

test('refused as a photo: sent as a document; refused caption: plain; over 50 MB: failed before any call', async () => {
  const id = await seedGeneration(rig.db, { files: [png], parts: [[0]] });
  rig.bots.next('sendPhoto', { error: [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'] });
  rig.bots.next('sendDocument', { error: [400, "Bad Request: can't parse entities: Unsupported start tag"] });
  await deliverer().deliver(id);
  expect(rig.bots.messages.map(({ call }) => [call.method, call.params['caption']])).toEqual([
    ['sendDocument', 'part 0'],
  ]);

  const large = await seedGeneration(rig.db, {
    files: [{ kind: 'video', mime: 'video/mp4', bytes: 50_000_001 }],
    parts: [[0]],
  });
  await deliverer().deliver(large);
  expect(await parts(large)).toMatchObject([{ state: 'failed', error: 'too_large' }]);
  expect(rig.bots.messages).toHaveLength(1);
});

test('shown again on request: by file id, without the store; by upload when Telegram forgot the file', async () => {
  const id = await seedGeneration(rig.db, { files: [png], parts: [[0]] });
  let opened = 0;
  const one = deliverer({
    openFile: (key) => {
      opened += 1;
      return openSeeded(key);
    },
  });
  await one.deliver(id);
  // A double tap just after it arrived brings nothing.
  expect(await requestShow(rig.db, id)).toBe(0);
  await rig.db
    .updateTable('deliveries')
    .set({ sent_at: new Date(0) })
    .execute();
  expect(await requestShow(rig.db, id)).toBe(1);
  await one.deliver(id);
  expect(opened).toBe(1);
  expect(rig.bots.messages[1]?.call.params['photo']).toMatch(/^file-photo/);

  await rig.db
    .updateTable('deliveries')
    .set({ sent_at: new Date(0) })
    .execute();
  await requestShow(rig.db, id);
  rig.bots.next('sendPhoto', { error: [400, 'Bad Request: wrong file identifier/HTTP URL specified'] });
  await one.deliver(id);
  expect(opened).toBe(2);
  expect(rig.bots.messages).toHaveLength(3);
});

test('a file that cannot be opened is tried again and then failed; a moved chat is followed', async () => {
  const id = await seedGeneration(rig.db, { files: [png], parts: [[0]] });
  const broken = deliverer({ openFile: () => Promise.reject(new Error('gone')), maxAttempts: 2 });
  await broken.deliver(id);
  expect(await states(id)).toEqual(['pending']);
  await hurry();
  await broken.deliver(id);
  expect(await parts(id)).toMatchObject([{ state: 'failed', error: 'Error' }]);

  const moved = await seedGeneration(rig.db, { files: [png], parts: [[0]] });
  rig.bots.next('sendPhoto', {
    error: [400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -100 }],
  });
  await deliverer().deliver(moved);
  expect(rig.bots.messages.map(({ chatId }) => chatId)).toEqual([-100]);
});

test('start finds what is due; stop waits for what is under way', async () => {
  const one = deliverer({ sweepMs: 10 });
  one.start();
  const ids = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      seedGeneration(rig.db, { chatId: n + 1, files: [png], parts: [[0]] }),
    ),
  );
  await until(async () => (await Promise.all(ids.map(states))).flat().every((state) => state === 'sent'));
  await one.stop();
  expect(rig.bots.messages).toHaveLength(8);
});
