import { checkInvariants } from '@kie/credits';
import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkGenerations } from './check-generations.ts';

/** Options of {@link reconcile}. */
export interface ReconcileOptions {
  /** KIE's credits that are left, e.g. `() => client.credits()`. Compared with what generations took since the reading before. */
  readonly kieBalance?: () => Promise<number>;
  /** A hold older than this is named. Default 45 min: longer than waiting and running may take together. */
  readonly holdAgeMs?: number;
  /** Fate-unknown attempts and gifts of this time are counted. Default 24 h. */
  readonly windowMs?: number;
}

/** What a reconciliation found. */
export interface Reconciliation {
  readonly at: Date;
  /** Sentences about money that does not add up; must be empty. */
  readonly problems: readonly string[];
  /** Generations that hold credits for too long. */
  readonly oldHolds: readonly {
    readonly generationId: string;
    readonly state: string;
    readonly ageMs: number;
  }[];
  /** Attempts whose answer was lost. `adopted` were found by a callback; `refunded` were perhaps paid by us. */
  readonly lostAnswers: {
    readonly adopted: number;
    readonly refunded: number;
    readonly waiting: number;
    readonly gifts: number;
  };
  /** Callbacks that named a task which no generation has: paid, and nobody's. */
  readonly strayTasks: readonly { readonly generationId: string; readonly taskId: string }[];
  /** `unexplained`: by how much KIE's balance fell beyond what our generations took. A purchase makes it negative. */
  readonly kie?: {
    readonly balance: number;
    readonly since?: Date;
    readonly spent?: number;
    readonly known?: number;
    readonly unexplained?: number;
  };
}

/** Compares our books with themselves and with KIE. Changes nothing but a note of KIE's balance; for a job every 15 minutes. */
export async function reconcile(db: Queryable, options: ReconcileOptions = {}): Promise<Reconciliation> {
  const { kieBalance, holdAgeMs = 45 * 60_000, windowMs = 24 * 3_600_000 } = options;
  const balance = await kieBalance?.();
  const [ledger, lives] = [await checkInvariants(db), await checkGenerations(db)];
  return {
    at: new Date(),
    problems: [...ledger, ...lives].map(({ message }) => message),
    oldHolds: await oldHolds(db, holdAgeMs),
    lostAnswers: await lostAnswers(db, windowMs),
    strayTasks: await strayTasks(db, windowMs),
    ...(balance !== undefined && { kie: await compareBalance(db, balance) }),
  };
}

const ago = (ms: number) => sql`clock_timestamp() - ${ms / 1000}::double precision * interval '1 second'`;

async function oldHolds(db: Queryable, ageMs: number): Promise<Reconciliation['oldHolds']> {
  const { rows } = await sql<Reconciliation['oldHolds'][number]>`
    select h.generation_id as "generationId", coalesce(g.state, 'no generation') as state,
           round(extract(epoch from clock_timestamp() - h.created_at) * 1000)::bigint as "ageMs"
      from holds h left join generations g on g.id = h.generation_id
     where h.state = 'held' and h.created_at < ${ago(ageMs)} order by h.created_at limit 100
  `.execute(db);
  return rows;
}

async function lostAnswers(db: Queryable, windowMs: number): Promise<Reconciliation['lostAnswers']> {
  const { rows } = await sql<Reconciliation['lostAnswers']>`
    select count(*) filter (where exists (select from generation_events a where a.generation_id = g.id and a.event = 'adopted')) as adopted,
           count(*) filter (where g.state = 'failed' and g.failure ->> 'code' = 'submit_unknown') as refunded,
           count(*) filter (where g.state = 'submit_unknown') as waiting,
           count(*) filter (where g.gift) as gifts
      from generations g
     where exists (select from generation_events e
                    where e.generation_id = g.id and e.event = 'submit_unknown' and e.at > ${ago(windowMs)})
  `.execute(db);
  return rows[0] ?? { adopted: 0, refunded: 0, waiting: 0, gifts: 0 };
}

async function strayTasks(db: Queryable, windowMs: number): Promise<Reconciliation['strayTasks']> {
  const { rows } = await sql<Reconciliation['strayTasks'][number]>`
    select c.generation_id as "generationId", c.task_id as "taskId"
      from provider_callbacks c
     where c.received_at > ${ago(windowMs)}
       and not exists (select from generations g where g.task_id = c.task_id)
       and not exists (select from generation_events e
                        where e.generation_id = c.generation_id and e.detail ->> 'taskId' = c.task_id
                          and e.event in ('submitted', 'adopted', 'retried'))
     order by c.id limit 100
  `.execute(db);
  return rows;
}

async function compareBalance(db: Queryable, balance: number): Promise<NonNullable<Reconciliation['kie']>> {
  const before = await db
    .selectFrom('provider_balances')
    .selectAll()
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  await db
    .insertInto('provider_balances')
    .values({ credits: balance.toFixed(4) })
    .execute();
  if (!before) return { balance };
  const { rows } = await sql<{ known: number }>`
    select coalesce(sum(credits_consumed), 0)::double precision as known from generations
     where coalesce(finished_at, updated_at) > ${before.at} and credits_consumed is not null
  `.execute(db);
  const spent = rounded(Number(before.credits) - balance);
  const known = rounded(rows[0]?.known ?? 0);
  return { balance, since: before.at, spent, known, unexplained: rounded(spent - known) };
}

const rounded = (credits: number): number => Number(credits.toFixed(4));

/** The report for a log or an operator's chat: plain lines, ids and numbers only. */
export function formatReconciliation({
  problems,
  oldHolds: old,
  lostAnswers: lost,
  strayTasks: stray,
  kie,
}: Reconciliation): string {
  return [
    problems.length === 0 ? 'The books add up.' : `${problems.length} things do not add up:`,
    ...problems.map((problem) => `- ${problem}`),
    ...old.map(
      ({ generationId, state, ageMs }) =>
        `- generation ${generationId} (${state}) has held credits for ${Math.round(ageMs / 60_000)} min`,
    ),
    `Lost answers: ${lost.adopted} adopted by callback, ${lost.refunded} refunded, ${lost.waiting} waiting, ${lost.gifts} late gifts.`,
    ...stray.map(({ generationId, taskId }) => `- task ${taskId} of generation ${generationId} is nobody's`),
    ...(kie ? [kieLine(kie)] : []),
  ].join('\n');
}

function kieLine({ balance, spent, known, unexplained }: NonNullable<Reconciliation['kie']>): string {
  if (spent === undefined) return `KIE: ${balance} credits left; the first reading.`;
  return `KIE: ${balance} credits left, ${spent} spent since the last reading, ${known} of them known, ${unexplained} unexplained.`;
}
