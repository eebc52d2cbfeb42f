import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { systemClock } from '../clock.ts';
import type { FaultAction } from '../faults.ts';
import { texts } from '../texts.ts';
import type { Ctx } from './context.ts';
import { envelope } from './envelope.ts';

const page =
  '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>';

/**
 * Answers a call as the fault says; `work` is the true answer, for faults that let the call take effect.
 * Fates of tasks are none of this function's business: they answer like no fault at all.
 */
export async function strike(
  c: Ctx,
  action: FaultAction | undefined,
  work: () => Promise<Response> | Response,
): Promise<Response> {
  if (action !== undefined) c.get('note').fault = action.type;
  switch (action?.type) {
    case 'reset':
      return cut(c);
    case 'lost-reply':
      await work();
      return cut(c);
    case 'hang':
      return hang(c);
    case 'slow':
      await systemClock.sleep(action.ms);
      return work();
    case 'http':
      return new Response(action.body ?? '', { status: action.status });
    case 'html':
      return new Response(page, { status: action.status ?? 502, headers: { 'content-type': 'text/html' } });
    case 'error':
      return envelope(c, action.code, action.msg, null);
    case 'insufficient-credits':
      return envelope(c, 402, texts.insufficientCredits, null);
    case 'maintenance':
      return envelope(c, 500, texts.maintenance, null);
    case 'rate-limit':
      return envelope(c, 429, texts.tooFrequent, null, action.httpStatus ?? 200);
    case 'expired-link':
      return new Response('Not Found', { status: 404 });
    default:
      return work();
  }
}

function cut(c: Ctx): Response {
  c.get('note').cut = true;
  c.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

async function hang(c: Ctx): Promise<Response> {
  c.get('note').cut = true;
  const { socket } = c.env.incoming;
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve));
  return RESPONSE_ALREADY_SENT;
}
