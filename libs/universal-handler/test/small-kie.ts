import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What KIE would answer; `hang` never answers, `cut` closes the connection after the request has arrived. */
type Answer = object | 'hang' | 'cut';

/** A server that speaks as much of KIE's HTTP as a handler uses. Fields may be set at any time. */
export interface SmallKie {
  readonly url: string;
  readonly created: {
    readonly model: string;
    readonly input: Record<string, unknown>;
    readonly callBackUrl?: string;
  }[];
  /** Bytes of each uploaded file, in order of arrival. */
  readonly uploads: string[];
  /** The most uploads that were open at the same time. */
  readonly uploadPeak: number;
  createAnswer: Answer | undefined;
  uploadAnswer: Answer | undefined;
  uploadDelayMs: number;
  /** Answers of `recordInfo`, the last one repeated. */
  records: Answer[];
  stop(): Promise<void>;
}

const ok = (data: unknown) => ({ code: 200, msg: 'success', data });

/** A record as KIE tells it. */
export function record(state: string, rest: object = {}): object {
  return ok({
    taskId: 'task-1',
    model: 'z-image',
    state,
    param: '{}',
    resultJson: '',
    failCode: null,
    ...rest,
  });
}

/** A successful record with these result URLs. */
export function success(...resultUrls: string[]): object {
  return record('success', { resultJson: JSON.stringify({ resultUrls }), creditsConsumed: 0.8 });
}

async function bodyOf(request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Response(Buffer.concat(chunks), {
    headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
  });
}

function answer(response: ServerResponse, value: Answer): void {
  if (value === 'cut') response.socket?.destroy();
  else if (value !== 'hang')
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
}

/** Starts the server on a free port of loopback. */
export async function startSmallKie(): Promise<SmallKie> {
  let open = 0;
  let peak = 0;
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    if (path === '/api/v1/jobs/createTask') {
      kie.created.push((await (await bodyOf(request)).json()) as (typeof kie.created)[number]);
      answer(response, kie.createAnswer ?? ok({ taskId: 'task-1', recordId: 'task-1' }));
    } else if (path === '/api/v1/jobs/recordInfo') {
      answer(response, (kie.records.length > 1 ? kie.records.shift() : kie.records[0]) ?? 'hang');
    } else if (path === '/api/file-stream-upload') {
      peak = Math.max(peak, ++open);
      const form = await (await bodyOf(request)).formData();
      await new Promise((resolve) => setTimeout(resolve, kie.uploadDelayMs));
      open--;
      const file = form.get('file') as File;
      kie.uploads.push(await file.text());
      const downloadUrl = `https://files.example/${kie.uploads.length}`;
      const data = { success: true, fileName: file.name, filePath: 'x', downloadUrl, fileSize: file.size };
      answer(response, kie.uploadAnswer ?? { success: true, ...ok(data) });
    } else answer(response, { code: 404, msg: 'Not found' });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const kie: SmallKie = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    created: [],
    uploads: [],
    get uploadPeak() {
      return peak;
    },
    createAnswer: undefined,
    uploadAnswer: undefined,
    uploadDelayMs: 0,
    records: [success('https://files.example/result.png')],
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return kie;
}
