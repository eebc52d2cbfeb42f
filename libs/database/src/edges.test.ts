import { afterAll, beforeAll, expect, test } from 'vitest';
import { json } from './json.ts';
import type { GenerationState } from './schema.ts';
import { migratedDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
  await database.db.insertInto('users').values({ id: 1, first_name: 'Ada' }).execute();
});
afterAll(() => database.close());

const states: GenerationState[] = [
  'queued',
  'submitting',
  'submit_unknown',
  'running',
  'storing',
  'succeeded',
  'failed',
  'cancelled',
];

async function generationIn(state: GenerationState): Promise<string> {
  const { id } = await database.db
    .insertInto('generations')
    .values({
      user_id: 1,
      chat_id: 1,
      intent_key: crypto.randomUUID(),
      model_id: 'z-image',
      input: json({}),
      price: 1,
      state,
      tries: 2,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

test('a generation moves along the edges and along no other', async () => {
  const edges = await database.db.selectFrom('generation_edges').selectAll().execute();
  const allowed = new Set(edges.map((edge) => `${edge.from_state} -> ${edge.to_state}`));
  for (const from of states) {
    for (const to of states.filter((state) => state !== from)) {
      const id = await generationIn(from);
      const move = database.db
        .updateTable('generations')
        .set({ state: to })
        .where('id', '=', id)
        .returning('tries');
      const outcome = await move.executeTakeFirstOrThrow().then(
        ({ tries }) => `moved, tries ${tries}`,
        (error: { code?: string }) => error.code,
      );
      expect(`${from} -> ${to}: ${outcome}`).toBe(
        `${from} -> ${to}: ${allowed.has(`${from} -> ${to}`) ? 'moved, tries 0' : 'KG001'}`,
      );
    }
  }
});

test('the ends of a life have no way out', async () => {
  const edges = await database.db
    .selectFrom('generation_edges')
    .select('to_state')
    .where('from_state', 'in', ['succeeded', 'failed', 'cancelled'])
    .execute();
  expect(edges).toEqual([]);
});
