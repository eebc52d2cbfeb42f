import type { Queryable } from '@kie/database';
import { sql } from 'kysely';

/** Where a queued generation stands: 1 is next. Undefined when it is not queued. */
export async function queuePosition(db: Queryable, id: string): Promise<number | undefined> {
  const { rows } = await sql<{ position: number }>`
    select (select count(*) from generations other
             where other.state = 'queued' and (other.fair_at, other.id) <= (own.fair_at, own.id)) as position
      from generations own where own.id = ${id}::uuid and own.state = 'queued'
  `.execute(db);
  return rows[0]?.position;
}

/** How long generations of a model took lately, in ms, from the paid request to the result in our store. */
export interface DurationEstimate {
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** How many it is made of. */
  readonly samples: number;
  /** Whether they had the same options, or are just of the same model. */
  readonly sameOptions: boolean;
}

/** The options that decide how long a model works. */
const deciding = ['resolution', 'size', 'image_size', 'quality', 'duration', 'n_frames', 'mode'];
const enough = 5;

/**
 * How long a generation will take, from our own last 200 of the same model, those with the same size and length if there are five,
 * else all. Undefined before there are five: then say nothing, or what the registry says.
 *
 * @example
 * ```ts
 * const eta = await estimateDuration(db, { modelId: 'z-image', input: { aspect_ratio: '1:1' } });
 * console.log(eta && `about ${Math.round(eta.p50Ms / 1000)} s`);
 * ```
 */
export async function estimateDuration(
  db: Queryable,
  request: { readonly modelId: string; readonly input?: Readonly<Record<string, unknown>> },
): Promise<DurationEstimate | undefined> {
  const options = Object.fromEntries(deciding.map((name) => [name, textOf(request.input?.[name])]));
  const { rows } = await sql<{ same: boolean; samples: number; p50: number; p95: number }>`
    with last as (
      select extract(epoch from finished_at - request_sent_at) * 1000 as ms,
             (select bool_and((input ->> wanted.key) is not distinct from wanted.value)
                from jsonb_each_text(${JSON.stringify(options)}::jsonb) as wanted) as same
        from generations
       where state = 'succeeded' and model_id = ${request.modelId} and request_sent_at is not null
       order by finished_at desc limit 200
    ), groups as (
      select true as same, ms from last where same union all select false, ms from last
    )
    select same, count(*) as samples,
           percentile_cont(0.5) within group (order by ms)::double precision as p50,
           percentile_cont(0.95) within group (order by ms)::double precision as p95
      from groups group by same order by same desc
  `.execute(db);
  const best = rows.find(({ samples }) => samples >= enough);
  if (!best) return undefined;
  return {
    p50Ms: Math.round(best.p50),
    p95Ms: Math.round(best.p95),
    samples: best.samples,
    sameOptions: best.same,
  };
}

const textOf = (value: unknown): string | null =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null;
