import type { Queryable } from '@kie/database';
import type { CrashPoint, GenerationHandlerPort } from '../../src/index.ts';

/** The worker everybody writes first, for the negative control: call, then save. */
export async function runNaiveWorker(
  db: Queryable,
  handler: GenerationHandlerPort,
  probe: (point: CrashPoint, generationId: string) => Promise<void> = async () => {},
): Promise<void> {
  const row = await db
    .selectFrom('generations')
    .selectAll()
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow();
  const ready = await handler.prepare({ modelId: row.model_id, input: row.input });
  if (!ready.ok) throw new Error(ready.error.message);
  const result = await handler.submit(ready.prepared);
  if (result.status !== 'submitted') throw new Error(result.error.message);
  await probe('answered', row.id);
  const save = db.updateTable('generations').where('id', '=', row.id);
  await save.set({ state: 'submitting' }).execute();
  await save.set({ state: 'running', task_ref: JSON.stringify(result.ref) }).execute();
}
