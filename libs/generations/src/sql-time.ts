import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** The database's clock, `ms` from now: the one clock that all workers share. */
export function fromNow(ms = 0): RawBuilder<Date> {
  return sql<Date>`clock_timestamp() + ${ms / 1000}::double precision * interval '1 second'`;
}

/** Due never: the step of a generation that is over. */
export const never = new Date('9999-01-01T00:00:00Z');
