import type { IncomingMessage, ServerResponse } from 'node:http';

import { readAll } from '../http/body.ts';
import { sendBytes, sendJson } from '../http/respond.ts';
import type { Core } from '../core.ts';
import type { MediaKind, Message } from '../types.ts';
import type { World } from '../world.ts';
import { findChat } from '../world.ts';
import { viewChat } from './chat-view.ts';
import { tapButton } from './driver.ts';
import { streamEvents } from './event-stream.ts';
import { payInvoice } from './payments.ts';
import { react, setBlocked, tapInline } from './acting.ts';
import { groupRoutes } from './group-routes.ts';
import type { Seat } from './people.ts';
import { person } from './people.ts';
import { editText, sendFile, sendText } from './sending.ts';

/** Answers everything under `/sim/`. */
export type SimRoutes = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
) => Promise<void> | void;

const MAX_UPLOAD_BYTES = 200 << 20;

/** A mistake of the caller of the control API. */
class UsageError extends Error {}

export type Body = Record<string, unknown>;
export type Handler = (body: Body, query: URLSearchParams) => unknown;

export function createSimRoutes(world: World, reset: () => void): SimRoutes {
  const tables = new Map<Core, Map<string, Handler>>();
  const handlersOf = (core: Core): Map<string, Handler> => {
    const table = tables.get(core) ?? new Map([...createHandlers(core, reset), ...groupRoutes(core)]);
    tables.set(core, table);
    return table;
  };
  return async (request, response, path, query) => {
    try {
      const core = botNamed(world, query.get('bot'));
      if (path === '/sim/events') {
        const userId = Number(query.get('user'));
        const chatId = Number(query.get('chat') ?? userId);
        return streamEvents(core, request, response, { userId, chatId });
      }
      if (path.startsWith('/sim/file/')) {
        return sendFileById(core, request, response, path.slice('/sim/file/'.length));
      }
      const result =
        path === '/sim/upload' && request.method === 'POST'
          ? await upload(core, request, query)
          : await handlersOf(core).get(`${request.method} ${path}`)?.(await readBody(request), query);
      if (result === undefined) sendJson(response, 404, { error: `There is no ${request.method} ${path}.` });
      else sendJson(response, 200, result);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      sendJson(response, 400, { error: error.message });
    }
  };
}

/** `?bot=` is a username or id; the first bot when absent. */
function botNamed(world: World, name: string | null): Core {
  const found =
    name === null
      ? world.bots[0]
      : world.bots.find(({ bot }) => bot.username === name || String(bot.id) === name);
  if (found !== undefined) return found;
  const known = world.bots.map(({ bot }) => bot.username).join(', ');
  throw new UsageError(`There is no bot "${name}". Bots: ${known}.`);
}

async function readBody(request: IncomingMessage): Promise<Body> {
  if (request.method !== 'POST') return {};
  const text = (await readAll(request, 1 << 20)).toString('utf8');
  if (text === '') return {};
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new UsageError('The body must be a JSON object.');
  return value as Body;
}

/** Who acts: `user`, in the private chat or in the group `chat`. */
function seatFor(core: Core, { user, chat }: { user?: unknown; chat?: unknown }): Seat {
  const id = Number(user);
  if (!Number.isSafeInteger(id) || id <= 0) throw new UsageError('`user` must be a positive integer.');
  const own = person(core, { id });
  const chatId = chat === undefined || chat === null ? id : Number(chat);
  const place = findChat(core, chatId);
  if (place === undefined) throw new UsageError(`The bot knows no chat ${String(chat)}.`);
  return { chat: place, user: own.user };
}

const seatOfQuery = (core: Core, query: URLSearchParams): Seat =>
  seatFor(core, { user: query.get('user'), chat: query.get('chat') });

function messageIn({ chat }: Seat, value: unknown): Message {
  const message = chat.messages.get(Number(value));
  if (message === undefined) throw new UsageError(`There is no message ${String(value)} in this chat.`);
  return message;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function createHandlers(core: Core, reset: () => void): Map<string, Handler> {
  return new Map<string, Handler>([
    [
      'GET /sim/info',
      () => ({ bot: core.bot, pendingUpdates: core.queue.size(), webhook: core.state.webhook?.url }),
    ],
    ['GET /sim/users', () => [...core.world.people.values()]],
    [
      'POST /sim/users',
      (body) => {
        const { id, name, username, languageCode } = body;
        return person(core, {
          ...(id === undefined ? {} : { id: Number(id) }),
          ...(typeof name === 'string' ? { name } : {}),
          ...(typeof username === 'string' ? { username } : {}),
          ...(typeof languageCode === 'string' ? { languageCode } : {}),
        }).user;
      },
    ],
    ['GET /sim/chat', (_body, query) => viewChat(core, seatOfQuery(core, query))],
    [
      'POST /sim/message',
      (body) => {
        const options = {
          ...(body['replyTo'] === undefined ? {} : { replyTo: Number(body['replyTo']) }),
          ...(body['threadId'] === undefined ? {} : { threadId: Number(body['threadId']) }),
        };
        return sendText(core, seatFor(core, body), textOf(body['text']), options);
      },
    ],
    [
      'POST /sim/edit',
      (body) => editText(core, seatFor(core, body), Number(body['messageId']), textOf(body['text'])),
    ],
    ['POST /sim/tap', (body) => tap(core, body)],
    [
      'POST /sim/pay',
      (body) => {
        const seat = seatFor(core, body);
        return payInvoice(core, seat, messageIn(seat, body['messageId']));
      },
    ],
    [
      'POST /sim/react',
      (body) => {
        const emoji = body['emoji'] === undefined ? undefined : textOf(body['emoji']);
        react(core, seatFor(core, body), Number(body['messageId']), emoji);
        return { ok: true };
      },
    ],
    ['POST /sim/block', (body) => block(core, body, true)],
    ['POST /sim/unblock', (body) => block(core, body, false)],
    [
      'GET /sim/calls',
      (_body, query) => {
        const method = query.get('method');
        const limit = Number(query.get('limit') ?? 0);
        const calls = core.journal.list({
          ...(method === null ? {} : { method }),
          since: Number(query.get('since') ?? 0),
        });
        return limit > 0 ? calls.slice(-limit) : calls;
      },
    ],
    ['GET /sim/polls', () => ({ open: core.poller.open, maxOpen: core.poller.maxOpen })],
    ['GET /sim/faults', () => core.faults.list()],
    [
      'POST /sim/faults',
      (body) => {
        core.faults.add(body);
        return core.faults.list();
      },
    ],
    [
      'DELETE /sim/faults',
      () => {
        core.faults.clear();
        return [];
      },
    ],
    [
      'POST /sim/reset',
      () => {
        reset();
        return { ok: true };
      },
    ],
  ]);
}

/** By position (`row`, `column`), which is what a finger does, or by text or data. */
function tap(core: Core, body: Body): unknown {
  const seat = seatFor(core, body);
  const message = messageIn(seat, body['messageId']);
  if (body['button'] !== undefined) {
    return { callbackId: tapButton(core, seat, [message], textOf(body['button'])).callbackId };
  }
  const button = message.reply_markup?.inline_keyboard[Number(body['row'])]?.[Number(body['column'])];
  if (button?.callback_data === undefined)
    throw new UsageError('There is no button with callback_data there.');
  return { callbackId: tapInline(core, seat, message, button.callback_data) };
}

function block(core: Core, body: Body, blocked: boolean): unknown {
  setBlocked(core, seatFor(core, body), blocked);
  return { ok: true };
}

const UPLOAD_KINDS = new Set(['photo', 'video', 'audio', 'voice', 'document']);

async function upload(core: Core, request: IncomingMessage, query: URLSearchParams): Promise<Message> {
  const kind = query.get('as') ?? 'document';
  if (!UPLOAD_KINDS.has(kind)) throw new UsageError(`\`as\` must be one of ${[...UPLOAD_KINDS].join(', ')}.`);
  const bytes = await readAll(request, MAX_UPLOAD_BYTES);
  const group = query.get('group');
  return sendFile(core, seatOfQuery(core, query), kind as MediaKind, bytes, {
    fileName: query.get('name') ?? 'file',
    mime: request.headers['content-type'] ?? 'application/octet-stream',
    caption: query.get('caption') ?? '',
    ...(group === null ? {} : { mediaGroupId: group }),
  });
}

function sendFileById(core: Core, request: IncomingMessage, response: ServerResponse, id: string): void {
  const record = core.state.files.get(id);
  const bytes = record === undefined ? undefined : core.blobs.get(record.storage);
  if (record === undefined || bytes === undefined) {
    sendJson(response, 404, { error: 'There is no such file.' });
    return;
  }
  // Only what a player shows keeps its type; anything else is a download, so no file can act as a page.
  const shown = /^(?:image\/(?:png|jpeg|gif|webp)|video\/|audio\/)/.test(record.mime);
  sendBytes(request, response, bytes, {
    'content-type': shown ? record.mime : 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=86400',
    ...(shown ? {} : { 'content-disposition': 'attachment' }),
  });
}
