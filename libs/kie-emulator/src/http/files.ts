import { Hono } from 'hono';
import { decodePath } from './common.ts';
import type { Env, Service } from './context.ts';
import { strike } from './strike.ts';

/** Uploads and results, without a key as on KIE's file hosts; one range per request, as players ask for. */
export function files(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/*', async (c) => {
    const path = decodePath(c.req.path);
    const file = service.files.find(path);
    const note = c.get('note');
    if (file?.model !== undefined) note.model = file.model;
    if (file?.taskId !== undefined) note.taskId = file.taskId;
    const action = service.faults.take('download', { model: file?.model, taskId: file?.taskId });
    return strike(c, action, async () => {
      const expires = c.req.query('expires');
      const expired = expires !== undefined && !(service.timeline.now() < Number(expires));
      const bytes = file === undefined || expired ? undefined : await service.files.read(file);
      if (file === undefined || bytes === undefined) return new Response('Not Found', { status: 404 });
      return answer(bytes, file.mime, c.req.header('range'));
    });
  });
  return app;
}

function answer(bytes: Uint8Array, mime: string, range: string | undefined): Response {
  const headers = { 'content-type': mime, 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (asked === null || (asked[1] === '' && asked[2] === '')) return new Response(toBody(bytes), { headers });
  const from = asked[1] === '' ? Math.max(0, bytes.length - Number(asked[2])) : Number(asked[1]);
  const to =
    asked[1] === '' || asked[2] === '' ? bytes.length - 1 : Math.min(Number(asked[2]), bytes.length - 1);
  if (from > to) {
    return new Response('', { status: 416, headers: { 'content-range': `bytes */${bytes.length}` } });
  }
  const part = bytes.subarray(from, to + 1);
  const contentRange = `bytes ${from}-${to}/${bytes.length}`;
  return new Response(toBody(part), { status: 206, headers: { ...headers, 'content-range': contentRange } });
}

/** `Response` takes views of plain buffers only. */
function toBody(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
