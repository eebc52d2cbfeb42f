import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkInvariants, grant, openAccount } from '@kie/credits';
import type { Queryable } from '@kie/database';
import { sql } from 'kysely';
import { checkGenerations, receiveCallback, startGeneration, verifyCallback } from '../../src/index.ts';
import type { CrashPoint } from '../../src/index.ts';
import { startChaosKie } from './kie.ts';
import { createRandom } from './random.ts';

/** What goes wrong in a run. */
export interface ChaosOptions {
  readonly db: Queryable;
  readonly url: string;
  readonly mediaRoot: string;
  readonly seed: number;
  /** Ends after so many kills or so much time, whichever comes first. */
  readonly kills: number;
  readonly forMs: number;
  /** Longest life of a process after its start. */
  readonly lifeMs: number;
  /** Orders that wait at any time. Default 24. */
  readonly open?: number;
  /** Worker processes at once. */
  readonly processes: number;
  /** Callbacks lost, doubled, refused; replies lost. */
  readonly lossy: boolean;
  /** The worker that saves after the call. */
  readonly naive?: boolean;
  /** After the last kill everything must have ended within this time. */
  readonly drainMs: number;
  readonly log?: (line: string) => void;
}

/** What came of it; everything from `lost` to `problems` must be zero, but for the naive worker. */
export interface ChaosCounts {
  readonly kills: number;
  /** Deaths at a named point, by its name; the others came at random moments. */
  readonly deaths: Readonly<Record<string, number>>;
  readonly generations: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly tasks: number;
  readonly adopted: number;
  readonly refundedUnknown: number;
  /** Of those: KIE had billed a task that nobody will ever see. */
  readonly refundedButPaid: number;
  readonly gifts: number;
  readonly drainMs: number;
  readonly lost: number;
  readonly stuck: number;
  readonly paidTwice: number;
  readonly doubleDeliveries: number;
  readonly problems: readonly string[];
}

/** W0 to W5 of a life; the deaths at them are counted by name. */
const points = [
  'claimed',
  'prepared',
  'marked',
  'answered',
  'submitted',
  'checked',
  'storing',
  'stored',
  'settled',
] as const satisfies readonly CrashPoint[];

const people = 12;
const noWakeUps = { wake: async () => {} };

/** Starts generations, kills the processes that work on them again and again, lets one finish, and counts. */
export async function runChaos(options: ChaosOptions): Promise<ChaosCounts> {
  const { db, lossy, naive = false, open: openAtOnce = 24, log = () => {} } = options;
  const random = createRandom(options.seed);
  const chance = (value: number): number => (lossy ? value : 0);
  const kie = await startChaosKie({
    random,
    lostReplies: chance(0.02),
    failedTasks: 0.1,
    lostCallbacks: chance(0.1),
    doubledCallbacks: 0.2,
    refusedCallbacks: chance(0.05),
    onCallback: (url, taskId) => receive(db, url, taskId),
  });
  await openPeople(db);
  const deaths: Record<string, number> = {};
  const children = new Set<ChildProcess>();
  let kills = 0;
  let lifeNumber = 0;
  let started = 0;
  const endsAt = Date.now() + options.forMs;
  const goesOn = (): boolean => kills < options.kills && Date.now() < endsAt;

  async function feed(): Promise<void> {
    while (goesOn()) {
      const { rows } = await sql<{ open: number }>`
        select count(*) as open from generations where state not in ('succeeded', 'failed', 'cancelled', 'running')
      `.execute(db);
      for (let n = rows[0]?.open ?? 0; n < openAtOnce; n += 1) {
        const userId = 1 + Math.floor(random() * people);
        const prompt = `order ${started}`;
        const order = { userId, chatId: userId, draftId: 'chaos', draftVersion: started, modelId: 'z-image' };
        started += 1;
        await startGeneration(db, noWakeUps, { ...order, input: { prompt, aspect_ratio: '1:1' }, price: 3 });
      }
      await sleep(40);
    }
  }

  function spawnWorker(mortal: boolean, point?: CrashPoint): ChildProcess {
    const child = spawn(
      process.execPath,
      ['--conditions=@kie/source', join(import.meta.dirname, 'worker.ts')],
      {
        env: {
          ...process.env,
          DATABASE_URL: options.url,
          KIE_ORIGIN: kie.origin,
          MEDIA_ROOT: options.mediaRoot,
          CRASH_CHANCE: mortal ? String(naive ? 0.2 : 0.015) : '0',
          // A start costs a third with it, and there are many.
          NODE_COMPILE_CACHE: join(options.mediaRoot, 'compiled'),
          CALLBACKS: '1',
          ...(point && { CRASH_POINT: point }),
          ...(naive && { NAIVE: '1' }),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  }

  async function lives(): Promise<void> {
    while (goesOn()) {
      // Every other life ends at a named place, in turn; the others end anywhere.
      lifeNumber += 1;
      const aimed = lifeNumber % 2 === 0 && !naive ? points[(lifeNumber / 2) % points.length] : undefined;
      const child = spawnWorker(true, aimed);
      const exited = once(child, 'exit');
      let said = '';
      child.stdout?.on('data', (data: Buffer) => (said += data.toString()));
      while (!said.includes('up') && child.exitCode === null && child.signalCode === null) await sleep(5);
      // From before its first claim to well into the work.
      const timer = setTimeout(() => child.kill('SIGKILL'), aimed ? 5000 : 30 + random() * options.lifeMs);
      await exited;
      clearTimeout(timer);
      const point = /died (\w+)/.exec(said)?.[1];
      if (point !== undefined) deaths[point] = (deaths[point] ?? 0) + 1;
      kills += 1;
      if (kills % 50 === 0) log(`${kills} kills, ${started} generations, ${kie.made()} tasks`);
    }
  }

  try {
    await Promise.all([feed(), ...Array.from({ length: options.processes }, () => lives())]);
    const drainBegan = Date.now();
    const last = spawnWorker(false);
    const stuck = await drain(db, options.drainMs, naive);
    const drainMs = Date.now() - drainBegan;
    await kie.quiet();
    // A callback after the refund is looked at once more, and is a gift.
    await sleep(naive ? 0 : 300);
    const gone = once(last, 'exit');
    last.kill('SIGKILL');
    await gone;
    return { ...(await count(db, kie.paid, started)), kills, deaths, tasks: kie.made(), stuck, drainMs };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    kie.stop();
  }
}

function receive(db: Queryable, called: string, taskId: string): Promise<unknown> {
  const [generationId = '', attempt = '', signature = ''] = new URL(called).pathname.slice(1).split('/');
  const subject = { generationId, attempt: Number(attempt) };
  if (!verifyCallback('secret', { ...subject, signature }))
    throw new Error('a callback with a wrong signature');
  return receiveCallback(db, noWakeUps, { ...subject, taskId });
}

async function openPeople(db: Queryable): Promise<void> {
  for (let id = 1; id <= people; id += 1) {
    await db
      .insertInto('users')
      .values({ id, first_name: `Person ${id}` })
      .execute();
    await openAccount(db, id);
    await grant(db, { userId: id, amount: 1_000_000, key: `grant-welcome-${id}` });
  }
}

/** Generations that are still open when the time is over. The naive worker knows no end, only "nothing queued". */
async function drain(db: Queryable, forMs: number, naive: boolean): Promise<number> {
  const endsAt = Date.now() + forMs;
  for (;;) {
    const { rows } = await sql<{ open: number }>`
      select count(*) as open from generations
       where case when ${naive} then state = 'queued' else state not in ('succeeded', 'failed', 'cancelled') end
    `.execute(db);
    const open = rows[0]?.open ?? 0;
    if (open === 0 || Date.now() > endsAt) return open;
    await sleep(50);
  }
}

async function count(
  db: Queryable,
  paid: ReadonlyMap<string, number>,
  started: number,
): Promise<Omit<ChaosCounts, 'kills' | 'deaths' | 'tasks' | 'stuck' | 'drainMs'>> {
  const rows = await db
    .selectFrom('generations')
    .select(['id', 'state', 'gift', 'failure', 'task_id', sql<string>`input ->> 'prompt'`.as('prompt')])
    .execute();
  const unknown = rows.filter(({ failure }) => failure?.code === 'submit_unknown');
  const adopted = await db
    .selectFrom('generation_events')
    .select('generation_id')
    .where('event', '=', 'adopted')
    .execute();
  const { rows: doubles } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from deliveries group by generation_id having count(*) > 1) as double
  `.execute(db);
  const problems = [...(await checkInvariants(db)), ...(await checkGenerations(db))];
  return {
    generations: rows.length,
    succeeded: rows.filter(({ state }) => state === 'succeeded').length,
    failed: rows.filter(({ state }) => state === 'failed').length,
    adopted: adopted.length,
    refundedUnknown: unknown.length,
    refundedButPaid: unknown.filter(({ prompt, gift }) => !gift && (paid.get(prompt) ?? 0) > 0).length,
    gifts: rows.filter(({ gift }) => gift).length,
    lost: started - rows.length,
    paidTwice: [...paid.values()].filter((times) => times > 1).length,
    doubleDeliveries: doubles[0]?.n ?? 0,
    problems: problems.map(({ message }) => message),
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
