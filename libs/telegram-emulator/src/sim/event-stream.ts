import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Core } from '../core.ts';
import { findChat } from '../world.ts';
import { commandsFor, viewChat } from './chat-view.ts';
import type { SimEvent } from './events.ts';

/** Whose events: a person (`user`) in their private chat, or in the group `chat`. */
export interface Viewer {
  userId: number;
  chatId: number;
}

/** `GET /sim/events?user=`: what one person sees happen, plus every Bot API call, as server-sent events. */
export function streamEvents(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  viewer: Viewer,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': connected\n\n');
  const off = core.events.on((event) => {
    if ('chatId' in event && event.chatId !== viewer.chatId) return;
    if ('userId' in event && event.userId !== viewer.userId) return;
    const data = payload(core, viewer, event);
    if (data !== undefined) response.write(`event: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const beat = setInterval(() => response.write(': beat\n\n'), 20_000);
  beat.unref();
  request.once('close', () => {
    off();
    clearInterval(beat);
  });
}

function payload(core: Core, { userId, chatId }: Viewer, event: SimEvent): unknown {
  if (event.type === 'call') {
    const call = core.journal.get(event.callId);
    return call === undefined || (call.ok && call.method.toLowerCase() === 'getupdates') ? undefined : call;
  }
  if (event.type === 'reset') return {};
  if (event.type === 'faults') return core.faults.list();
  const chat = findChat(core, chatId);
  const user = core.world.people.get(userId);
  if (chat === undefined || user === undefined) return undefined;
  if (event.type === 'commands') {
    const { name, description } = viewChat(core, { chat, user });
    return { commands: commandsFor(core, { chat, user }), name, description };
  }
  if (event.type === 'chat') return { blocked: chat.kind === 'private' && chat.blocked };
  if (event.type === 'message' || event.type === 'edit') {
    const message = chat.messages.get(event.messageId);
    if (message === undefined) return undefined;
    return { message, reactions: chat.reactions[event.messageId], keyboard: chat.keyboard ?? null };
  }
  return event;
}
