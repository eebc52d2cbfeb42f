import { afterEach } from 'vitest';

import type { TelegramEmulator, TelegramEmulatorOptions } from '../src/index.ts';
import { startTelegramEmulator } from '../src/index.ts';

/** An answer of the Bot API as it came over the wire. */
export interface RawAnswer {
  status: number;
  ok: boolean;
  result: unknown;
  description: string | undefined;
  errorCode: number | undefined;
  parameters: Record<string, number> | undefined;
  headers: Headers;
}

const running: TelegramEmulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((telegram) => telegram.stop()));
});

/** What a call needs to know: the emulator itself, or its root with the token of another bot. */
export type BotAddress = Pick<TelegramEmulator, 'apiRoot' | 'token'>;

/** An emulator that ends with the test. It is silent unless the test listens. */
export async function start(options: TelegramEmulatorOptions = {}): Promise<TelegramEmulator> {
  const telegram = await startTelegramEmulator({ log: () => undefined, ...options });
  running.push(telegram);
  return telegram;
}

async function read(response: Response): Promise<RawAnswer> {
  const body = (await response.json()) as Record<string, unknown>;
  return {
    status: response.status,
    ok: body['ok'] === true,
    result: body['result'],
    description: body['description'] as string | undefined,
    errorCode: body['error_code'] as number | undefined,
    parameters: body['parameters'] as Record<string, number> | undefined,
    headers: response.headers,
  };
}

/** Calls a method with a JSON body. */
export async function call(
  telegram: BotAddress,
  method: string,
  params: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<RawAnswer> {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
    ...(signal === undefined ? {} : { signal }),
  });
  return read(response);
}

/** The result of a call that must succeed. */
export async function result<T>(
  telegram: BotAddress,
  method: string,
  params: Record<string, unknown> = {},
): Promise<T> {
  const answer = await call(telegram, method, params);
  if (!answer.ok) throw new Error(`${method}: ${answer.description}`);
  return answer.result as T;
}

/** Calls a method with a multipart body; Blobs become files. */
export async function callForm(
  telegram: BotAddress,
  method: string,
  fields: Record<string, string | Blob>,
): Promise<RawAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, value, `${name}.bin`);
  }
  return read(
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, { method: 'POST', body: form }),
  );
}

/** Any request, for envelopes and other encodings. */
export async function request(
  telegram: BotAddress,
  path: string,
  init: RequestInit = {},
): Promise<RawAnswer> {
  return read(await fetch(`${telegram.apiRoot}${path}`, init));
}

/** Polls a condition; for what happens a moment later without an event to wait for. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  throw new Error(`This did not happen: ${what}`);
}
