import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it arrived; files of a form are under their field name. */
export interface Call {
  readonly method: string;
  readonly params: Record<string, unknown>;
  readonly files: Record<string, { readonly name: string; readonly type: string; readonly size: number }>;
}

/** How the server takes a call instead of carrying it out and saying so. */
export type Verdict =
  | { readonly error: readonly [code: number, description: string, parameters?: Record<string, unknown>] }
  | { readonly raw: readonly [status: number, text: string] }
  /** Carried out, but the connection breaks before the answer. */
  | { readonly lost: true }
  /** Carried out when this resolves. */
  | { readonly wait: Promise<unknown> }
  | { readonly result: unknown };

export interface FakeBotApi {
  readonly apiRoot: string;
  readonly token: string;
  readonly calls: Call[];
  /** Messages that are really in a chat, in order. */
  readonly messages: { id: number; chatId: number; call: Call }[];
  /** Updates that getUpdates gives until they are confirmed. */
  readonly updates: { update_id: number }[];
  callsOf(method: string): Call[];
  /** The next calls of a method are taken like this, one verdict each. */
  next(method: string, ...verdicts: Verdict[]): void;
  /** Forgets calls, messages, updates and verdicts. */
  reset(): void;
  stop(): Promise<void>;
}

/** A small real HTTP server with the few answers of the Bot API that this library depends on. */
export async function startFakeBotApi(): Promise<FakeBotApi> {
  const token = `7654321:${'AAcanary-token'.repeat(3)}`;
  const calls: Call[] = [];
  const messages: FakeBotApi['messages'] = [];
  const updates: { update_id: number }[] = [];
  const verdicts = new Map<string, Verdict[]>();
  let ids = 1000;

  const message = (call: Call, extra: object): object => {
    ids += 1;
    const chatId = Number(call.params['chat_id']);
    messages.push({ id: ids, chatId, call });
    return { message_id: ids, date: 1, chat: { id: chatId, type: 'private' }, ...extra };
  };

  const file = (call: Call, field: string): { file_id: string } => {
    const given = call.params[field];
    return {
      file_id: typeof given === 'string' && !given.startsWith('attach:') ? given : `file-${field}-${ids}`,
    };
  };

  const carryOut = async (call: Call): Promise<unknown> => {
    const { method, params } = call;
    switch (method) {
      case 'getMe':
        return { id: 7654321, is_bot: true, first_name: 'Bot', username: 'kie_bot' };
      case 'getWebhookInfo':
        return { url: '' };
      case 'getUpdates': {
        const offset = Number(params['offset'] ?? 0);
        while (updates[0] !== undefined && updates[0].update_id < offset) updates.shift();
        if (updates.length === 0 && Number(params['timeout']) > 0)
          await new Promise((go) => setTimeout(go, 20));
        return updates.slice(0, 100);
      }
      case 'sendMessage':
        return message(call, { text: params['text'] });
      case 'sendPhoto':
        return message(call, { photo: [{ file_id: 'small' }, file(call, 'photo')] });
      case 'sendVideo':
        return message(call, { video: file(call, 'video') });
      case 'sendAudio':
        return message(call, { audio: file(call, 'audio') });
      case 'sendDocument':
        return message(call, { document: file(call, 'document') });
      case 'sendMediaGroup':
        return (params['media'] as { type: string; media: string }[]).map((item) => {
          const id = { file_id: item.media.startsWith('attach:') ? `file-${item.media}` : item.media };
          return message(call, item.type === 'photo' ? { photo: [id] } : { document: id });
        });
      case 'editMessageText': {
        const target = messages.find((one) => one.id === params['message_id']);
        return { message_id: params['message_id'], chat: { id: target?.chatId }, text: params['text'] };
      }
      default:
        return true;
    }
  };

  const server = createServer((request, response) => {
    const handle = async (): Promise<void> => {
      const path = request.url ?? '';
      if (path.startsWith(`/file/bot${token}/`)) {
        response.end(Buffer.alloc(Number(/(\d+)\.bin$/.exec(path)?.[1] ?? 10), 1));
        return;
      }
      const call = await readCall(request, path.split('/').at(-1) ?? '');
      const answer = (status: number, body: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      if (!path.startsWith(`/bot${token}/`))
        return answer(401, { ok: false, error_code: 401, description: 'Unauthorized' });
      calls.push(call);
      const verdict = verdicts.get(call.method)?.shift();
      if (verdict !== undefined && 'error' in verdict) {
        const [code, description, parameters] = verdict.error;
        return answer(code, { ok: false, error_code: code, description, parameters });
      }
      if (verdict !== undefined && 'raw' in verdict) {
        response.writeHead(verdict.raw[0]).end(verdict.raw[1]);
        return;
      }
      if (verdict !== undefined && 'wait' in verdict) await verdict.wait;
      const result = verdict !== undefined && 'result' in verdict ? verdict.result : await carryOut(call);
      if (verdict !== undefined && 'lost' in verdict) response.destroy();
      else answer(200, { ok: true, result });
    };
    void handle();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    token,
    calls,
    messages,
    updates,
    callsOf: (method) => calls.filter((call) => call.method === method),
    next(method, ...more) {
      verdicts.set(method, [...(verdicts.get(method) ?? []), ...more]);
    },
    reset() {
      for (const list of [calls, messages, updates]) list.length = 0;
      verdicts.clear();
    },
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readCall(request: IncomingMessage, method: string): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) {
    return { method, params: JSON.parse(body.toString() || '{}') as Record<string, unknown>, files: {} };
  }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const params: Record<string, unknown> = {};
  const files: Record<string, { name: string; type: string; size: number }> = {};
  for (const [key, value] of form) {
    if (typeof value === 'string') params[key] = parse(value);
    else files[key] = { name: value.name, type: value.type, size: value.size };
  }
  return { method, params, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
