import type { Core } from '../core.ts';
import { ApiError } from '../errors.ts';
import type { ApiCall } from '../sim/journal.ts';
import type { Fault } from '../sim/faults.ts';
import { faultDescription } from '../sim/faults.ts';
import type { MethodTable } from './method.ts';
import { Described } from './method.ts';
import { albumMethods } from './methods-album.ts';
import { botMethods } from './methods-bot.ts';
import { callbackMethods } from './methods-callback.ts';
import { chatMethods } from './methods-chat.ts';
import { editMethods } from './methods-edit.ts';
import { fileMethods } from './methods-files.ts';
import { messageMethods } from './methods-messages.ts';
import { paymentMethods } from './methods-payments.ts';
import { updateMethods } from './methods-updates.ts';
import type { Params } from './params.ts';

const METHODS: ReadonlyMap<string, MethodTable[string]> = new Map(
  Object.entries({
    ...updateMethods,
    ...botMethods,
    ...chatMethods,
    ...messageMethods,
    ...albumMethods,
    ...editMethods,
    ...callbackMethods,
    ...fileMethods,
    ...paymentMethods,
  }),
);

/** What goes back over HTTP; `undefined` = the connection is cut without an answer. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
  retryAfter?: number;
}

/** Runs one call of the Bot API: journal, planned faults, the method itself, the envelope. */
export async function callMethod(
  core: Core,
  name: string,
  params: Params,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const described = params.describe();
  const started = core.clock.now();
  const call = core.journal.start(name, described, started);
  const fault = core.faults.take(name, described);
  let answer: Answer | undefined;
  if (fault?.delayMs !== undefined) await core.clock.sleep(fault.delayMs, signal);
  const spoils = fault !== undefined && (fault.code !== undefined || fault.drop === true);
  if (!spoils || fault.afterEffect === true) answer = await run(core, name, params, signal);
  if (spoils) answer = fault.drop === true ? undefined : faultAnswer(fault);
  close(core, call, answer, started, fault !== undefined);
  return answer;
}

async function run(core: Core, name: string, params: Params, signal: AbortSignal): Promise<Answer> {
  const method = METHODS.get(name.toLowerCase());
  if (method === undefined) {
    core.log(
      `UNKNOWN METHOD ${name}: answered 404. If Telegram has it, this emulator does not model it yet.`,
    );
    return errorAnswer(new ApiError(404, 'Not Found: method not found'));
  }
  try {
    const result = await method(core, params, { signal });
    return result instanceof Described
      ? { status: 200, body: { ok: true, result: result.result, description: result.description } }
      : { status: 200, body: { ok: true, result } };
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    core.log(
      `internal error in ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return errorAnswer(new ApiError(500, 'Internal Server Error'));
  }
}

/** The error envelope of Telegram. */
export function errorAnswer(error: ApiError): Answer {
  const retryAfter = error.parameters?.['retry_after'];
  return {
    status: error.code,
    body: {
      ok: false,
      error_code: error.code,
      description: error.message,
      ...(error.parameters === undefined ? {} : { parameters: error.parameters }),
    },
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function faultAnswer(fault: Fault): Answer {
  const code = fault.code ?? 500;
  const retryAfter = code === 429 ? (fault.retryAfter ?? 1) : fault.retryAfter;
  const parameters = retryAfter === undefined ? undefined : { retry_after: retryAfter };
  return errorAnswer(new ApiError(code, faultDescription(fault), parameters));
}

function close(core: Core, call: ApiCall, answer: Answer | undefined, started: number, fault: boolean): void {
  call.durationMs = core.clock.now() - started;
  call.status = answer?.status ?? 0;
  call.ok = answer?.body['ok'] === true;
  if (typeof answer?.body['description'] === 'string') call.description = answer.body['description'];
  if (call.ok) call.result = answer?.body['result'];
  if (fault) call.fault = true;
  core.events.emit({ type: 'call', callId: call.id });
}
