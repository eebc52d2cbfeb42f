import { createCanvas } from '@napi-rs/canvas';
import { registry } from '@kie/registry';
import type { Field, Model } from '@kie/registry';
import { describe, expect, test } from 'vitest';
import { renderAudio } from '../src/media/audio.ts';
import { start } from './kie.ts';

/** The smallest value that a field takes. */
function sample(field: Field, media: Readonly<Record<string, string>>): unknown {
  const empty = Array.isArray(field.default) && field.default.length === 0;
  if (field.default !== undefined && !empty) return field.default;
  if (field.type === 'array') {
    const item = field.itemType === 'object' ? fill(field.itemFields ?? [], media) : single(field, media);
    return Array.from({ length: Math.max(1, field.minItems ?? 1) }, () => item);
  }
  return single(field, media);
}

function single(field: Field, media: Readonly<Record<string, string>>): unknown {
  if (field.media !== undefined) return media[field.media.kind] ?? media['image'];
  if (field.values !== undefined) return field.values[0];
  const type = field.type === 'array' ? field.itemType : field.type;
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return field.min ?? 1;
  if (type === 'object') return fill(field.itemFields ?? [], media);
  if (field.min !== undefined) return String(field.min);
  return 'word '.repeat(Math.ceil(Math.max(1, field.minLength ?? 1) / 5)).slice(0, field.maxLength ?? 100);
}

function fill(fields: readonly Field[], media: Readonly<Record<string, string>>): Record<string, unknown> {
  const wanted = fields.filter((field) => field.required || field.media !== undefined);
  return Object.fromEntries(wanted.map((field) => [field.name, sample(field, media)]));
}

async function mediaFiles(kit: Awaited<ReturnType<typeof start>>) {
  const upload = async (bytes: Uint8Array, fileName: string): Promise<string> => {
    const base64Data = Buffer.from(bytes).toString('base64');
    const answer = await kit.post('/api/file-base64-upload', { base64Data, uploadPath: 'in', fileName });
    return (answer.data as { downloadUrl: string }).downloadUrl;
  };
  const audio = {
    kind: 'audio',
    model: 'm',
    prompt: '',
    inputs: [],
    format: 'wav',
    seconds: 1,
    style: 'music',
  } as const;
  return {
    image: await upload(createCanvas(64, 64).toBuffer('image/png'), 'a.png'),
    audio: await upload(renderAudio(audio), 'a.wav'),
    // The beginning of any MP4: what counts at this point is the type.
    video: await upload(Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), 'a.mp4'),
  };
}

/** Its shots are on by default, and then have to be listed. */
const plain: Readonly<Record<string, object>> = {
  'kling-3.0-omni/text-to-video': { customize_multi_shots: false },
};
const models = registry.list().filter((model) => model.api === 'jobs');

describe('every callable model', () => {
  test(`${models.length} models take their smallest input, finish, and give what they promise`, async () => {
    const kit = await start({ seed: 'all', credits: 1e9 });
    const media = await mediaFiles(kit);
    const problems: string[] = [];
    for (const model of models) {
      const answer = await kit.create(model.id, { ...fill(model.fields, media), ...plain[model.id] });
      if (answer.code !== 200) {
        problems.push(`${model.id}: refused with ${answer.msg}`);
        continue;
      }
      const record = await kit.record((answer.data as { taskId: string }).taskId);
      if (record['state'] !== 'success') problems.push(`${model.id}: ${String(record['failMsg'])}`);
      else if (!promised(model, record['response']))
        problems.push(`${model.id}: ${JSON.stringify(record['response'])}`);
    }
    expect(problems).toEqual([]);
    expect(models.length).toBeGreaterThan(180);
  });
});

function promised(model: Model, response: unknown): boolean {
  const text = JSON.stringify(response);
  const extension = {
    image: /\.(png|jpg|webp)"/,
    video: /\.mp4"/,
    audio: /\.(mp3|wav)"/,
    text: /resultObject/,
  };
  return extension[model.output].test(text);
}

test('a file of another kind is accepted at submit and fails later', async () => {
  const kit = await start();
  const media = await mediaFiles(kit);
  const input = { prompt: 'x', image_urls: [media.audio] };
  const failed = await kit.record(await kit.created('google/nano-banana-edit', input));
  expect(failed).toMatchObject({ state: 'fail', failMsg: 'File type not supported' });
});
