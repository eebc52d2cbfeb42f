import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

import { callMethod, errorAnswer } from '../api/call.ts';
import type { Core } from '../core.ts';
import { ApiError } from '../errors.ts';
import type { SimRoutes } from '../sim/routes.ts';
import { isWellFormedToken } from '../token.ts';
import { isLoopbackHost } from '../updates/webhook.ts';
import { readParams } from './body.ts';
import { PAGE_HEADERS, readPageFile } from './page-files.ts';
import { sendBytes, sendJson } from './respond.ts';

/** The HTTP side: Bot API, file downloads, control API, chat page. */
export function createEmulatorServer(core: Core, sim: SimRoutes): Server {
  const server = createServer((request, response) => {
    void route(core, sim, request, response).catch((error: unknown) => {
      core.log(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { ok: false, error_code: 500, description: 'Internal Server Error' });
    });
  });
  // Longer than any client keeps its sockets: a reset would cost a polling bot several seconds.
  server.keepAliveTimeout = 120_000;
  server.requestTimeout = 0;
  return server;
}

async function route(
  core: Core,
  sim: SimRoutes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decodePath(url.pathname);
  if (path.startsWith('/bot')) return botApi(core, request, response, path, url.searchParams);
  if (path.startsWith('/file/bot')) return download(core, request, response, path);
  if (!isOwnPage(request)) {
    return sendJson(response, 403, { error: 'Only pages of this emulator on this machine may use it.' });
  }
  if (path.startsWith('/sim/')) return sim(request, response, path, url.searchParams);
  if (path === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const file = await readPageFile(path);
  if (file === undefined) {
    sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    return;
  }
  sendBytes(request, response, file.bytes, { ...PAGE_HEADERS, 'content-type': file.type });
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Keeps foreign web pages out, also those that point a name of theirs at this machine. */
function isOwnPage(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  if (!isLoopbackHost(host.replace(/:\d+$/, ''))) return false;
  const { origin } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}

/** undefined = right token; both 401 texts are Telegram's (ClientManager.cpp). */
function checkToken(core: Core, token: string): ApiError | undefined {
  if (!isWellFormedToken(token)) return new ApiError(401, 'Unauthorized: invalid token specified');
  return token === core.token ? undefined : new ApiError(401, 'Unauthorized');
}

async function botApi(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const match = /^\/bot([^/]*)\/(.*)$/.exec(path);
  const denied = match === null ? new ApiError(404, 'Not Found') : checkToken(core, match[1] ?? '');
  const hangUp = new AbortController();
  response.once('close', () => hangUp.abort());
  let answer;
  try {
    const params = await readParams(request, query);
    answer =
      denied === undefined
        ? await callMethod(core, match?.[2] ?? '', params, hangUp.signal)
        : errorAnswer(denied);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    answer = errorAnswer(error);
  }
  if (answer === undefined) {
    response.destroy();
    return;
  }
  const headers: Record<string, string> = {};
  if (answer.retryAfter !== undefined) headers['retry-after'] = String(answer.retryAfter);
  sendJson(response, answer.status, answer.body, headers);
}

function download(core: Core, request: IncomingMessage, response: ServerResponse, path: string): void {
  const match = /^\/file\/bot([^/]*)\/(.+)$/.exec(path);
  const denied = match === null ? undefined : checkToken(core, match[1] ?? '');
  const record = [...core.state.files.values()].find((file) => file.path === match?.[2]);
  // A link works for an hour after getFile (Bot API: getFile).
  const fresh = record?.linkUntil !== undefined && record.linkUntil > core.clock.now();
  const bytes = fresh ? core.blobs.get(record.storage) : undefined;
  if (denied !== undefined || bytes === undefined) {
    const { status, body } = errorAnswer(denied ?? new ApiError(404, 'Not Found'));
    sendJson(response, status, body);
    return;
  }
  sendBytes(request, response, bytes, { 'content-type': 'application/octet-stream' });
}
