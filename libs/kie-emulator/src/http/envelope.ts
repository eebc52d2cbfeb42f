import type { Json } from '../json.ts';
import type { Ctx } from './context.ts';

/** As recorded: a Java server's type and its cookie; nothing about limits. */
const headers = {
  'content-type': 'application/json;charset=UTF-8',
  'set-cookie': 'JSESSIONID=SIMULATED0SIMULATED0SIMULATED0; Path=/; HttpOnly',
};

/** KIE's envelope. HTTP status is 200 for application errors too: `code` in the body decides. */
export function envelope(c: Ctx, code: number, msg: string, data?: Json, httpStatus = 200): Response {
  c.get('note').code = code;
  const body = data === undefined ? { code, msg } : { code, msg, data };
  return new Response(JSON.stringify(body), { status: httpStatus, headers });
}

/** The upload host puts `success` in front and has no `data` in errors. */
export function uploadEnvelope(c: Ctx, code: number, msg: string, data?: Json): Response {
  c.get('note').code = code;
  const body = data === undefined ? { success: code === 200, code, msg } : { success: true, code, msg, data };
  return new Response(JSON.stringify(body), { status: 200, headers });
}

export async function jsonBody(c: Ctx): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}
