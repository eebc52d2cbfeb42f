import type { IncomingMessage } from 'node:http';

import { Busboy } from '@fastify/busboy';

import type { Upload } from '../api/params.ts';
import { Params } from '../api/params.ts';
import { ApiError } from '../errors.ts';

const MB = 1 << 20;
const MAX_UPLOAD_BYTES = 50 * MB;
const MAX_PLAIN_BODY_BYTES = 4 * MB;

const tooLarge = (): ApiError => new ApiError(413, 'Request Entity Too Large');

/** Reads the arguments of a call: query string first, then the body in any of the three forms of the Bot API. */
export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const values = new Map<string, unknown>(query);
  const type = request.headers['content-type'] ?? '';
  if (request.method !== 'POST') return new Params(values);
  if (/^multipart\/form-data/i.test(type)) return readMultipart(request, values);
  const body = await readAll(request, MAX_PLAIN_BODY_BYTES);
  if (body.length === 0) return new Params(values);
  if (/^application\/json/i.test(type)) {
    const parsed = parseObject(body.toString('utf8'));
    for (const [name, value] of Object.entries(parsed)) values.set(name, value);
  } else if (/^application\/x-www-form-urlencoded/i.test(type)) {
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) values.set(name, value);
  }
  return new Params(values);
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError(400, "Bad Request: can't parse request JSON object");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(400, 'Bad Request: request must be a JSON object');
  }
  return value as Record<string, unknown>;
}

/** The whole body; 413 beyond `limit` bytes. */
export async function readAll(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and thrown away, so that the caller gets the answer instead of a reset.
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw tooLarge();
  return Buffer.concat(chunks);
}

function readMultipart(request: IncomingMessage, values: Map<string, unknown>): Promise<Params> {
  return new Promise((resolve, reject) => {
    const uploads = new Map<string, Upload>();
    let oversized = false;
    const parser = new Busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      limits: { fileSize: MAX_UPLOAD_BYTES, fieldSize: MAX_PLAIN_BODY_BYTES },
    });
    parser.on('field', (name, value) => values.set(name, value));
    parser.on('file', (name, stream, fileName, _encoding, mime) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        oversized = true;
        chunks.length = 0;
      });
      stream.on('end', () => {
        uploads.set(name, { bytes: Buffer.concat(chunks), fileName: fileName ?? name, mime });
      });
    });
    parser.on('finish', () => (oversized ? reject(tooLarge()) : resolve(new Params(values, uploads))));
    parser.on('error', () => reject(new ApiError(400, 'Bad Request: unable to parse the multipart form')));
    request.on('error', reject);
    request.pipe(parser);
  });
}
