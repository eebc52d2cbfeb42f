import pg from 'pg';
import { runAsLeader, type FencingToken } from '../../src/index.ts';
import * as sql from '../../src/sql.ts';

/**
 * - `naive`: a blocking `pg_advisory_lock` as one would write it; the holder hears of a loss only from its socket
 * - `lease`: this package with `strict: false`
 * - `strict`: this package as it comes
 */
export type Design = 'naive' | 'lease' | 'strict';
export const designs: readonly Design[] = ['naive', 'lease', 'strict'];

/** One term. `held` is asked before each action. */
export interface Term {
  readonly token: FencingToken;
  readonly held: () => boolean;
  readonly ending: AbortSignal;
}

export interface Contention {
  readonly design: Design;
  readonly url: string;
  readonly key: bigint;
  readonly label: string;
  /** Ends the term, or the waiting, in an orderly way. */
  readonly signal: AbortSignal;
  readonly work: (term: Term) => Promise<void>;
}

/** Waits for one term and works through it. */
export async function contend(contention: Contention): Promise<void> {
  const { design, url, key, label, signal, work } = contention;
  if (design === 'naive') return contendNaively(contention);
  await runAsLeader(
    { connection: url, key, label, signal, profile: 'fast', strict: design === 'strict' },
    (ending, lock) => work({ token: lock.token, held: () => lock.held(), ending }),
  );
}

async function contendNaively({ url, key, label, signal, work }: Contention): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: `singleton-lock ${label}` });
  const end = new AbortController();
  client.on('error', () => end.abort());
  client.on('end', () => end.abort());
  signal.addEventListener('abort', () => void client.end().catch(() => {}), { once: true });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [key]);
    const { rows } = await client.query<{ epoch: string }>(sql.nextEpoch, [key, label, 1000, 0]);
    const token = { key, timeline: 0, epoch: BigInt(rows[0]?.epoch ?? 0) };
    const ending = AbortSignal.any([signal, end.signal]);
    await work({ token, held: () => !ending.aborted, ending });
  } finally {
    await client.end().catch(() => {});
  }
}
