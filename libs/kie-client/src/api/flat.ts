import { invalidArgument } from '../errors/invalid-argument.ts';
import { isRecord, readNumber, readText, type Envelope } from '../http/envelope.ts';
import type { FileRole, Task, TaskFile } from '../task.ts';
import type { ApiAdapter, CreateRequest, ParseContext } from './adapter.ts';
import { filesOf, unique } from './result.ts';
import { readBase, readFailure, withRaw } from './task-parts.ts';

type Data = Readonly<Record<string, unknown>>;

/** What a flag or word of one of the flat APIs means. */
export interface FlatState {
  readonly status: Task['status'];
  readonly rawState: string;
}

/** What a finished task of a flat API gave. */
export interface FlatResult {
  readonly files: readonly TaskFile[];
  readonly text?: string | undefined;
  readonly data?: unknown;
}

/** One kind of task of a flat API. */
export interface FlatOperation {
  /** Path of the POST that buys it. */
  readonly create: string;
  /** Path of the GET that tells about it. */
  readonly status: string;
  /** KIE refuses the request without a callback URL. */
  readonly needsCallback?: true;
  /** The body, when it is not the payload as it is. */
  readonly body?: (request: CreateRequest) => Data;
  /** Reads the state; `undefined` when the record has none. */
  readonly state: (data: Data) => FlatState | undefined;
  readonly result: (data: Data) => FlatResult;
}

/**
 * An adapter of KIE's older APIs: a path for each operation, a flat body, and a flag of its own for the state. A `TaskRef`
 * keeps the operation in `model`, so that the right record can be read in another process.
 */
export function createFlatAdapter(
  api: ApiAdapter['api'],
  operations: Readonly<Record<string, FlatOperation>>,
  fallback: string,
): ApiAdapter {
  const operationOf = (model: string): FlatOperation => {
    const operation = operations[model] ?? operations[fallback];
    if (operation) return operation;
    throw invalidArgument(`'${model}' is no task of KIE's '${api}' API.`);
  };
  return {
    api,
    takes: (model) => Object.hasOwn(operations, model),
    create: (request) => {
      const operation = operationOf(request.model);
      const { callbackUrl } = request;
      if (operation.needsCallback && (callbackUrl ?? request.payload['callBackUrl']) === undefined) {
        throw invalidArgument(`KIE takes '${request.model}' with a callback URL only: pass callbackUrl.`);
      }
      const body = operation.body?.(request) ?? request.payload;
      return {
        method: 'POST',
        path: operation.create,
        body: JSON.stringify({ ...body, ...(callbackUrl !== undefined && { callBackUrl: callbackUrl }) }),
      };
    },
    status: (ref) => ({
      method: 'GET',
      path: operationOf(ref.model).status,
      query: { taskId: ref.taskId },
    }),
    tells: (envelope, ref) =>
      saysFailed(envelope) || (isRecord(envelope.data) && !!operationOf(ref.model).state(envelope.data)),
    // An unknown music task is code 200 with null.
    isMissing: ({ code, data }) => code === 404 || code === 422 || (code === 200 && !isRecord(data)),
    parse: (envelope, context) => readTask(operationOf(context.ref.model), envelope, context),
  };
}

function saysFailed({ code }: Envelope): boolean {
  return code === 501 || code === 531;
}

function readTask(operation: FlatOperation, envelope: Envelope, context: ParseContext): Task | undefined {
  const data = isRecord(envelope.data) ? envelope.data : {};
  const state = operation.state(data);
  if (!state && !saysFailed(envelope)) return undefined;
  const { status, rawState } = state ?? { status: 'failed', rawState: String(envelope.code) };
  const base = { ...readBase(data, context), rawState };
  if (status === 'succeeded') {
    const { files, text, data: more } = operation.result(data);
    return withRaw(
      {
        ...base,
        status,
        files: unique(files),
        ...(text !== undefined && { text }),
        ...(more !== undefined && { data: more }),
      },
      data,
    );
  }
  if (status === 'failed') {
    const given = data['errorCode'] ?? data['failCode'];
    const code =
      readText(given) ?? readNumber(given)?.toString() ?? (saysFailed(envelope) ? rawState : 'unknown');
    const text = readText(data['errorMessage']) ?? readText(data['failMsg']) ?? (state ? '' : envelope.msg);
    const input = [data['param'], data['paramJson'], data['generateParam']];
    return withRaw({ ...base, status, failure: readFailure(code, text, input, context) }, data);
  }
  const progress = readProgress(data['progress']);
  return withRaw({ ...base, status, ...(progress !== undefined && { progress }) }, data);
}

/** 0 to 100. The 4o image API counts to 1.00, in words. */
function readProgress(value: unknown): number | undefined {
  const number = readNumber(value);
  return typeof value === 'string' && number !== undefined && number <= 1 ? Math.round(number * 100) : number;
}

/** Reads a numeric `successFlag`: 1 is done; which numbers mean failure differs. */
export function flagState(failed: readonly number[]): (data: Data) => FlatState | undefined {
  return (data) => {
    const flag = readNumber(data['successFlag']);
    if (flag === undefined) return undefined;
    const status = flag === 1 ? 'succeeded' : failed.includes(flag) ? 'failed' : 'running';
    return { status, rawState: String(flag) };
  };
}

/** Reads a state in words: `SUCCESS` is done, words of failure fail, all else runs. */
export function wordState(field: string): (data: Data) => FlatState | undefined {
  return (data) => {
    const rawState = readText(data[field]);
    if (rawState === undefined) return undefined;
    if (/^success$/i.test(rawState)) return { status: 'succeeded', rawState };
    return { status: /fail|error|exception/i.test(rawState) ? 'failed' : 'running', rawState };
  };
}

/** Files of fields of a record, in the order of the table. */
export function filesIn(data: Data, fields: readonly (readonly [string, FileRole])[]): TaskFile[] {
  return fields.flatMap(([field, role]) => filesOf(data[field], role, field));
}
