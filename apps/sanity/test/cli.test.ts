import { describe, expect, it } from 'vitest';
import type { SanityReport } from '../src/index.ts';
import { cli, emulator } from './cli.ts';

const kie = emulator();
const live = () => ({
  KIE_API_KEY: 'test-key',
  KIE_BASE_URL: kie().url,
  KIE_UPLOAD_BASE_URL: kie().uploadUrl,
});

describe('simulated', () => {
  it('starts an emulator of its own, says so, and prints a table', async () => {
    const { code, out, err } = await cli(
      '--type text_to_image,upscale --type image_analysis --type speech_to_text',
    );
    expect(err).toContain('Simulated: 3 models against a local emulator; nothing leaves this machine');
    expect(out).toMatch(/text_to_image +│ z-image +│ ok +│ +\d+\.\d │ +0\.8 │ png image, \d+ KB/);
    expect(out).toMatch(/upscale +│ recraft\/crisp-upscale +│ ok/);
    expect(out).toMatch(/image_analysis +│ \S+ +│ ok .* data/);
    expect(out).toMatch(/speech_to_text +│ +│ none +│ .* no active model/);
    expect(out).toMatch(/3 ok, 1 without an active model; \d+(\.\d+)? credits \(simulated\)/);
    expect(code).toBe(0);
  });

  it('gives the report as JSON, and only that on standard output', async () => {
    const { code, out } = await cli('--model z-image --json');
    const report = JSON.parse(out) as SanityReport;
    expect(report).toMatchObject({
      mode: 'emulator',
      ok: true,
      credits: 0.8,
      rows: [{ type: 'text_to_image', model: 'z-image', status: 'ok', credits: 0.8 }],
    });
    expect(code).toBe(0);
  });
});

describe('dry run', () => {
  it('tries every model without sending anything', async () => {
    const { code, out, err } = await cli('--all --dry-run --json');
    const { rows, mode } = JSON.parse(out) as SanityReport;
    expect([code, mode]).toEqual([0, 'dry-run']);
    expect(err).toContain('nothing is sent');
    expect(rows.filter((row) => row.status === 'ok').length).toBeGreaterThan(150);
    expect(rows.filter((row) => row.status === 'failed')).toEqual([]);
  });
});

describe('live', () => {
  it('needs a key', async () => {
    const { code, err } = await cli('--model z-image --live --yes');
    expect([code, err]).toEqual([2, expect.stringContaining('KIE_API_KEY') as string]);
  });

  it('spends nothing without --yes, and says what it would spend', async () => {
    const before = kie().tasks().length;
    const { code, err } = await cli('--model z-image --live', { env: live() });
    expect(err).toContain('LIVE: 1 model at KIE for at most 0.8 credits (0.00 USD).');
    expect(err).toContain('Add --yes');
    expect([code, kie().tasks().length]).toEqual([2, before]);
  });

  it('spends nothing beyond --max-credits', async () => {
    const before = kie().tasks().length;
    const { code, err } = await cli('--type text_to_video --live --yes --max-credits 1', { env: live() });
    expect([code, kie().tasks().length]).toEqual([2, before]);
    expect(err).toContain('more than --max-credits 1. Nothing was sent.');
  });

  it('asks a person, and not about a plan that is refused anyway', async () => {
    const asked: string[] = [];
    const confirm = (question: string): Promise<boolean> => {
      asked.push(question);
      return Promise.resolve(asked.length > 1);
    };
    const call = (args: string) => cli(args, { env: live(), confirm });
    const before = kie().tasks().length;
    expect((await call('--model z-image --live --max-credits 0.1')).code).toBe(2);
    expect((await call('--model google/gemini-3-1-flash-tts --live --max-credits 1000')).err).toContain(
      'no price is known',
    );
    expect([asked, kie().tasks().length]).toEqual([[], before]);
    expect((await call('--model z-image --live')).err).toContain('Nothing was sent.');
    expect((await call('--model z-image --live')).code).toBe(0);
    expect(asked).toEqual(['Spend that? [y/N] ', 'Spend that? [y/N] ']);
  });

  it('never spends because of a key alone', async () => {
    const before = kie().tasks().length;
    const { code } = await cli('--model z-image', { env: live() });
    expect([code, kie().tasks().length]).toEqual([0, before]);
  });

  it('runs with both', async () => {
    const { code, out } = await cli('--model z-image --live --yes --json', { env: live() });
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ mode: 'live', ok: true })]);
    expect(kie().tasks().at(-1)).toMatchObject({ model: 'z-image', input: { prompt: 'test' } });
  });

  it('fails when a task fails, with its reason', async () => {
    kie().faults.add({ on: 'result', action: { type: 'fail', failCode: '500', failMsg: 'Internal Error' } });
    const { code, out } = await cli('--model z-image --live --yes', { env: live() });
    expect([code, out]).toEqual([1, expect.stringMatching(/z-image +│ failed/) as string]);
    expect(out.replaceAll(/[│\s]+/g, ' ')).toContain('Internal Error');
  });

  it('fails when the result is gone', async () => {
    kie().faults.add({ on: 'result', action: 'expired-link' });
    const { code, out } = await cli('--model z-image --live --yes', { env: live() });
    expect([code, out]).toEqual([1, expect.stringMatching(/z-image +│ failed .* the result:/) as string]);
  });

  it('stops at Ctrl-C and prints the tasks that go on', async () => {
    kie().faults.add({ on: 'result', action: 'stuck' });
    const stop = new AbortController();
    const before = kie().tasks().length;
    const ended = cli('--model z-image,google/nano-banana --live --yes', {
      env: live(),
      signal: stop.signal,
    });
    await expect.poll(() => kie().tasks().length).toBe(before + 2);
    stop.abort();
    const { code, out, err } = await ended;
    const [first, second] = kie().tasks().slice(before);
    expect(code).toBe(130);
    expect(out).toContain('2 interrupted');
    for (const task of [first, second])
      expect(err).toContain(`Goes on at KIE: task ${task?.taskId} (${task?.model})`);
  });
});

describe('the call', () => {
  it('has help', async () => {
    const { code, out } = await cli('--help');
    expect(code).toBe(0);
    expect(out).toContain('Exit codes: 0 all that was tried works');
  });

  it.each([
    ['--modl z-image', 'Did you mean --model?'],
    ['--model z-imag', 'Did you mean z-image'],
    ['--type text2image', 'There is no type "text2image"'],
    ['--concurrency 0', 'from 1 to 50'],
    ['--concurrency two', 'from 1 to 50'],
    ['--timeout 1e9', 'from 1 to 86400'],
    ['z-image', 'Did you mean show z-image or --model z-image?'],
    ['modles', 'Did you mean models?'],
    ['show z-imge', 'Did you mean z-image'],
    ['models --typ upscale', 'Did you mean --type?'],
    ['status', "missing required argument 'task-id'"],
  ])('refuses %s', async (args, words) => {
    const { code, err } = await cli(args);
    expect([code, err]).toEqual([2, expect.stringContaining(words) as string]);
  });
});
