import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileKind } from '../src/media/file-kind.ts';
import { cli, emulator } from './cli.ts';

const kie = emulator();
const live = () => ({
  KIE_API_KEY: 'test-key',
  KIE_BASE_URL: kie().url,
  KIE_UPLOAD_BASE_URL: kie().uploadUrl,
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kie-sanity-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('models', () => {
  it('lists them, by type and vendor', async () => {
    const all = await cli('models');
    expect([all.code, all.out.split('\n').length]).toEqual([0, 192]);
    const { out } = await cli('models --type upscale');
    expect(out).toMatch(/^recraft\/crisp-upscale +upscale +Recraft +0\.5$/m);
    expect(out).toContain('2 models');
    expect((await cli('models --type speech_to_text')).out).toContain('0 models');
    expect((await cli('models --status retired')).out).toContain('12 models');
  });

  it('gives JSON', async () => {
    const { out } = await cli('models --vendor recraft --json');
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({
        id: 'recraft/crisp-upscale',
        price: expect.objectContaining({ credits: 0.5 }) as unknown,
      }),
    );
  });

  it('suggests for wrong words', async () => {
    expect(await cli('models --type text-to-image')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean text_to_image?') as unknown,
    });
    expect((await cli('models --vendor klink')).err).toContain('There is no vendor "klink".');
  });
});

describe('show', () => {
  it('tells fields, rules, price and an example', async () => {
    const { code, out } = await cli('show bytedance/seedance-2');
    expect(code).toBe(0);
    expect(out).toMatch(/^resolution +enum +"720p" +"480p", "720p", "1080p", "4k"$/m);
    expect(out).toContain('requires: field "last_frame_url", needs ["first_frame_url"]');
    expect(out).toMatch(/Price\n.*credits: /);
    expect(out).toContain('Example\n{');
  });

  it('gives JSON with the schema, and explains what is gone', async () => {
    const { model, schema } = JSON.parse((await cli('show z-image --json')).out) as Record<
      string,
      { id?: string; type?: string }
    >;
    expect([model?.id, schema?.type]).toEqual(['z-image', 'object']);
    expect((await cli('show sora-2-text-to-video')).out).toContain('KIE has retired');
  });
});

describe('validate and quote', () => {
  it('prints the payload, or every problem', async () => {
    const good = await cli('validate z-image -', { stdin: '{"model":"z-image","input":{"prompt":"a fox"}}' });
    expect([good.code, JSON.parse(good.out)]).toEqual([0, { prompt: 'a fox', aspect_ratio: '1:1' }]);
    const bad = await cli('validate z-image -', { stdin: '{"prompt":5,"aspect_ratio":"1:2"}' });
    expect([bad.code, bad.err.split('\n')]).toEqual([
      1,
      [
        'error: prompt: must be a text, not a number.',
        expect.stringContaining('did you mean "1:1"?') as unknown,
        '',
      ],
    ]);
  });

  it('reads files, in lenient mode too', async () => {
    const file = join(folder, 'input.json');
    await writeFile(file, '{"prompt":"x","sound":"true","duration":10}');
    expect((await cli(['validate', 'kling-2.6/text-to-video', file])).code).toBe(1);
    expect((await cli(['validate', 'kling-2.6/text-to-video', file, '--lenient'])).code).toBe(0);
  });

  it.each([
    ['validate z-image /no/such/file', 'does not exist'],
    ['validate z-image -', 'is not JSON'],
    ['quote z-imge', 'Did you mean z-image'],
  ])('refuses %s', async (args, words) => {
    const { code, err } = await cli(args, { stdin: 'a secret wish' });
    expect([code, err]).toEqual([2, expect.stringContaining(words) as unknown]);
    expect(err).not.toContain('secret');
  });

  it('prices', async () => {
    const input = { stdin: '{"prompt":"x","duration":"10","sound":true,"aspect_ratio":"1:1"}' };
    expect((await cli('quote kling-2.6/text-to-video -', input)).out).toBe(
      '220 credits (1.100 USD): 10 s, with sound: 220\n',
    );
    expect((await cli('quote infinitalk/from-audio')).out).toMatch(/^up to /);
    expect(JSON.parse((await cli('quote z-image --json')).out)).toMatchObject({
      kind: 'exact',
      credits: 0.8,
    });
  });
});

describe('run', () => {
  it('simulates and saves the files', async () => {
    const { code, out, err } = await cli(['run', 'z-image', 'prompt=a fox', '--out', join(folder, 'out')]);
    expect(err).toContain('Simulated');
    expect(code).toBe(0);
    expect(fileKind(await readFile(out.trim()))).toEqual({ kind: 'image', format: 'png' });
  });

  it('uploads files and reads values by the type of their field', async () => {
    const photo = join(folder, 'photo.png');
    const made = await cli(['run', 'z-image', 'prompt=x', '--out', folder]);
    await writeFile(photo, await readFile(made.out.trim()));
    const args = ['run', 'seedream/4.5-edit', 'prompt=night', `image_urls=@${photo}`, 'aspect_ratio=1:1'];
    const { code } = await cli([...args, 'quality=basic', '--live', '--yes', '--out', folder], {
      env: live(),
    });
    expect(code).toBe(0);
    expect(JSON.stringify(kie().tasks().at(-1)?.input['image_urls'])).toContain(kie().uploadUrl);
  });

  it('sends nothing that is wrong, too dear or not agreed to', async () => {
    const before = kie().tasks().length;
    const options = { env: live() };
    expect((await cli('run z-image prompt= --live --yes', options)).code).toBe(1);
    expect(await cli('run z-image prompt=x --live --yes --max-credits 0.1', options)).toMatchObject({
      code: 2,
      err: expect.stringContaining('more than --max-credits') as unknown,
    });
    expect((await cli('run z-image prompt=x --live', options)).err).toContain('Add --yes');
    const confirm = () => Promise.resolve(false);
    expect((await cli('run z-image prompt=x --live', { ...options, confirm })).code).toBe(2);
    expect((await cli('run z-image promt=x')).err).toContain('Did you mean prompt?');
    expect((await cli('run z-image prompt')).err).toContain('does not exist');
    expect(kie().tasks()).toHaveLength(before);
  });

  it('runs when a person says yes', async () => {
    const confirm = () => Promise.resolve(true);
    const { code } = await cli(['run', 'z-image', 'prompt=x', '--live', '--out', folder, '--json'], {
      env: live(),
      confirm,
    });
    expect(code).toBe(0);
  });
});

describe('status and credits', () => {
  it('ask KIE, which is free', async () => {
    await cli(['run', 'z-image', 'prompt=x', '--live', '--yes', '--out', folder], { env: live() });
    const taskId = kie().tasks().at(-1)?.taskId ?? '';
    const { code, out } = await cli(`status ${taskId}`, { env: live() });
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^succeeded, 0\.8 credits\nresult image http/) as unknown,
    ]);
    expect((await cli('credits', { env: live() })).out).toMatch(/^\d+(\.\d+)? credits\n$/);
  });

  it('say what went wrong', async () => {
    expect((await cli('credits')).code).toBe(2);
    expect((await cli('credits', { env: { ...live(), KIE_API_KEY: 'wrong-key' } })).code).toBe(1);
    const { code, err } = await cli('status no-such-task', { env: live() });
    expect([code, err.length > 0]).toEqual([1, true]);
  });
});

describe('help', () => {
  it.each(['models', 'show', 'validate', 'quote', 'run', 'status', 'credits'])('of %s', async (command) => {
    const { code, out } = await cli(`${command} --help`);
    expect([code, out]).toEqual([0, expect.stringContaining(`Usage: kie-sanity ${command}`) as unknown]);
  });
});

describe('reports', () => {
  it('are written as JUnit XML and Markdown', async () => {
    const junit = join(folder, 'report.xml');
    kie().faults.add({ on: 'result', action: { type: 'fail', failCode: '500', failMsg: 'A <b> & "c"' } });
    const { code, out } = await cli(
      ['--model', 'z-image', '--live', '--yes', '--junit', junit, '--markdown'],
      { env: live() },
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^\| type \| model .*\n\|---\|.*\n\| text_to_image \| z-image \| failed \|/);
    const xml = await readFile(junit, 'utf8');
    expect(xml).toContain('tests="1" failures="1" errors="0" skipped="0"');
    expect(xml).toMatch(/<failure message="[^<]*A &lt;b&gt; &amp; &quot;c&quot;/);
  });
});
