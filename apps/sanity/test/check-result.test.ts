import { createKieClient } from '@kie/client';
import { startKieEmulator, type KieEmulator } from '@kie/emulator';
import { registry } from '@kie/registry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkResult } from '../src/run/check-result.ts';

let kie: KieEmulator;
beforeAll(async () => {
  kie = await startKieEmulator({ speed: Infinity });
});
afterAll(() => kie.stop());

async function verdictOf(id: string, bytes: string, rest: object = {}) {
  const client = createKieClient({ apiKey: 'test-key', baseUrl: kie.url, uploadBaseUrl: kie.uploadUrl });
  const { url } = await client.uploadFile(Buffer.from(bytes, 'latin1'));
  const model = registry.get(id);
  if (model === undefined) throw new Error(id);
  const files = [{ url, kind: 'file', role: 'result' } as const];
  return checkResult(client, model, { files, ...rest }, undefined);
}
const png = '\x89PNG\r\n\x1a\n and so on';

it('looks at the bytes and not at the name', async () => {
  expect(await verdictOf('z-image', png)).toEqual({ ok: true, note: 'png image, 1 KB' });
  expect(await verdictOf('runway', png)).toEqual({ ok: false, note: 'png image, 1 KB; expected video' });
  expect((await verdictOf('z-image', '<html>gone</html>')).ok).toBe(false);
});

it('wants a file from a model that makes one, and words or data from one that does not', async () => {
  expect(await verdictOf('z-image', png, { files: [] })).toEqual({
    ok: false,
    note: 'no file; expected image',
  });
  const lyrics = (rest: object) => verdictOf('ai-music-api/generate-lyrics', png, { files: [], ...rest });
  expect(await lyrics({ text: 'la la' })).toEqual({ ok: true, note: '5 characters of text' });
  expect(await lyrics({ data: { a: 1 } })).toEqual({ ok: true, note: 'data' });
  expect((await lyrics({})).ok).toBe(false);
});
