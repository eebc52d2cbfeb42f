import { onTestFinished } from 'vitest';
import { startKieEmulator } from '../src/index.ts';
import type { Clock, KieEmulator, KieEmulatorOptions } from '../src/index.ts';

export interface Envelope {
  readonly code: number;
  readonly msg: string;
  readonly data?: unknown;
}

/** A started emulator with the few calls that tests make; stopped when the test ends. */
export async function start(options: KieEmulatorOptions = {}) {
  const emulator = await startKieEmulator({
    speed: Infinity,
    createLimit: false,
    credits: 100_000,
    ...options,
  });
  onTestFinished(() => emulator.stop());
  return { emulator, ...callsOf(emulator) };
}

export function callsOf(emulator: KieEmulator, key = 'test-key') {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const post = async (path: string, body: unknown): Promise<Envelope> => {
    const response = await fetch(emulator.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await response.json()) as Envelope;
  };
  const get = async (path: string): Promise<Envelope> => {
    const response = await fetch(emulator.url + path, { headers });
    return (await response.json()) as Envelope;
  };
  const create = (model: string, input: unknown, more: object = {}): Promise<Envelope> =>
    post('/api/v1/jobs/createTask', { model, input, ...more });
  const created = async (model: string, input: unknown, more: object = {}): Promise<string> => {
    const answer = await create(model, input, more);
    if (answer.code !== 200) throw new Error(`${model}: ${answer.code} ${answer.msg}`);
    return (answer.data as { taskId: string }).taskId;
  };
  const record = async (taskId: string): Promise<Record<string, unknown>> => {
    const answer = await get(`/api/v1/jobs/recordInfo?taskId=${taskId}`);
    if (answer.code !== 200) throw new Error(`recordInfo: ${answer.code} ${answer.msg}`);
    return answer.data as Record<string, unknown>;
  };
  const download = async (url: string): Promise<Buffer> => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    return Buffer.from(await response.arrayBuffer());
  };
  /** Creates, asks once, and gives the address of the first result. */
  const resultUrl = async (model: string, input: unknown): Promise<string> => {
    const { response, failMsg } = await record(await created(model, input));
    const url = (response as { resultUrls?: string[] } | null)?.resultUrls?.[0];
    if (url === undefined) throw new Error(`${model} gave no file: ${String(failMsg)}`);
    return url;
  };
  return { headers, post, get, create, created, record, download, resultUrl };
}

/** A clock that stands still: time passes only by `advance` of the emulator. */
export const stillClock = (at = 1_790_000_000_000): Clock => ({
  now: () => at,
  sleep: (_ms, signal) =>
    new Promise((resolve) => {
      signal?.addEventListener('abort', () => resolve(), { once: true });
    }),
});

export const zImage = { prompt: 'a red fox', aspect_ratio: '16:9' };
