import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { jsonSchema, registry } from '@kie/registry';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

type Part = Record<string, unknown>;

const root = resolve(import.meta.dirname, '../../..');
const zImage = registry.get('z-image');
const { properties = {}, required } = (zImage && jsonSchema(zImage)) as {
  properties?: Part;
  required?: string[];
};

/** What KIE says about z-image; each test changes a copy. */
let listed: Part[] = [];
let input: { properties: Part; required: string[] } = { properties: {}, required: [] };
let price = '';
const paths: string[] = [];

const data = (path: string): unknown => {
  if (path === '/api/v1/models') return { total: listed.length, models: listed };
  if (path.endsWith('/price')) return { model: 'z-image', pricingDesc: price };
  const body = {
    type: 'object',
    properties: { model: { type: 'string' }, input: { $ref: '#/components/schemas/Input' } },
  };
  const post = { requestBody: { content: { 'application/json': { schema: body } } } };
  const components = { schemas: { Input: { type: 'object', ...input } } };
  return {
    model: 'z-image',
    openapi: { openapi: '3.1.0', paths: { '/api/v1/jobs/createTask': { post } }, components },
  };
};

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ code: 200, msg: 'success', data: data(request.url ?? '') }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => server.close());
beforeEach(() => {
  paths.length = 0;
  listed = registry.list().map(({ id, title }) => ({ model: id, title, taskType: ['text-to-image'] }));
  input = { properties: structuredClone(properties), required: [...(required ?? []), 'aspect_ratio'] };
  price = 'Z-Image costs 0.8 credits per image ($0.004).';
});

async function drift(args: readonly string[], key = 'test-key') {
  const child = spawn(
    process.execPath,
    ['--conditions=@kie/source', 'tools/models-drift.ts', '--per-second', '1000', ...args],
    {
      cwd: root,
      env: {
        ...process.env,
        KIE_API_KEY: key,
        KIE_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      },
    },
  );
  const ended = new Promise<number | null>((done) => child.on('exit', done));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

describe('npm run models:drift', () => {
  it('is quiet when KIE says what the catalogue says', async () => {
    const { out, code } = await drift(['z-image']);
    expect([code, out]).toEqual([0, expect.stringContaining('KIE says nothing') as unknown]);
    expect(paths).toEqual([
      '/api/v1/models',
      '/api/v1/models/z-image/schema',
      '/api/v1/models/z-image/price',
    ]);
  });

  it('shows what differs, by model and field', async () => {
    input.properties['prompt'] = { type: 'string', maxLength: 2000 };
    input.properties['aspect_ratio'] = { type: 'string', enum: ['1:1', '21:9'], default: '1:1' };
    input.properties['seed'] = { type: 'integer' };
    delete input.properties['nsfw_checker'];
    input.required = ['prompt'];
    price = '1.2 credits per image';
    const { out, code } = await drift(['z-image']);
    expect(code).toBe(1);
    expect(out.split('\n\n')[0]?.split('\n')).toEqual([
      'z-image',
      '  prompt maxLength',
      '  - 1000',
      '  + 2000',
      '  aspect_ratio values',
      '  - ["16:9","1:1","3:4","4:3","9:16"]',
      '  + ["1:1","21:9"]',
      '  aspect_ratio required',
      '  - true',
      '  + false',
      '  seed is new',
      '  + integer',
      '  nsfw_checker is gone',
      '  - boolean',
      '  (price) may differ',
      '  - [0.8]',
      '  + 1.2 credits per image',
    ]);
    expect(out).toContain('Nothing was changed.');
  });

  it('finds models that only one side has', async () => {
    listed = [
      ...listed.filter(({ model }) => model !== 'z-image'),
      { model: 'vendor/brand-new', title: 'Brand New' },
    ];
    const { out } = await drift(['--list', '--json']);
    expect(JSON.parse(out)).toEqual([
      { model: 'vendor/brand-new', field: '(model)', what: 'is new', live: 'Brand New' },
      { model: 'z-image', field: '(model)', what: 'is not listed', ours: 'active' },
    ]);
  });

  it('says what is wrong with the call', async () => {
    expect(await drift([], '')).toMatchObject({
      code: 2,
      err: expect.stringContaining('KIE_API_KEY') as unknown,
    });
    expect(await drift(['z-imge'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('z-image') as unknown,
    });
    expect(await drift(['--jsn'])).toMatchObject({ code: 2 });
  });
});
