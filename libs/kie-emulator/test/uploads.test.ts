import { expect, test } from 'vitest';
import { start, stillClock } from './kie.ts';
import { serve } from './receiver.ts';

test('base64: the recorded answer, and the file is there for 24 hours', async () => {
  const { emulator, post, download } = await start({ clock: stillClock(1_776_324_750_400) });
  const base64Data = Buffer.from('hello world').toString('base64');
  const answer = await post('/api/file-base64-upload', {
    base64Data,
    uploadPath: 'documents/test-uploads',
    fileName: 'test.txt',
  });
  const { filePath, downloadUrl } = answer.data as { filePath: string; downloadUrl: string };
  expect(filePath).toMatch(/^kieai\/\d{6}\/documents\/test-uploads\/test\.txt$/);
  expect(answer).toEqual({
    success: true,
    code: 200,
    msg: 'File uploaded successfully',
    data: {
      success: true,
      fileName: 'test.txt',
      filePath,
      downloadUrl: `${emulator.url}/files/${filePath}`,
      fileSize: 11,
      mimeType: 'text/plain',
      uploadedAt: '2026-04-16T07:32:30.400Z',
    },
  });
  expect((await download(downloadUrl)).toString()).toBe('hello world');
  const dataUrl = { base64Data: `data:text/plain;base64,${base64Data}`, uploadPath: 'a', fileName: 'b.txt' };
  expect((await post('/api/file-base64-upload', dataUrl)).data).toMatchObject({ fileSize: 11 });
  await emulator.advance(24 * 3_600_000);
  expect((await fetch(downloadUrl)).status).toBe(404);
});

test('stream: a multipart form, with a name that needs escaping', async () => {
  const { emulator, download } = await start();
  const form = new FormData();
  form.set('file', new File([new Uint8Array([1, 2, 3])], 'отчёт #1?.bin'));
  form.set('uploadPath', 'a');
  const init = { method: 'POST', headers: { authorization: 'Bearer test-key' }, body: form };
  const answer = (await (await fetch(`${emulator.url}/api/file-stream-upload`, init)).json()) as {
    data: { downloadUrl: string; fileSize: number };
  };
  expect(answer.data).toMatchObject({ fileName: 'отчёт #1?.bin', fileSize: 3 });
  expect([...(await download(answer.data.downloadUrl))]).toEqual([1, 2, 3]);
});

test('url: fetched by the server; a dead address is a server error', async () => {
  const { post, download } = await start();
  const origin = await serve((request, response) => {
    response.writeHead(request.url === '/photo.png' ? 200 : 404).end('png!');
  });
  const answer = await post('/api/file-url-upload', { fileUrl: `${origin}/photo.png`, uploadPath: 'a' });
  const { downloadUrl, fileName } = answer.data as { downloadUrl: string; fileName: string };
  expect(fileName).toBe('photo.png');
  expect((await download(downloadUrl)).toString()).toBe('png!');
  const dead = await post('/api/file-url-upload', { fileUrl: `${origin}/none.png`, uploadPath: 'a' });
  expect(dead).toEqual({ success: false, code: 500, msg: 'Internal server error' });
});

test('errors have no data and say what is missing', async () => {
  const { emulator, post, get } = await start();
  const refused = (code: number, msg: string) => ({ success: false, code, msg });
  const path = '/api/file-base64-upload';
  expect(await post(path, { base64Data: 'aGk=' })).toEqual(
    refused(400, 'Missing required parameter: uploadPath'),
  );
  expect(await post(path, { uploadPath: 'a' })).toEqual(
    refused(400, 'Missing required parameter: base64Data'),
  );
  expect(await post(path, { uploadPath: 'a', base64Data: '%%%' })).toEqual(
    refused(400, 'Base64 decoding failed: Invalid Base64 format'),
  );
  expect(await get(path)).toEqual(refused(405, 'Method Not Allowed'));
  const anonymous = await fetch(emulator.url + path, { method: 'POST', body: '{}' });
  expect(anonymous.status).toBe(200);
  expect(await anonymous.json()).toEqual(refused(401, 'Authentication failed: Invalid API Key'));
});

test('a path cannot lead out of the account', async () => {
  const { post } = await start();
  const body = { base64Data: 'aGk=', uploadPath: '../../etc', fileName: '../../passwd' };
  const { filePath } = (await post('/api/file-base64-upload', body)).data as { filePath: string };
  expect(filePath).toMatch(/^kieai\/\d{6}\/etc\/passwd$/);
});
