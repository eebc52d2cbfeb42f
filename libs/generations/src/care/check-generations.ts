import type { Queryable } from '@kie/database';
import { sql } from 'kysely';

export type GenerationProblemCode =
  | 'open_without_hold'
  | 'held_after_end'
  | 'ended_without_hold'
  | 'failed_but_captured'
  | 'captured_without_files'
  | 'captured_without_delivery'
  | 'one_task_twice';

/** Something between generations and money that must never be. */
export interface GenerationProblem {
  readonly code: GenerationProblemCode;
  readonly generationId: string;
  readonly message: string;
}

/**
 * Compares generations with the ledger and with their results; nothing when all is well. With `checkInvariants` of `@kie/credits`, which adds
 * up the ledger itself, it is the whole truth: what is held are the open generations, and each that has ended was settled once.
 * One statement, so it sees one moment and may run beside everything else.
 */
export async function checkGenerations(db: Queryable): Promise<GenerationProblem[]> {
  const { rows } = await sql<GenerationProblem>`
    with life as (
      select g.id, g.number, g.state, g.price, h.state as hold, h.amount, h.captured,
             g.state in ('succeeded', 'failed', 'cancelled') as ended
        from generations g left join holds h on h.generation_id = g.id
    )
    select 'open_without_hold' as code, id as "generationId",
           'generation ' || number || ' is ' || state || ' and holds ' || coalesce(hold || ' ' || amount, 'nothing')
             || ' instead of ' || price as message
      from life where not ended and (hold is distinct from 'held' or amount <> price)
    union all
    select 'held_after_end', id, 'generation ' || number || ' is ' || state || ' and still holds ' || amount
      from life where ended and hold = 'held'
    union all
    select 'ended_without_hold', id, 'generation ' || number || ' is ' || state || ' and never had a hold'
      from life where ended and hold is null
    union all
    select 'failed_but_captured', id, 'generation ' || number || ' is ' || state || ' and took ' || captured
      from life where state in ('failed', 'cancelled') and captured > 0
    union all
    select 'captured_without_files', id, 'generation ' || number || ' took ' || captured || ' and has no files'
      from life where captured > 0
       and not exists (select from generation_files f where f.generation_id = life.id)
    union all
    select 'captured_without_delivery', id, 'generation ' || number || ' took ' || captured || ' and is not to be delivered'
      from life where captured > 0 and not exists (select from deliveries d where d.generation_id = life.id)
    union all
    select 'one_task_twice', generation_id, 'the timeline has attempt ' || (detail ->> 'attempt') || ' submitted ' || count(*) || ' times'
      from generation_events where event = 'submitted'
     group by generation_id, detail ->> 'attempt' having count(*) > 1
  `.execute(db);
  return rows;
}
