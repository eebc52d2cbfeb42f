import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, migrate } from '@kie/database';
import { startPostgres } from '@kie/embedded-postgres';
import { checkInvariants, grant, hold, openAccount } from '../../src/index.ts';

/** C5: PostgreSQL is killed with SIGKILL under load, again and again; every hold that was answered must be there. */
export async function killedServer({ kills }: { kills: number }): Promise<Record<string, number>> {
  const dataDir = join(await mkdtemp(join(tmpdir(), 'killed-')), 'data');
  const acknowledged: string[] = [];
  let missing = 0;
  let broken = 0;
  try {
    for (let round = 0; round <= kills; round += 1) {
      const server = await startPostgres({ dataDir, durable: true });
      const url = round === 0 ? await server.createDatabase('ledger') : server.url('ledger');
      if (round === 0) await migrate({ url });
      const { db, close } = createDatabase({ url, max: 8 });
      if (round === 0) {
        await db.insertInto('users').values({ id: 1, first_name: 'x' }).execute();
        await openAccount(db, 1);
        await grant(db, { userId: 1, amount: 100_000_000, key: 'grant-welcome-1' });
      }
      const rows = await db.selectFrom('holds').select('generation_id').execute();
      const there = new Set(rows.map((row) => row.generation_id));
      missing += acknowledged.filter((id) => !there.has(id)).length;
      broken += (await checkInvariants(db)).length;
      if (round < kills) {
        const pid = Number((await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
        const load = Array.from({ length: 8 }, async () => {
          for (;;) {
            const generationId = randomUUID();
            try {
              await hold(db, { userId: 1, generationId, amount: 1 });
              acknowledged.push(generationId);
            } catch {
              return;
            }
          }
        });
        await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 250));
        process.kill(pid, 'SIGKILL');
        await Promise.all(load);
      }
      await close().catch(() => {});
      await server.stop().catch(() => {});
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  return { kills, acknowledged: acknowledged.length, missing, 'invariants broken': broken };
}
