import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { fromNow } from '../sql-time.ts';

/** Options of {@link createBreaker}. */
export interface BreakerOptions {
  /** Failures in a row that open it. Default 5. */
  readonly threshold?: number;
  /** First opening, in ms; each one that follows without a success lasts twice as long. Default 30000. */
  readonly openMs?: number;
  /** Longest opening, in ms. Default 600000. */
  readonly maxOpenMs?: number;
  /** How long the one that tries may take before another may try, in ms. Default 60000. */
  readonly probeMs?: number;
}

/** Keeps generations in the queue while KIE, or one of its models, is down. Its state is in the database, for all workers. */
export interface Breaker {
  /** 0: go on. Else after how many ms to ask again. When an opening is over, one generation may try and the others wait. */
  enter(db: Queryable, modelId: string): Promise<number>;
  /** KIE took a task: whatever was wrong with KIE is over. What waited for that is due again. */
  kieWorks(db: Queryable): Promise<void>;
  modelWorks(db: Queryable, modelId: string): Promise<void>;
  /** True when this failure opened it. `atOnce` does not wait for the threshold: an empty account stays empty. */
  kieFailed(db: Queryable, reason: string, options?: { readonly atOnce?: boolean }): Promise<boolean>;
  modelFailed(db: Queryable, modelId: string, reason: string): Promise<boolean>;
}

const kie = 'kie';
const model = (modelId: string): string => `model:${modelId}`;

export function createBreaker(options: BreakerOptions = {}): Breaker {
  const { threshold = 5, openMs = 30_000, maxOpenMs = 600_000, probeMs = 60_000 } = options;

  async function failed(db: Queryable, scope: string, reason: string, most: number): Promise<boolean> {
    const { rows } = await sql<{ opened: boolean }>`
      select provider_failed(${scope}, ${reason}, ${most}::integer, ${openMs}::bigint, ${maxOpenMs}::bigint) as opened
    `.execute(db);
    return rows[0]?.opened === true;
  }

  async function works(db: Queryable, scope: string, modelId?: string): Promise<void> {
    const { rows } = await sql<{ was_open: boolean }>`
      delete from provider_breakers where scope = ${scope} returning open_until is not null as was_open
    `.execute(db);
    if (rows[0]?.was_open !== true) return;
    let waiting = db
      .updateTable('generations')
      .set({ next_check_at: fromNow() })
      .where('state', '=', 'queued')
      .where('locked_by', 'is', null)
      .where('next_check_at', '>', fromNow());
    if (modelId !== undefined) waiting = waiting.where('model_id', '=', modelId);
    await waiting.execute();
  }

  return {
    async enter(db, modelId) {
      const { rows } = await sql<{ ms: number }>`
        select provider_enter(array[${kie}, ${model(modelId)}]::text[], ${probeMs}::integer) as ms
      `.execute(db);
      return rows[0]?.ms ?? 0;
    },
    kieWorks: (db) => works(db, kie),
    modelWorks: (db, modelId) => works(db, model(modelId), modelId),
    kieFailed: (db, reason, { atOnce = false } = {}) => failed(db, kie, reason, atOnce ? 1 : threshold),
    modelFailed: (db, modelId, reason) => failed(db, model(modelId), reason, threshold),
  };
}

/** One open breaker, for a status page. */
export interface OpenBreaker {
  /** `kie` or `model:<id>`. */
  readonly scope: string;
  readonly reason: string | null;
  readonly until: Date;
  readonly trips: number;
}

/** What is open now, for status pages and truthful messages: "KIE is down, your order waits". */
export async function openBreakers(db: Queryable): Promise<OpenBreaker[]> {
  const rows = await db
    .selectFrom('provider_breakers')
    .select(['scope', 'reason', 'open_until', 'trips'])
    .where('open_until', 'is not', null)
    .orderBy('scope')
    .execute();
  return rows.flatMap(({ open_until: until, ...rest }) => (until ? [{ ...rest, until }] : []));
}
