import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as a test server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  json(): Record<string, unknown>;
}

/** Answers a request; `count` is 1 for the first one. */
export type Answer = (response: ServerResponse, seen: Seen, count: number) => void | Promise<void>;

export interface TestServer {
  readonly url: string;
  readonly seen: Seen[];
  /** Resolves once `count` requests have been read completely. */
  received(count: number): Promise<void>;
}

/** A real HTTP server for one test. */
export async function startServer(answer: Answer): Promise<TestServer> {
  const seen: Seen[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const body = Buffer.concat(chunks);
      const entry: Seen = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body,
        json: () => JSON.parse(body.toString('utf8')) as Record<string, unknown>,
      };
      seen.push(entry);
      void answer(response, entry, seen.length);
      for (const look of waiting) look();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    received: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (seen.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** A raw TCP server, for answers that no HTTP server would give. `onRequest` runs once the request head is there. */
export async function startSocketServer(
  onRequest: (socket: Socket, count: number) => void,
): Promise<{ url: string; count: () => number }> {
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      if (!/^(?:GET|POST) /.test(data.toString('latin1'))) return;
      count += 1;
      onRequest(socket, count);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, count: () => count };
}

/** An address where nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

/** Sends an envelope, by default with HTTP 200 as KIE does. */
export function envelope(
  response: ServerResponse,
  code: number | string,
  msg: string,
  data?: unknown,
  http: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): void {
  response.writeHead(http.status ?? 200, {
    'content-type': 'application/json;charset=UTF-8',
    ...http.headers,
  });
  response.end(JSON.stringify({ code, msg, ...(data !== undefined && { data }) }));
}

/** A `data` object of recordInfo in a state. */
export function record(state: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { taskId: 'a1', model: 'z-image', state, resultJson: '', failCode: null, failMsg: null, ...more };
}
