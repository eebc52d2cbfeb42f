import { createKieClient } from '@kie/client';
import { registry } from '@kie/registry';
import { createValidator } from '@kie/validator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGenerationHandler, createHandleKieGeneration, type HandlerUpdate } from '../src/index.ts';
import { record, startSmallKie, success, type SmallKie } from './small-kie.ts';

const apiKey = 'secret-key-for-the-test';
let kie: SmallKie;

beforeEach(async () => {
  kie = await startSmallKie();
});
afterEach(() => kie.stop());

function makeHandler() {
  const client = createKieClient({
    apiKey,
    baseUrl: kie.url,
    uploadBaseUrl: kie.url,
    retry: { attempts: 0 },
  });
  return createGenerationHandler({ client, validator: createValidator(registry), registry });
}
const fox = { modelId: 'z-image', input: { prompt: 'a red fox', aspect_ratio: '1:1' }, pollMs: 5 } as const;
const png = (text: string) => new Blob([text], { type: 'image/png' });

describe('handle', () => {
  it('goes from an id and an input to result URLs, and tells what happens', async () => {
    kie.records = [record('waiting'), record('generating'), success('https://files.example/a.png')];
    const updates: HandlerUpdate[] = [];
    const result = await makeHandler().handle({
      ...fox,
      callbackUrl: 'https://me.example/hook',
      onUpdate: (update) => updates.push(update),
    });
    const ref = { taskId: 'task-1', api: 'jobs', model: 'z-image' };
    expect(result).toEqual({
      success: true,
      ref,
      files: [{ url: 'https://files.example/a.png', kind: 'image', role: 'result' }],
      resultUrls: ['https://files.example/a.png'],
      creditsConsumed: 0.8,
    });
    expect(kie.created).toEqual([
      { model: 'z-image', input: fox.input, callBackUrl: 'https://me.example/hook' },
    ]);
    expect(updates).toEqual([
      { phase: 'submitted', ref },
      { phase: 'running', ref, rawState: 'waiting' },
      { phase: 'running', ref, rawState: 'generating' },
    ]);
  });

  it('sends nothing for a bad input, and names every problem', async () => {
    const result = await makeHandler().handle({ ...fox, input: { prompt: 5, ratio: '1:1' } });
    expect(result).toMatchObject({
      success: false,
      error: { code: 'invalid_input', category: 'validation', retryable: false, outcome: 'not_sent' },
    });
    const issues = result.success ? [] : (result.error.issues ?? []);
    expect(issues.map((issue) => issue.path)).toEqual(['prompt', 'ratio']);
    expect(kie.created).toEqual([]);
  });

  it('explains a wrong id', async () => {
    const result = await makeHandler().handle({ ...fox, modelId: 'sora-2-text-to-video' });
    expect(result).toMatchObject({
      success: false,
      error: { code: 'retired_model', category: 'validation' },
    });
  });

  it('hands on why a task failed, with its ref', async () => {
    const failMsg = 'Content was flagged by the safety system. Try different prompts or inputs.';
    kie.records = [record('fail', { failCode: '400', failMsg, creditsConsumed: 0 })];
    expect(await makeHandler().handle(fox)).toMatchObject({
      success: false,
      ref: { taskId: 'task-1' },
      error: { code: 'task_failed', category: 'moderation', retryable: false, outcome: 'accepted' },
    });
  });

  it('does not call nothing a success', async () => {
    kie.records = [record('success', { resultJson: '' })];
    expect(await makeHandler().handle(fox)).toMatchObject({
      success: false,
      ref: { taskId: 'task-1' },
      error: { code: 'empty_result', outcome: 'accepted', retryable: false },
    });
  });

  it('stops waiting at its time-out and keeps the ref', async () => {
    kie.records = [record('waiting')];
    expect(await makeHandler().handle({ ...fox, timeoutMs: 60 })).toMatchObject({
      success: false,
      ref: { taskId: 'task-1' },
      error: { code: 'wait_timeout', category: 'timeout', outcome: 'accepted' },
    });
  });

  it.each(['submitted', 'running'] as const)(
    'stops at an abort while %s and keeps the ref',
    async (phase) => {
      kie.records = [record('waiting')];
      const controller = new AbortController();
      const result = await makeHandler().handle({
        ...fox,
        signal: controller.signal,
        onUpdate: (update) => {
          if (update.phase === phase) controller.abort();
        },
      });
      expect(result).toMatchObject({
        success: false,
        ref: { taskId: 'task-1' },
        error: { code: 'aborted', category: 'aborted', outcome: 'accepted' },
      });
    },
  );

  it('sends nothing when aborted before', async () => {
    const result = await makeHandler().handle({ ...fox, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ success: false, error: { category: 'aborted', outcome: 'not_sent' } });
    expect(kie.created).toEqual([]);
  });

  it('survives an onUpdate that throws, with the ref of the paid task and without its message', async () => {
    const result = await makeHandler().handle({
      ...fox,
      onUpdate: () => {
        throw new TypeError(`cannot store ${apiKey}`);
      },
    });
    expect(result).toMatchObject({
      success: false,
      ref: { taskId: 'task-1' },
      error: { code: 'unexpected' },
    });
    expect(JSON.stringify(result)).not.toContain(apiKey);
  });
});

describe('files', () => {
  const edit = (image_urls: unknown[]) => ({
    modelId: 'seedream/4.5-edit',
    input: { prompt: 'make it night', image_urls, aspect_ratio: '1:1', quality: 'basic' },
  });

  it('uploads what is at media fields, in order, each object once', async () => {
    const [first, second] = [png('first'), png('second')];
    const bytes = new TextEncoder().encode('third');
    const url = 'https://elsewhere.example/4.png';
    const result = await makeHandler().prepare(edit([first, second, first, bytes, url]));
    expect(kie.uploads.toSorted()).toEqual(['first', 'second', 'third']);
    const at = (text: string) => `https://files.example/${kie.uploads.indexOf(text) + 1}`;
    expect(result).toMatchObject({
      ok: true,
      prepared: { payload: { image_urls: [at('first'), at('second'), at('first'), at('third'), url] } },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('uploads a few at a time', async () => {
    kie.uploadDelayMs = 30;
    await makeHandler().prepare(edit(Array.from({ length: 8 }, (_, index) => png(`file ${index}`))));
    expect([kie.uploads.length, kie.uploadPeak]).toEqual([8, 3]);
  });

  it('finds them in lists of objects', async () => {
    const result = await makeHandler().prepare({
      modelId: 'pixverse-v6/reference-to-video',
      input: {
        prompt: 'a dance',
        image_references: [
          { image_url: png('dancer') },
          { image_url: 'https://elsewhere.example/stage.png' },
        ],
        quality: '720p',
        duration: 5,
        aspect_ratio: '16:9',
      },
    });
    expect(result).toMatchObject({
      ok: true,
      prepared: {
        payload: {
          image_references: [
            { image_url: 'https://files.example/1' },
            { image_url: 'https://elsewhere.example/stage.png' },
          ],
        },
      },
    });
  });

  it('does not upload a file that stands anywhere else', async () => {
    const input = { ...fox.input, prompt: png('a prompt?') };
    expect(await makeHandler().prepare({ ...fox, input })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    expect(kie.uploads).toEqual([]);
  });

  it('refuses a file that is too big before it leaves', async () => {
    const big = new Blob([new Uint8Array(25 * 1024 * 1024)], { type: 'image/png' });
    const result = await makeHandler().prepare(edit([big]));
    expect(result).toMatchObject({
      ok: false,
      error: { issues: [{ path: 'image_urls[0]', code: 'file_too_big' }] },
    });
    expect(kie.uploads).toEqual([]);
  });

  it('gives the first failure of an upload, and nothing was bought', async () => {
    kie.uploadAnswer = { success: false, code: 401, msg: 'Authentication failed: Invalid API Key' };
    const result = await makeHandler().handle(edit([png('a'), png('b'), png('c')]));
    expect(result).toMatchObject({ success: false, error: { category: 'auth', outcome: 'not_sent' } });
    expect(kie.created).toEqual([]);
  });

  it('stops uploading at an abort', async () => {
    kie.uploadDelayMs = 10_000;
    const controller = new AbortController();
    const result = await makeHandler().handle({
      ...edit([png('a')]),
      signal: controller.signal,
      onUpdate: () => setTimeout(() => controller.abort(), 20),
    });
    expect(result).toMatchObject({ success: false, error: { category: 'aborted', outcome: 'not_sent' } });
  });
});

describe('submit', () => {
  const prepared = { modelId: 'z-image', payload: fox.input };

  it.each([
    ['refused', { code: 402, msg: 'Credits insufficient' }, { category: 'credits', kieCode: 402 }],
    ['unknown', 'cut', { code: 'connection_lost', retryable: false }],
    ['unknown', { code: 200, msg: 'success', data: {} }, { code: 'no_task_id' }],
  ] as const)('tells %s', async (outcome, createAnswer, error) => {
    kie.createAnswer = createAnswer;
    const result = await makeHandler().submit(prepared);
    expect(result).toMatchObject({ status: 'not_submitted', outcome, error });
    expect(kie.created.length).toBe(1);
  });

  it('tells not_sent when nobody listens', async () => {
    const handler = makeHandler();
    await kie.stop();
    expect(await handler.submit(prepared)).toMatchObject({ status: 'not_submitted', outcome: 'not_sent' });
    kie = await startSmallKie();
  });

  it('tells unknown after an abort with the request on its way', async () => {
    kie.createAnswer = 'hang';
    const controller = new AbortController();
    const waiting = makeHandler().submit(prepared, { signal: controller.signal });
    await expect.poll(() => kie.created.length).toBe(1);
    controller.abort();
    expect(await waiting).toMatchObject({
      status: 'not_submitted',
      outcome: 'unknown',
      error: { category: 'aborted' },
    });
  });
});

describe('check', () => {
  const ref = { taskId: 'task-1', api: 'jobs', model: 'z-image' } as const;

  it.each([
    [record('queuing'), { status: 'running', rawState: 'queuing' }],
    [success('https://files.example/a.png'), { status: 'succeeded', creditsConsumed: 0.8 }],
    [
      record('fail', { failCode: '500', failMsg: 'Internal Error' }),
      { status: 'failed', failure: { code: '500' } },
    ],
    [record('success'), { status: 'failed', failure: { code: 'empty_result' } }],
    [
      { code: 422, msg: 'recordInfo is null', data: null },
      { status: 'unavailable', error: { category: 'not_found' } },
    ],
  ])('reads %o', async (answer, expected) => {
    kie.records = [answer];
    expect(await makeHandler().check(ref)).toMatchObject(expected);
  });

  it('takes steps in different processes: all of it is JSON', async () => {
    const ready = await makeHandler().prepare(fox);
    if (!ready.ok) throw new Error(ready.error.message);
    const sent = await makeHandler().submit(
      JSON.parse(JSON.stringify(ready.prepared)) as typeof ready.prepared,
    );
    if (sent.status !== 'submitted') throw new Error(sent.error.message);
    const checked = await makeHandler().check(JSON.parse(JSON.stringify(sent.ref)) as typeof sent.ref);
    expect(checked.status).toBe('succeeded');
    expect(JSON.parse(JSON.stringify(checked))).toEqual(checked);
  });
});

describe('createHandleKieGeneration', () => {
  it('gives [success, resultUrls, error, taskId]', async () => {
    const handleKieGeneration = createHandleKieGeneration(makeHandler());
    expect(await handleKieGeneration(fox.modelId, fox.input)).toEqual([
      true,
      ['https://files.example/result.png'],
      undefined,
      'task-1',
    ]);
    const [worked, urls, error, taskId] = await handleKieGeneration(fox.modelId, {});
    expect([worked, urls, taskId]).toEqual([false, [], undefined]);
    expect(error).toContain('prompt: is required.');
  });
});
