import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Core } from '../core.ts';
import { commandsFor, viewChat } from './chat-view.ts';
import type { SimEvent } from './events.ts';

/** `GET /sim/events?user=`: what one person sees happen, plus every Bot API call, as server-sent events. */
export function streamEvents(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  userId: number,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': connected\n\n');
  const off = core.events.on((event) => {
    if ('userId' in event && event.userId !== userId) return;
    const data = payload(core, userId, event);
    if (data !== undefined) response.write(`event: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const beat = setInterval(() => response.write(': beat\n\n'), 20_000);
  beat.unref();
  request.once('close', () => {
    off();
    clearInterval(beat);
  });
}

function payload(core: Core, userId: number, event: SimEvent): unknown {
  const chat = core.state.chats.get(userId);
  if (event.type === 'call') {
    const call = core.journal.get(event.callId);
    const idle = call?.method.toLowerCase() === 'getupdates' && call.ok;
    return idle ? undefined : call;
  }
  if (event.type === 'reset') return {};
  if (chat === undefined) return undefined;
  if (event.type === 'commands') {
    const { name, description } = viewChat(core, chat);
    return { commands: commandsFor(core, chat), name, description };
  }
  if (event.type === 'chat') return { blocked: chat.blocked };
  if (event.type === 'message' || event.type === 'edit') {
    const message = chat.messages.get(event.messageId);
    if (message === undefined) return undefined;
    return { message, reactions: chat.reactions[event.messageId], keyboard: chat.keyboard ?? null };
  }
  return event;
}
