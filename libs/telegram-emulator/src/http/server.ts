import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

import { callMethod, errorAnswer } from '../api/call.ts';
import type { Core } from '../core.ts';
import { ApiError } from '../errors.ts';
import type { SimRoutes } from '../sim/routes.ts';
import { isWellFormedToken } from '../token.ts';
import { isLoopbackHost } from '../updates/webhook.ts';
import type { World } from '../world.ts';
import { readParams } from './body.ts';
import { PAGE_HEADERS, readPageFile } from './page-files.ts';
import { sendBytes, sendJson } from './respond.ts';

/** The HTTP side: Bot API, file downloads, control API, chat page. */
export function createEmulatorServer(world: World, sim: SimRoutes): Server {
  const server = createServer((request, response) => {
    void route(world, sim, request, response).catch((error: unknown) => {
      world.bots[0]?.log(
        `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
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
  world: World,
  sim: SimRoutes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decodePath(url.pathname);
  if (path.startsWith('/bot')) return botApi(world, request, response, path, url.searchParams);
  if (path.startsWith('/file/bot')) return download(world, request, response, path);
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

/** The bot of a token; both 401 texts are Telegram's (ClientManager.cpp). */
function findBot(world: World, token: string): Core | ApiError {
  if (!isWellFormedToken(token)) return new ApiError(401, 'Unauthorized: invalid token specified');
  return world.bots.find((bot) => bot.token === token) ?? new ApiError(401, 'Unauthorized');
}

async function botApi(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const match = /^\/bot([^/]*)\/(.*)$/.exec(path);
  const bot = match === null ? new ApiError(404, 'Not Found') : findBot(world, match[1] ?? '');
  const hangUp = new AbortController();
  response.once('close', () => hangUp.abort());
  let answer;
  try {
    const params = await readParams(request, query);
    answer =
      bot instanceof ApiError
        ? errorAnswer(bot)
        : await callMethod(bot, match?.[2] ?? '', params, hangUp.signal);
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

function download(world: World, request: IncomingMessage, response: ServerResponse, path: string): void {
  const match = /^\/file\/bot([^/]*)\/(.+)$/.exec(path);
  const bot = match === null ? new ApiError(404, 'Not Found') : findBot(world, match[1] ?? '');
  const bytes = bot instanceof ApiError ? undefined : readFresh(bot, match?.[2] ?? '');
  if (bytes === undefined) {
    const { status, body } = errorAnswer(bot instanceof ApiError ? bot : new ApiError(404, 'Not Found'));
    sendJson(response, status, body);
    return;
  }
  sendBytes(request, response, bytes, { 'content-type': 'application/octet-stream' });
}

/** A link works for an hour after getFile (Bot API: getFile). */
function readFresh(bot: Core, path: string): Uint8Array | undefined {
  const record = [...bot.state.files.values()].find((file) => file.path === path);
  const fresh = record?.linkUntil !== undefined && record.linkUntil > bot.clock.now();
  return fresh ? bot.blobs.get(record.storage) : undefined;
}
