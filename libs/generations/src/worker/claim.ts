import type { Generation, GenerationState, Queryable } from '@kie/database';
import { sql } from 'kysely';
import { fromNow } from '../sql-time.ts';

/** A generation that one worker holds until it lets go or its lease runs out. */
export interface Claim {
  readonly generation: Generation;
  readonly owner: string;
  /** The database's clock at the claim. */
  readonly at: Date;
}

/** The steps that look at KIE's state are many and short, the others few and long; each kind has its own slots. */
export type Lane = 'check' | 'work';

export const laneStates: Readonly<Record<Lane, readonly GenerationState[]>> = {
  check: ['running'],
  work: ['submitting', 'submit_unknown', 'storing'],
};

interface ClaimRequest {
  readonly owner: string;
  readonly leaseMs: number;
  readonly limit: number;
  /** What this worker has in hand already: after a long stall its own lease may have run out. */
  readonly except?: readonly string[];
}

/**
 * Takes due generations that nobody holds and that were begun, the longest due first. A claim counts as a try; the trigger
 * on the table sets the count back with every change of state.
 */
export async function claimDue(db: Queryable, lane: Lane, request: ClaimRequest): Promise<Claim[]> {
  return claim(db, request, (query) => query.where('state', 'in', laneStates[lane]).orderBy('next_check_at'));
}

/**
 * Takes due generations out of the queue in fair order: each further one of a person stands later. Passes over people who have
 * `maxPerUser` tasks under way, counting those that this very claim takes.
 */
export async function claimQueued(
  db: Queryable,
  { maxPerUser, ...request }: ClaimRequest & { readonly maxPerUser: number },
): Promise<Claim[]> {
  return claim(db, request, (query) =>
    query
      .where('state', '=', 'queued')
      .where(
        sql<boolean>`not exists (
          select from (
            select 1 from generations as busy
             where busy.user_id = generations.user_id and busy.state in ('submitting', 'submit_unknown', 'running')
            union all
            select 1 from generations as earlier
             where earlier.user_id = generations.user_id and earlier.state = 'queued'
               and (earlier.fair_at, earlier.id) < (generations.fair_at, generations.id)
               and (earlier.locked_until > ${now} or earlier.next_check_at <= ${now})
          ) as ahead offset ${Math.min(maxPerUser, 1_000_000) - 1}::integer limit 1)`,
      )
      .orderBy('fair_at')
      .orderBy('id'),
  );
}

/**
 * Takes failed generations whose task may still have a result: a callback or a late answer set them due again. With
 * `ids` only those, else any.
 */
export async function claimLate(
  db: Queryable,
  request: ClaimRequest & { readonly ids?: readonly string[] },
): Promise<Claim[]> {
  return claim(db, request, (query) => {
    const late = query.where('state', '=', 'failed').where('gift', '=', false);
    return (request.ids ? late.where('id', 'in', request.ids) : late).orderBy('next_check_at');
  });
}

// now() and not clock_timestamp(): only a stable function is looked up in the index, the other is asked for every open row.
const now = sql<Date>`now()`;

function dueQuery(db: Queryable) {
  return db
    .selectFrom('generations')
    .select('id')
    .where('next_check_at', '<=', now)
    .where((where) => where.or([where('locked_until', 'is', null), where('locked_until', '<', now)]))
    .forUpdate()
    .skipLocked();
}

async function claim(
  db: Queryable,
  { owner, leaseMs, limit, except = [] }: ClaimRequest,
  narrow: (query: ReturnType<typeof dueQuery>) => ReturnType<typeof dueQuery>,
): Promise<Claim[]> {
  const rows = await db
    .with('due', () => {
      const due = narrow(dueQuery(db)).limit(limit);
      return except.length > 0 ? due.where('id', 'not in', except) : due;
    })
    .updateTable('generations')
    .set({ locked_by: owner, locked_until: fromNow(leaseMs), tries: sql<number>`tries + 1` })
    .where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
    .returningAll()
    .returning(sql<Date>`clock_timestamp()`.as('claimed_at'))
    .execute();
  return rows.map(({ claimed_at, ...generation }) => ({ generation, owner, at: claimed_at }));
}

/** Keeps what this worker still works on from looking abandoned. */
export async function extendLeases(
  db: Queryable,
  request: { readonly owner: string; readonly leaseMs: number; readonly ids: readonly string[] },
): Promise<void> {
  await db
    .updateTable('generations')
    .set({ locked_until: fromNow(request.leaseMs) })
    .where('id', 'in', request.ids)
    .where('locked_by', '=', request.owner)
    .execute();
}
