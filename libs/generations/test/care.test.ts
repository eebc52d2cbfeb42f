import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  checkGenerations,
  deleteExpired,
  forgetPerson,
  formatReconciliation,
  generationFiles,
  reconcile,
} from '../src/index.ts';
import { notSubmitted } from './support/fake-handler.ts';
import { pipeline, userId } from './support/pipeline.ts';

// Each line does what no step of the pipeline does; the check must see it, and the second line mends it.
const damages = [
  [
    `update holds set amount = 11 where state = 'held'`,
    `update holds set amount = 10`,
    ['open_without_hold'],
  ],
  [
    `update generations set state = 'failed' where state = 'queued'`,
    `update generations set state = 'queued' where state = 'failed'`,
    ['held_after_end'],
  ],
  [
    `update generations set state = 'failed' where state = 'succeeded'`,
    `update generations set state = 'succeeded' where state = 'failed'`,
    ['failed_but_captured'],
  ],
  [
    `create table kept as select * from generation_files; delete from generation_files`,
    `insert into generation_files select * from kept`,
    ['captured_without_files'],
  ],
  [
    `create table kept as select * from deliveries; delete from deliveries`,
    `insert into deliveries select * from kept`,
    ['captured_without_delivery'],
  ],
  [
    `insert into generation_events (generation_id, event, detail) select generation_id, event, detail || '{"copy":1}' from generation_events where event = 'submitted'`,
    `delete from generation_events where detail ? 'copy'`,
    ['one_task_twice'],
  ],
] as const;

test('the check of generations against money notices every damage', async () => {
  const p = await pipeline();
  const done = await p.start();
  const worker = await p.worker();
  await p.reach(done.id, 'succeeded');
  await worker.stop();
  await p.start();
  await p.database.pool.query('alter table generations disable trigger generations_edges');
  for (const [damage, repair, codes] of damages) {
    await p.database.pool.query(damage);
    const problems = await checkGenerations(p.database.db);
    expect(
      problems.map(({ code }) => code),
      damage,
    ).toEqual(codes);
    await p.database.pool.query(repair);
    await p.database.pool.query('drop table if exists kept');
  }
});

test('the reconciliation counts lost answers, names old holds, and compares with KIE', async () => {
  const p = await pipeline();
  p.handler.submits.push(notSubmitted('unknown', 'network'));
  p.handler.checks.push({
    status: 'succeeded',
    files: [{ url: 'https://f.example/0.png', kind: 'image', role: 'result' }],
    creditsConsumed: 4,
  });
  const lost = await p.start();
  const worker = await p.worker({ breaker: { threshold: 9 } });
  await p.reach(lost.id, 'failed');
  expect((await reconcile(p.database.db, { kieBalance: async () => 100 })).kie).toEqual({ balance: 100 });
  const good = await p.start();
  await p.reach(good.id, 'succeeded');
  await worker.stop();
  const waiting = await p.start();
  await sql`update holds set created_at = now() - interval '1 hour' where state = 'held'`.execute(
    p.database.db,
  );
  await p.database.db
    .insertInto('provider_callbacks')
    .values({ generation_id: lost.id, attempt: 1, task_id: 'stray' })
    .execute();
  const report = await reconcile(p.database.db, { kieBalance: async () => 92.5 });
  expect(report).toMatchObject({
    problems: [],
    oldHolds: [{ generationId: waiting.id, state: 'queued' }],
    lostAnswers: { adopted: 0, refunded: 1, waiting: 0, gifts: 0 },
    strayTasks: [{ generationId: lost.id, taskId: 'stray' }],
    kie: { balance: 92.5, spent: 7.5, known: 4, unexplained: 3.5 },
  });
  const text = formatReconciliation(report);
  expect(text).toContain('The books add up.');
  expect(text).toContain('3.5 unexplained');
  expect(text).toContain(`task stray of generation ${lost.id} is nobody's`);
});

test('old files go, rows and money stay; what is still to be sent is kept', async () => {
  const p = await pipeline();
  const [old, unsent] = [await p.start(), await p.start()];
  await p.worker();
  for (const { id } of [old, unsent]) await p.reach(id, 'succeeded');
  const { db } = p.database;
  await sql`update generations set finished_at = now() - interval '40 days'`.execute(db);
  await sql`update deliveries set state = 'sent' where generation_id = ${old.id}::uuid`.execute(db);
  await p.store.put('inputs/1.png', new Uint8Array([1]), { mime: 'image/png' });
  const media = {
    user_id: userId,
    kind: 'image',
    telegram_file_id: 'x',
    storage_key: 'inputs/1.png',
  } as const;
  await db
    .insertInto('media')
    .values({ ...media, created_at: new Date(0) })
    .execute();
  expect(await deleteExpired(db, p.store)).toEqual({ outputs: 1, inputs: 1 });
  expect(await deleteExpired(db, p.store)).toEqual({ outputs: 0, inputs: 0 });
  const [gone] = await generationFiles(db, old.id);
  const [kept] = await generationFiles(db, unsent.id);
  expect(gone?.deleted_at).toBeInstanceOf(Date);
  expect(await p.store.exists(gone?.storage_key ?? '')).toBe(false);
  expect(await p.store.exists(kept?.storage_key ?? '')).toBe(true);
  expect(await p.store.exists('inputs/1.png')).toBe(false);
});

test('a person is forgotten when nothing of theirs is open, and the books still add up', async () => {
  const p = await pipeline();
  const { db } = p.database;
  const open = await p.start({ input: { prompt: 'a secret cat' } });
  await expect(forgetPerson(db, p.store, userId)).rejects.toThrow('has not ended');
  await p.worker();
  await p.reach(open.id, 'succeeded');
  expect(await forgetPerson(db, p.store, userId)).toEqual({ outputs: 1, inputs: 0 });
  const everything = await Promise.all([
    db.selectFrom('generations').selectAll().execute(),
    db.selectFrom('users').selectAll().execute(),
    db.selectFrom('generation_events').selectAll().execute(),
  ]);
  expect(JSON.stringify(everything)).not.toMatch(/secret cat|Ada/);
});
