import type { Queryable } from '@kie/database';
import { sql } from 'kysely';

/** granted: credits came; reserved: set aside for a generation; spent: taken, the rest came back; returned: all came back. */
export type StatementKind = 'granted' | 'reserved' | 'spent' | 'returned';

/** What moved the credits, finer than {@link StatementKind}: what was granted may be a gift, a payment or a refund. */
export type StatementSource = 'grant' | 'topup' | 'refund' | 'hold' | 'capture' | 'release';

/** One line of a user's statement. */
export interface StatementEntry {
  readonly key: string;
  readonly at: Date;
  readonly kind: StatementKind;
  readonly source: StatementSource;
  /** By how much the free credits changed. */
  readonly available: number;
  /** By how much the held credits changed. */
  readonly held: number;
  /** What left the account for good; 0 unless `spent`. */
  readonly spent: number;
  readonly generationId: string | null;
  readonly note: string | null;
}

/** What happened to a user's credits, newest first. `limit` is 20 unless given. */
export async function statement(
  db: Queryable,
  userId: number,
  { limit = 20 }: { readonly limit?: number } = {},
): Promise<StatementEntry[]> {
  const { rows } = await sql<StatementEntry>`
    select key, min(at) as at,
           min(kind) as source,
           case min(kind) when 'hold' then 'reserved' when 'capture' then 'spent' when 'release' then 'returned'
                          else 'granted' end as kind,
           coalesce(sum(amount) filter (where account = 'available'), 0)::bigint as available,
           coalesce(sum(amount) filter (where account = 'held'), 0)::bigint as held,
           case min(kind) when 'capture' then -sum(amount) else 0 end::bigint as spent,
           min(generation_id::text) as "generationId", min(note) as note
      from postings
     where user_id = ${userId}
     group by key
     order by max(id) desc
     limit ${limit}
  `.execute(db);
  return rows;
}
