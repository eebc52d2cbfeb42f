import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { fromPath } from '../src/node.ts';
import type { UploadSource } from '../src/index.ts';
import { clientOf, KEY, rejection } from './support/client.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { envelope, startServer, type Seen } from './support/server.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

/** As recorded in April 2026. */
const UPLOADED = {
  success: true,
  fileName: 'a.png',
  filePath: 'kieai/1/uploads/a.png',
  downloadUrl: 'https://tempfile.redpandaai.co/kieai/1/uploads/a.png',
  fileSize: 12,
  mimeType: 'image/png',
  uploadedAt: '2026-04-16T07:19:10.400Z',
};

async function formOf(seen: Seen | undefined): Promise<{ fields: FormData; file: File }> {
  const type = seen?.headers['content-type'] ?? '';
  const fields = await new Response(new Uint8Array(seen?.body ?? []), {
    headers: { 'content-type': type },
  }).formData();
  const file = fields.get('file');
  if (!(file instanceof File)) throw new Error('no file in the form');
  return { fields, file };
}

const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new Blob([new Uint8Array(bytes)]).stream();

const SOURCES: readonly (readonly [string, () => UploadSource])[] = [
  ['a Blob', () => new Blob([PNG])],
  ['a File with a wrong type', () => new File([PNG], 'x.txt', { type: 'text/plain' })],
  ['a Uint8Array', () => PNG],
  ['a Buffer', () => Buffer.from(PNG)],
  ['a ReadableStream', () => streamOf(PNG)],
  ['a Response', () => new Response(PNG)],
];

test.each(SOURCES)('uploads %s, its type told by its bytes', async (_name, make) => {
  const server = await startServer((response) =>
    envelope(response, 200, 'File uploaded successfully', UPLOADED),
  );
  const file = await clientOf('http://127.0.0.1:9', { uploadBaseUrl: server.url }).uploadFile(make());
  expect(file).toEqual({
    url: UPLOADED.downloadUrl,
    fileName: 'a.png',
    bytes: 12,
    mimeType: 'image/png',
    uploadedAt: Date.parse(UPLOADED.uploadedAt),
  });
  const [seen] = server.seen;
  expect(seen).toMatchObject({
    path: '/api/file-stream-upload',
    headers: { authorization: `Bearer ${KEY}` },
  });
  const form = await formOf(seen);
  expect(form.fields.get('uploadPath')).toBe('uploads');
  expect(form.file.type).toBe('image/png');
  expect(form.file.name).toMatch(/^[0-9a-f-]{36}\.png$/);
  expect(new Uint8Array(await form.file.arrayBuffer())).toEqual(PNG);
});

test('a URL is left to KIE, and names can be given', async () => {
  const server = await startServer((response) => envelope(response, 200, 'ok', UPLOADED));
  const kie = clientOf(server.url);
  await kie.uploadFile(new URL('https://example.com/a.png?x=1'), {
    fileName: 'b.png',
    uploadPath: 'me/photos',
  });
  expect(server.seen[0]?.path).toBe('/api/file-url-upload');
  expect(server.seen[0]?.json()).toEqual({
    fileUrl: 'https://example.com/a.png?x=1',
    uploadPath: 'me/photos',
    fileName: 'b.png',
  });
  await kie.uploadFile(PNG, { fileName: 'c.dat', mimeType: 'application/x-thing' });
  expect((await formOf(server.seen[1])).file).toMatchObject({ name: 'c.dat', type: 'application/x-thing' });
});

test('an upload is free and therefore repeated, a stream included', async () => {
  const clock = createFakeClock();
  const server = await startServer((response, _seen, count) => {
    if (count === 1) response.socket?.resetAndDestroy();
    else if (count === 2) response.writeHead(503).end();
    else envelope(response, 200, 'ok', UPLOADED);
  });
  await clock.runUntil(clientOf(server.url, { clock }).uploadFile(streamOf(PNG)));
  expect(server.seen).toHaveLength(3);
  expect(new Uint8Array(await (await formOf(server.seen[2])).file.arrayBuffer())).toEqual(PNG);
});

test('what cannot be uploaded is refused before anything is sent', async () => {
  const server = await startServer((response) => envelope(response, 200, 'ok', UPLOADED));
  const kie = clientOf(server.url);
  const upload = (source: unknown, options = {}): Promise<unknown> =>
    rejection(kie.uploadFile(source as UploadSource, options));
  const wrong = { code: 'invalid_argument', outcome: 'not_sent' };
  expect(await upload('/etc/passwd')).toMatchObject(wrong);
  expect(await upload('https://example.com/a.png')).toMatchObject(wrong);
  expect(await upload(new URL('file:///etc/passwd'))).toMatchObject(wrong);
  expect(await upload(42)).toMatchObject(wrong);
  expect(await upload(new Blob([]))).toMatchObject(wrong);
  expect(await upload(new Response('no', { status: 404 }))).toMatchObject(wrong);
  expect(await upload(PNG, { uploadPath: '/x' })).toMatchObject(wrong);
  expect(await upload(PNG, { uploadPath: 'x/../y' })).toMatchObject(wrong);
  for (const source of [PNG, new Blob([PNG]), streamOf(PNG), new Response(PNG)]) {
    expect(await upload(source, { maxBytes: 11 })).toMatchObject({ code: 'too_large' });
  }
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('disk')) });
  expect(await upload(broken)).toMatchObject(wrong);
  expect(server.seen).toHaveLength(0);
});

test('an upload answer without a URL, and a refusal without data', async () => {
  const empty = await startServer((response) => envelope(response, 200, 'ok', {}));
  await expect(clientOf(empty.url).uploadFile(PNG)).rejects.toMatchObject({ code: 'malformed_response' });
  const refusing = await startServer((response) => {
    response.end('{"success":false,"code":400,"msg":"Missing required parameter: uploadPath"}');
  });
  await expect(clientOf(refusing.url).uploadFile(PNG)).rejects.toMatchObject({ kieCode: 400 });
});

test('fromPath reads a file, and only a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kie-client-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'a.png');
  await writeFile(path, PNG);
  const file = await fromPath(path);
  expect(file.name).toBe('a.png');
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG);
  await expect(fromPath(path, { maxBytes: 3 })).rejects.toMatchObject({ code: 'too_large' });
  await expect(fromPath(join(folder, 'none'))).rejects.toThrow(/'none' \(ENOENT\)/);
  await expect(fromPath(folder)).rejects.toMatchObject({ code: 'invalid_argument' });
});

test('downloads with progress, without the key', async () => {
  const server = await startServer((response) => {
    response.writeHead(200, { 'content-type': 'image/png; x=y', 'content-length': '12' }).end(PNG);
  });
  const progress: unknown[] = [];
  const kie = clientOf(server.url);
  const file = await kie.download(`${server.url}/a.png`, { onProgress: (each) => progress.push(each) });
  expect(file).toMatchObject({ mimeType: 'image/png', size: 12 });
  expect(await file.bytes()).toEqual(PNG);
  expect(progress.at(-1)).toEqual({ bytes: 12, total: 12 });
  expect(server.seen[0]?.headers['authorization']).toBeUndefined();
  const blob = await (await kie.download(new URL(`${server.url}/a.png`))).blob();
  expect(blob).toMatchObject({ type: 'image/png', size: 12 });
});

test.each([
  'https://example.com/a.png',
  'http://tempfile.aiquickdraw.com/a.png',
  'https://tempfile.aiquickdraw.com:8443/a.png',
  'https://user:pass@tempfile.aiquickdraw.com/a.png',
  'https://aiquickdraw.com.evil.example/a.png',
  'https://evilaiquickdraw.com/a.png',
  'http://127.0.0.1:1/a.png',
  'file:///etc/passwd',
])('download refuses %s', async (url) => {
  const never: typeof fetch = () => expect.unreachable();
  await expect(clientOf('http://127.0.0.1:9', { fetch: never }).download(url)).rejects.toMatchObject({
    code: 'host_refused',
  });
});

test.each([
  'https://tempfile.aiquickdraw.com/a.png',
  'https://musicfile.kie.ai/a.mp3',
  'https://tempfile.redpandaai.co/a.png',
  'https://cdn.example/a.png',
])('download takes %s', async (url) => {
  const asked: string[] = [];
  const fake: typeof fetch = async (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return new Response('x');
  };
  await clientOf('http://127.0.0.1:9', { fetch: fake, downloadHosts: ['cdn.example'] }).download(url);
  expect(asked).toEqual([url]);
});

test('redirects are followed one by one, each host checked', async () => {
  const inside = await startServer((response) => void response.end('secret of the network'));
  const server = await startServer((response, seen) => {
    if (seen.path === '/good') response.writeHead(302, { location: '/file' }).end();
    else if (seen.path === '/bad') response.writeHead(302, { location: `${inside.url}/x` }).end();
    else if (seen.path === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else response.end('file');
  });
  const kie = clientOf(server.url);
  const file = await kie.download(`${server.url}/good`);
  expect(new TextDecoder().decode(await file.bytes())).toBe('file');
  await expect(kie.download(`${server.url}/bad`)).rejects.toMatchObject({ code: 'host_refused' });
  await expect(kie.download(`${server.url}/loop`)).rejects.toMatchObject({ code: 'redirect_refused' });
  expect(inside.seen).toHaveLength(0);
});

test('the size is capped, announced or not, compressed or not', async () => {
  const zeros = new Uint8Array(200_000);
  const server = await startServer((response, seen) => {
    if (seen.path === '/announced') response.writeHead(200, { 'content-length': '200000' }).end(zeros);
    else if (seen.path === '/chunked') response.write(zeros, () => response.end());
    else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(zeros));
  });
  const kie = clientOf(server.url);
  const options = { maxBytes: 100_000 };
  await expect(kie.download(`${server.url}/announced`, options)).rejects.toMatchObject({ code: 'too_large' });
  for (const path of ['chunked', 'bomb']) {
    const file = await kie.download(`${server.url}/${path}`, options);
    await expect(file.bytes()).rejects.toMatchObject({ code: 'too_large' });
  }
});

test('a body that breaks off or stalls ends in an error', async () => {
  const clock = createFakeClock();
  const server = await startServer((response, seen) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => {
      if (seen.path === '/broken') response.socket?.resetAndDestroy();
    });
  });
  const kie = clientOf(server.url, { clock });
  const broken = await kie.download(`${server.url}/broken`);
  await expect(broken.bytes()).rejects.toMatchObject({ code: 'connection_lost' });
  const stalled = await kie.download(`${server.url}/stalled`);
  await expect(clock.runUntil(stalled.bytes(), 2_000)).rejects.toMatchObject({ code: 'request_timeout' });
});

test('the start of a download is repeated, a missing file is not', async () => {
  const clock = createFakeClock();
  const server = await startServer((response, seen, count) => {
    if (seen.path === '/gone') response.writeHead(404).end();
    else if (count < 3) response.writeHead(503).end();
    else response.end('file');
  });
  const kie = clientOf(server.url, { clock });
  await clock.runUntil(kie.download(`${server.url}/a`));
  expect(server.seen).toHaveLength(3);
  await expect(kie.download(`${server.url}/gone`)).rejects.toMatchObject({
    code: 'not_found',
    httpStatus: 404,
  });
  expect(server.seen).toHaveLength(4);
});
