import type { Generation, GenerationFile, Queryable } from '@kie/database';

/** One generation, or undefined. With `userId` only when it is that person's. */
export async function getGeneration(
  db: Queryable,
  id: string,
  options: { readonly userId?: number } = {},
): Promise<Generation | undefined> {
  let query = db.selectFrom('generations').selectAll().where('id', '=', id);
  if (options.userId !== undefined) query = query.where('user_id', '=', options.userId);
  return query.executeTakeFirst();
}

/** A person's generations, newest first; `before` is the `number` of the last one of the page before. */
export async function listGenerations(
  db: Queryable,
  request: { readonly userId: number; readonly limit: number; readonly before?: number },
): Promise<Generation[]> {
  let query = db.selectFrom('generations').selectAll().where('user_id', '=', request.userId);
  if (request.before !== undefined) query = query.where('number', '<', request.before);
  return query.orderBy('number', 'desc').limit(request.limit).execute();
}

/** The files of a generation in our own store, in KIE's order. */
export async function generationFiles(db: Queryable, generationId: string): Promise<GenerationFile[]> {
  return db
    .selectFrom('generation_files')
    .selectAll()
    .where('generation_id', '=', generationId)
    .orderBy('n')
    .execute();
}

/** One line of a timeline. */
export interface TimelineEntry {
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
  /** Milliseconds since the line before; 0 for the first. */
  readonly sincePreviousMs: number;
}

/** Everything that happened to a generation, oldest first. */
export async function timeline(db: Queryable, generationId: string): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('generation_events')
    .select(['event', 'detail', 'at'])
    .where('generation_id', '=', generationId)
    .orderBy('id')
    .execute();
  return rows.map((row, i) => ({
    ...row,
    sincePreviousMs: row.at.getTime() - (rows[i - 1] ?? row).at.getTime(),
  }));
}
