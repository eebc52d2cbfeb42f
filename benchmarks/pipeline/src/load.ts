import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { PostgresServer } from '@kie/embedded-postgres';
import { createGenerationWorker } from '@kie/generations';
import { sql } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { fakeHandler, rest } from './fake-kie.ts';
import { countIn, noWakeUps, order, sleep, stage, until } from './stage.ts';

/** 100 orders whose paid request takes 50 ms, on 4 slots; 1.25 s is ideal. */
export async function slots(server: PostgresServer): Promise<Record<string, unknown>> {
  const { db, close } = await stage(server, 'slots', 100);
  for (let n = 0; n < 100; n += 1) await order(db, noWakeUps, 100);
  const worker = createGenerationWorker({
    ...rest,
    database: db,
    wakeUps: noWakeUps,
    handler: fakeHandler({ submitMs: 50, running: true }),
    concurrency: 4,
  });
  const began = performance.now();
  await worker.start();
  await until(async () => (await countIn(db, ['queued', 'submitting'])) === 0);
  const seconds = (performance.now() - began) / 1000;
  await worker.stop();
  await close();
  return { '100 of 50 ms on 4 slots, s': Number(seconds.toFixed(2)), ideal: 1.25 };
}

/** Generations a second through all states, by so many processes. */
export async function throughput(
  server: PostgresServer,
  processes: number,
  count: number,
): Promise<Record<string, unknown>> {
  const { db, url, close } = await stage(server, `throughput_${processes}`);
  for (let n = 0; n < count; n += 1) await order(db, noWakeUps);
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['--conditions=@kie/source', `${import.meta.dirname}/worker.ts`], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  const began = performance.now();
  for (const child of children) child.stdin.write('go\n');
  await until(async () => (await countIn(db, ['succeeded'])) === count);
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await sql<{ p50: number }>`
    select percentile_cont(0.5) within group (order by extract(epoch from finished_at - request_sent_at) * 1000)::double precision as p50
      from generations
  `.execute(db);
  for (const child of children) child.kill('SIGKILL');
  await close();
  return {
    processes,
    generations: count,
    'a second': Math.round(count / seconds),
    'request to stored p50 ms': Math.round(rows[0]?.p50 ?? NaN),
  };
}

/** The engine alone: pg-boss jobs that do nothing, sent in transactions of their own and fetched in batches of 100. */
export async function engine(server: PostgresServer, count: number): Promise<Record<string, unknown>> {
  const { db, url, close } = await stage(server, 'engine', 1);
  const boss = new PgBoss({ connectionString: url, max: 4, schedule: false, supervise: false });
  boss.on('error', () => {});
  await boss.start();
  await boss.createQueue('engine');
  const began = performance.now();
  let left = count;
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      while (left-- > 0) {
        await db.transaction().execute((trx) => boss.send('engine', {}, { db: fromKysely(trx) }));
      }
    }),
  );
  for (;;) {
    const jobs = await boss.fetch('engine', { batchSize: 100 });
    if (jobs.length === 0) break;
    await boss.complete(
      'engine',
      jobs.map(({ id }) => id),
    );
  }
  const seconds = (performance.now() - began) / 1000;
  await boss.stop({ graceful: false });
  await close();
  return { 'engine alone, jobs a second': Math.round(count / seconds) };
}

/** What a worker, its wake-ups and its listener cost while nothing happens, and what 2,000 running tasks cost in memory. */
export async function resting(server: PostgresServer, inFlight: number): Promise<Record<string, unknown>> {
  const { db, url, close } = await stage(server, `resting_${inFlight}`);
  for (let n = 0; n < inFlight; n += 1) await order(db, noWakeUps);
  const child = spawn(process.execPath, ['--conditions=@kie/source', `${import.meta.dirname}/worker.ts`], {
    env: { ...process.env, DATABASE_URL: url, RUNNING: '1', BOSS: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  await until(() => said.includes('ready'));
  child.stdin.write('go\n');
  await until(async () => (await countIn(db, ['running'])) === inFlight, 240_000, 200);
  // A backend of PostgreSQL may keep its counts for ten seconds before it reports them.
  await sleep(12_000);
  const before = await transactions(server, url);
  await sleep(10_000);
  const perSecond = ((await transactions(server, url)) - before) / 10;
  said = '';
  child.stdin.write('memory\n');
  await until(() => said.includes('MB'));
  child.kill('SIGKILL');
  await close();
  return { 'in flight': inFlight, 'transactions a second': perSecond, memory: said.trim() };
}

/** Counted from another database, so that the looking is not counted. */
async function transactions(server: PostgresServer, url: string): Promise<number> {
  const { createDatabase } = await import('@kie/database');
  const { db, close } = createDatabase({ url: server.url('postgres'), max: 1 });
  // Backends report now and then; what they have at the two moments is what is compared.
  const name = new URL(url).pathname.slice(1);
  const { rows } = await sql<{ n: number }>`
    select xact_commit + xact_rollback as n from pg_stat_database where datname = ${name}
  `.execute(db);
  await close();
  return rows[0]?.n ?? 0;
}
