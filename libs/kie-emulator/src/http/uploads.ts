import { Hono } from 'hono';
import { mimeOf } from '../files/sniff.ts';
import { isObject } from '../json.ts';
import { texts } from '../texts.ts';
import { access } from './access.ts';
import type { Ctx, Env, Service } from './context.ts';
import { jsonBody, uploadEnvelope } from './envelope.ts';
import { strike } from './strike.ts';

/** Uploads are said to live 24 hours (official skill file, September 2026) or 3 days (docs); this is the safe one. */
const uploadLifeMs = 24 * 3600 * 1000;

interface Upload {
  readonly bytes: Uint8Array;
  readonly uploadPath: unknown;
  readonly fileName: string;
  readonly mime?: string;
}

/** The three ways to hand in a file: https://docs.kie.ai/file-upload-api/quickstart. */
export function uploads(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  const route = (path: string, read: (c: Ctx) => Promise<Upload | Response>): void => {
    app.post(path, access(service, 'upload'), (c) =>
      strike(c, service.faults.take('upload', {}), async () => {
        const upload = await read(c);
        return upload instanceof Response ? upload : store(service, c, upload);
      }),
    );
    app.all(path, (c) => uploadEnvelope(c, 405, 'Method Not Allowed'));
  };
  route('/file-base64-upload', fromBase64);
  route('/file-stream-upload', fromForm);
  route('/file-url-upload', (c) => fromUrl(service, c));
  return app;
}

async function fromBase64(c: Ctx): Promise<Upload | Response> {
  const body = await jsonBody(c);
  const fields = isObject(body) ? body : {};
  const text = fields['base64Data'];
  if (typeof text !== 'string' || text === '') return missing(c, 'base64Data');
  const dataUrl = /^data:([^;,]*)(?:;[^,]*)?,/.exec(text);
  const digits = (dataUrl === null ? text : text.slice(dataUrl[0].length)).replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(digits)) return uploadEnvelope(c, 400, texts.badBase64);
  const bytes = new Uint8Array(Buffer.from(digits, 'base64'));
  return { bytes, uploadPath: fields['uploadPath'], fileName: nameOf(fields['fileName'], 'file') };
}

async function fromForm(c: Ctx): Promise<Upload | Response> {
  let form: FormData;
  try {
    form = await c.req.formData();
  } catch {
    return missing(c, 'file');
  }
  const file = form.get('file');
  if (!(file instanceof File)) return missing(c, 'file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { bytes, uploadPath: form.get('uploadPath'), fileName: nameOf(form.get('fileName'), file.name) };
}

async function fromUrl(service: Service, c: Ctx): Promise<Upload | Response> {
  const body = await jsonBody(c);
  const fields = isObject(body) ? body : {};
  const address = fields['fileUrl'];
  if (typeof address !== 'string' || address === '') return missing(c, 'fileUrl');
  try {
    const response = await service.fetch(address, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error('no file there');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const last = new URL(address).pathname.split('/').at(-1) ?? '';
    return { bytes, uploadPath: fields['uploadPath'], fileName: nameOf(fields['fileName'], last) };
  } catch {
    return uploadEnvelope(c, 500, 'Internal server error');
  }
}

async function store(service: Service, c: Ctx, upload: Upload): Promise<Response> {
  const { uploadPath, bytes, fileName } = upload;
  if (typeof uploadPath !== 'string' || uploadPath === '') return missing(c, 'uploadPath');
  const folder = uploadPath
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
  const filePath = `kieai/${c.get('account')}/${folder}/${fileName}`;
  const mime = mimeOf(bytes, fileName);
  const now = service.timeline.now();
  const blob = await service.files.keep(bytes);
  const path = `/files/${filePath}`;
  service.files.add({ path, mime, blob, createdAt: now, expiresAt: now + uploadLifeMs });
  return uploadEnvelope(c, 200, texts.uploaded, {
    success: true,
    fileName,
    filePath,
    downloadUrl: service.base() + encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F'),
    fileSize: bytes.length,
    mimeType: mime,
    uploadedAt: new Date(now).toISOString(),
  });
}

function missing(c: Ctx, name: string): Response {
  return uploadEnvelope(c, 400, texts.missingParameter(name));
}

/** A name without a path in it. */
function nameOf(given: unknown, otherwise: string): string {
  const name = typeof given === 'string' && given !== '' ? given : otherwise;
  return name.split(/[/\\]/).at(-1)?.replace(/^\.+/, '') || 'file';
}
