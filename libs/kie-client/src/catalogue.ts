import type { CallOptions } from './client.ts';
import { invalidArgument } from './errors/invalid-argument.ts';
import { KieError } from './errors/kie-error.ts';
import { isRecord, readNumber, readText } from './http/envelope.ts';
import { callFree } from './http/free-call.ts';
import type { Settings } from './options.ts';

/** Narrows {@link LiveCatalogue.models}. */
export interface LiveModelFilter extends CallOptions {
  readonly taskType?: string | undefined;
  readonly provider?: string | undefined;
  /** Words to look for. */
  readonly query?: string | undefined;
}

/** A model as KIE lists it today. */
export interface LiveModel {
  readonly model: string;
  readonly slug?: string;
  readonly title?: string;
  readonly provider?: string;
  readonly taskTypes: readonly string[];
  readonly description?: string;
  /** KIE's price in words. */
  readonly price?: string;
}

/** How often tasks of a model succeeded in a stretch of time. Rates as KIE gives them; times are epoch ms or KIE's text. */
export interface SuccessRatePoint {
  readonly start: number | string;
  readonly end: number | string;
  readonly successRate?: number;
  readonly errorRate?: number;
  readonly isNormal?: boolean;
}

/**
 * KIE's own catalogue of today, for ids and prices newer than this package. KIE allows one of these requests a second for
 * a whole account, and so does the limiter. Shapes are by KIE's own skill file of September 2026; none was recorded.
 */
export interface LiveCatalogue {
  models(filter?: LiveModelFilter): Promise<readonly LiveModel[]>;
  /** The OpenAPI document of a model; `undefined` when KIE has none. */
  schema(model: string, options?: CallOptions): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** KIE's price in words. */
  price(model: string, options?: CallOptions): Promise<string | undefined>;
  successRate(model: string, options?: CallOptions): Promise<readonly SuccessRatePoint[]>;
}

type Data = Readonly<Record<string, unknown>>;

/** Lists the models. */
export async function listModels(settings: Settings, filter: LiveModelFilter): Promise<readonly LiveModel[]> {
  const { taskType, provider, query } = filter;
  const data = await get(settings, '/api/v1/models', filter, {
    ...(taskType !== undefined && { taskType }),
    ...(provider !== undefined && { provider }),
    ...(query !== undefined && { q: query }),
  });
  return listIn(data['models'], 'list of models').flatMap((row) => {
    const model = readText(row['model']);
    return model === undefined ? [] : [toModel(model, row)];
  });
}

/** Reads one of the facts of a model. */
export async function readFact(
  settings: Settings,
  model: string,
  fact: 'schema' | 'price' | 'success-rate',
  options: CallOptions,
): Promise<Data> {
  if (
    typeof model !== 'string' ||
    !/^[\w.:-]+(?:\/[\w.:-]+)*$/.test(model) ||
    /(?:^|\/)\.\.?(?:\/|$)/.test(model)
  ) {
    throw invalidArgument('The live catalogue needs a model id, such as "kling-2.6/text-to-video".');
  }
  // KIE wants the slash of an id as it is.
  return get(settings, `/api/v1/models/${model}/${fact}`, options, {});
}

/** Reads the points of a success rate. */
export function readPoints(data: Data): readonly SuccessRatePoint[] {
  return listIn(data['points'], 'list of points').map((row) => {
    const successRate = readNumber(row['successRate']);
    const errorRate = readNumber(row['errorRate']);
    const { isNormal } = row;
    return {
      start: readMoment(row['start']),
      end: readMoment(row['end']),
      ...(successRate !== undefined && { successRate }),
      ...(errorRate !== undefined && { errorRate }),
      ...(typeof isNormal === 'boolean' && { isNormal }),
    };
  });
}

function readMoment(value: unknown): number | string {
  return readNumber(value) ?? readText(value) ?? '';
}

function toModel(model: string, row: Data): LiveModel {
  const slug = readText(row['slug']);
  const title = readText(row['title']);
  const provider = readText(row['provider']);
  const description = readText(row['description']);
  const price = readText(row['pricingDesc']);
  const types = Array.isArray(row['taskType']) ? row['taskType'] : [row['taskType']];
  return {
    model,
    taskTypes: types.flatMap((each: unknown) => readText(each) ?? []),
    ...(slug !== undefined && { slug }),
    ...(title !== undefined && { title }),
    ...(provider !== undefined && { provider }),
    ...(description !== undefined && { description }),
    ...(price !== undefined && { price }),
  };
}

async function get(
  settings: Settings,
  path: string,
  options: CallOptions,
  query: Readonly<Record<string, string>>,
): Promise<Data> {
  const { data } = await callFree(
    settings,
    { method: 'GET', path, query },
    {
      operation: 'getCatalogue',
      limited: 'catalogue',
      signal: options.signal,
    },
  );
  return isRecord(data) ? data : unreadable('object');
}

function listIn(value: unknown, what: string): readonly Data[] {
  return Array.isArray(value) ? value.filter((row) => isRecord(row)) : unreadable(what);
}

function unreadable(what: string): never {
  throw new KieError(`KIE's answer has no ${what} in it. Its catalogue may have changed; try again later.`, {
    code: 'malformed_response',
    category: 'provider',
    retryable: true,
    kieCode: 200,
  });
}
