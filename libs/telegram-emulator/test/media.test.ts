import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Message, TelegramEmulator } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { png } from './pictures.ts';
import { call, callForm, request, result, start } from './raw.ts';

const MB = 1 << 20;
const blob = (bytes: Uint8Array<ArrayBuffer> | string): Blob => new Blob([bytes]);
const mp4 = Buffer.from('\u0000\u0000\u0000\u0010ftypisom\u0000\u0000\u0000\u0000', 'latin1');
const ogg = Buffer.from('OggS............', 'latin1');

let web: Server;
let root: string;

/** A web server for media by URL. */
beforeAll(async () => {
  const files: Record<string, [type: string, bytes: Buffer]> = {
    '/a.png': ['image/png', Buffer.from(png(30, 20))],
    '/big.png': ['image/png', Buffer.concat([png(4, 4), Buffer.alloc(5 * MB)])],
    '/page.html': ['text/html', Buffer.from('<html></html>')],
    '/a.pdf': ['application/pdf', Buffer.from('%PDF-1.4')],
    '/a.txt': ['text/plain', Buffer.from('text')],
    '/a.ogg': ['audio/ogg', ogg],
    '/a.mp4': ['video/mp4', mp4],
  };
  web = createServer((incoming, response) => {
    const file = files[incoming.url ?? ''];
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.[0] ?? 'text/plain' });
    response.end(file?.[1]);
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
});

afterAll(() => {
  web.closeAllConnections();
  web.close();
});

async function started(options = {}): Promise<TelegramEmulator> {
  const telegram = await start(options);
  telegram.user({ id: 5 }).sendText('hi');
  return telegram;
}

describe('media comes', () => {
  test('as an upload in the field of its name', async () => {
    const telegram = await started();
    const sent = await callForm(telegram, 'sendPhoto', { chat_id: '5', photo: blob(png(1_000, 500)) });
    const { photo } = sent.result as Message;
    expect(photo?.map(({ width, height }) => [width, height])).toEqual([
      [90, 45],
      [320, 160],
      [800, 400],
      [1_000, 500],
    ]);
  });

  test('as attach://name', async () => {
    const telegram = await started();
    const sent = await callForm(telegram, 'sendPhoto', {
      chat_id: '5',
      photo: 'attach://x1',
      x1: blob(png(4, 4)),
    });
    expect(sent.ok).toBe(true);
  });

  test('with an unquoted file name, as grammY writes it', async () => {
    const telegram = await started();
    const head = '--B\r\ncontent-disposition: form-data; name="chat_id"\r\n\r\n5\r\n--B\r\n';
    const part =
      'content-disposition: form-data; name="photo"; filename=a.png\r\ncontent-type: image/png\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head + part), png(4, 4), Buffer.from('\r\n--B--\r\n')]);
    const sent = await request(telegram, `/bot${telegram.token}/sendPhoto`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=B' },
      body,
    });
    expect(sent.ok).toBe(true);
  });

  test('by file_id, of any size of the photo', async () => {
    const telegram = await started();
    const sent = await callForm(telegram, 'sendPhoto', { chat_id: '5', photo: blob(png(400, 400)) });
    const { photo } = sent.result as Message;
    for (const { file_id } of photo ?? []) {
      const again = await result<Message>(telegram, 'sendPhoto', { chat_id: 5, photo: file_id });
      expect(again.photo).toEqual(photo);
    }
  });

  test.each([
    ['sendPhoto', 'photo', '/a.png'],
    ['sendVideo', 'video', '/a.mp4'],
    ['sendVoice', 'voice', '/a.ogg'],
    ['sendAudio', 'audio', '/a.ogg'],
    ['sendDocument', 'document', '/a.pdf'],
    ['sendAnimation', 'animation', '/a.mp4'],
  ])('by URL: %s', async (method, field, path) => {
    const telegram = await started();
    const sent = await result<Record<string, unknown>>(telegram, method, {
      chat_id: 5,
      [field]: root + path,
    });
    expect(sent[field]).toBeDefined();
  });

  test('a kind other than photo may be sent by another method and stays what it is', async () => {
    const telegram = await started();
    const sent = await callForm(telegram, 'sendVideo', { chat_id: '5', video: blob(mp4) });
    const { video } = sent.result as Message;
    const again = await result<Message>(telegram, 'sendDocument', { chat_id: 5, document: video?.file_id });
    expect(again.video).toEqual(video);
  });
});

describe('media is refused', () => {
  test.each<[source: string, method: string, field: string, value: string, text: string]>([
    ['12958', 'sendPhoto', 'photo', '', 'there is no photo in the request'],
    ['13003', 'sendVideo', 'video', '', 'there is no video in the request'],
    ['12922', 'sendAudio', 'audio', '', 'there is no audio in the request'],
    ['13040', 'sendVoice', 'voice', '', 'there is no voice in the request'],
    ['12944', 'sendDocument', 'document', '', 'there is no document in the request'],
    ['12903', 'sendAnimation', 'animation', '', 'there is no animation in the request'],
    [
      'td FileManager 4001',
      'sendPhoto',
      'photo',
      'AgACAgIAAx',
      "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    ],
    [
      'td MessagesManager 27975',
      'sendPhoto',
      'photo',
      'ftp://x.y/z',
      'wrong file identifier/HTTP URL specified',
    ],
    ['115', 'sendPhoto', 'photo', 'ROOT/missing.png', 'failed to get HTTP URL content'],
    ['117', 'sendPhoto', 'photo', 'ROOT/page.html', 'wrong type of the web page content'],
    ['5 MB by URL', 'sendPhoto', 'photo', 'ROOT/big.png', 'wrong type of the web page content'],
    [
      'only GIF, PDF, ZIP by URL',
      'sendDocument',
      'document',
      'ROOT/a.txt',
      'wrong type of the web page content',
    ],
  ])('[%s] %s %s=%s', async (_source, method, field, value, text) => {
    const telegram = await started();
    const answer = await call(telegram, method, { chat_id: 5, [field]: value.replace('ROOT', root) });
    expect(answer).toMatchObject({ status: 400, description: `Bad Request: ${text}` });
  });

  test('[td FileManager 4015] a photo as a video', async () => {
    const telegram = await started();
    const photo = telegram.user({ id: 5 }).sendPhoto(png(4, 4)).photo?.at(-1)?.file_id;
    const answer = await call(telegram, 'sendVideo', { chat_id: 5, video: photo });
    expect(answer.description).toBe("Bad Request: can't use file of type Photo as Video");
  });

  test.each<[name: string, bytes: Uint8Array<ArrayBuffer>, status: number, text: string]>([
    ['no picture', Buffer.from('plain text'), 400, 'Bad Request: IMAGE_PROCESS_FAILED'],
    ['empty', Buffer.alloc(0), 400, 'Bad Request: file must be non-empty'],
    ['sides over 10,000', png(9_990, 20).subarray(0, 64), 400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'],
    ['ratio over 20', png(210, 10), 400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'],
  ])('a photo: %s', async (_name, bytes, status, description) => {
    const telegram = await started();
    const answer = await callForm(telegram, 'sendPhoto', { chat_id: '5', photo: blob(bytes) });
    expect(answer).toMatchObject({ status, description });
  });

  test('[td HttpReader 842] an upload over 50 MB is 413', async () => {
    const telegram = await started();
    const answer = await callForm(telegram, 'sendDocument', {
      chat_id: '5',
      document: blob(Buffer.alloc(50 * MB + 1)),
    });
    expect(answer).toMatchObject({ status: 413, description: 'Request Entity Too Large' });
  });

  test('[td MessageContent 5241] a caption over 1024', async () => {
    const telegram = await started();
    const fields = { chat_id: '5', photo: blob(png(4, 4)) };
    const long = await callForm(telegram, 'sendPhoto', { ...fields, caption: 'x'.repeat(1_025) });
    expect(long.description).toBe('Bad Request: message caption is too long');
    expect((await callForm(telegram, 'sendPhoto', { ...fields, caption: 'x'.repeat(1_024) })).ok).toBe(true);
  });
});

describe('sendMediaGroup', () => {
  const send = (telegram: TelegramEmulator, media: unknown[]): ReturnType<typeof callForm> =>
    callForm(telegram, 'sendMediaGroup', {
      chat_id: '5',
      media: JSON.stringify(media),
      a: blob(png(4, 4)),
      v: blob(mp4),
    });
  const photo = { type: 'photo', media: 'attach://a' };

  test('photos and videos share one media_group_id; captions are per item', async () => {
    const telegram = await started();
    const sent = await send(telegram, [
      { ...photo, caption: 'one' },
      { type: 'video', media: 'attach://v' },
    ]);
    const messages = sent.result as Message[];
    expect(messages.map((message) => message.caption)).toEqual(['one', undefined]);
    expect(messages[0]?.media_group_id).toBeTypeOf('string');
    expect(messages[1]?.media_group_id).toBe(messages[0]?.media_group_id);
  });

  test.each<[name: string, media: unknown[], text: string]>([
    ['12600: none', [], 'there are no messages to send'],
    [
      'td 5329: more than 10',
      Array.from({ length: 11 }, () => photo),
      'too many messages to send as an album',
    ],
    [
      'kinds that do not mix',
      [photo, { type: 'document', media: 'attach://v' }],
      "can't use the media of the specified type in the album",
    ],
    [
      '12597: a bad item',
      [photo, { type: 'photo', media: 'attach://nothing' }],
      'failed to send message #2 with the error message "there is no photo in the request"',
    ],
  ])('refuses [%s] and sends nothing', async (_name, media, text) => {
    const telegram = await started();
    expect((await send(telegram, media)).description).toBe(`Bad Request: ${text}`);
    expect(telegram.user({ id: 5 }).lastMessage()).toBeUndefined();
  });
});

describe('getFile', () => {
  test('gives a link with the very bytes, for an hour', async () => {
    const clock = createManualClock();
    const telegram = await started({ clock });
    const bytes = png(7, 9);
    const fileId = telegram.user({ id: 5 }).sendPhoto(bytes, { as: 'document', fileName: 'a.png' })
      .document?.file_id;
    const file = await result<{ file_path: string; file_size: number }>(telegram, 'getFile', {
      file_id: fileId,
    });
    expect(file).toMatchObject({ file_path: 'documents/file_0.png', file_size: bytes.byteLength });
    const link = `${telegram.apiRoot}/file/bot${telegram.token}/${file.file_path}`;
    expect(Buffer.from(await (await fetch(link)).arrayBuffer())).toEqual(Buffer.from(bytes));
    await clock.advance(3_600_001);
    expect((await fetch(link)).status).toBe(404);
  });

  test.each([
    ['6857: unknown', 0, 'invalid file_id'],
    ['15817: over 20 MB', 20 * MB + 1, 'file is too big'],
  ])('refuses [%s]', async (_name, size, text) => {
    const telegram = await started();
    const fileId =
      size === 0 ? 'nothing' : telegram.user({ id: 5 }).sendDocument(Buffer.alloc(size)).document?.file_id;
    const answer = await call(telegram, 'getFile', { file_id: fileId });
    expect(answer).toMatchObject({ status: 400, description: `Bad Request: ${text}` });
  });
});
