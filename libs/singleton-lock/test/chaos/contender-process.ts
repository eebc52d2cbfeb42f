// One of several processes that contend for three locks, one of each design. While it believes that it leads it acts outside of PostgreSQL
// (a line in a shared file, whose order is the order of the actions) and writes to the database, fenced and unfenced.
// Arguments: address, folder, name, keys of the designs. A line "release" on the standard input hands all locks on; its end ends the process.
import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { fenceSql } from '../../src/index.ts';
import { contend, designs, type Design, type Term } from './contender.ts';
import { sharedNow, sleep } from './measure.ts';

const [url = '', folder = '', name = '', ...keys] = process.argv.slice(2);
const step = `update chaos_register set seq = seq + 1`;
const unfenced = `
  with moved as (${step} where design = $1 and kind = 'unfenced' returning seq)
  insert into chaos_history select $1, 'unfenced', seq, $2 from moved`;
const fenced = `
  with fence as (${fenceSql}), moved as (${step} from fence where design = $4 and kind = 'fenced' returning seq)
  insert into chaos_history select $4, 'fenced', seq, $2 from moved`;

let round = new AbortController();
createInterface({ input: process.stdin })
  .on('line', () => round.abort())
  .on('close', () => process.exit());

for (const [n, design] of designs.entries()) void contendForEver(design, BigInt(keys[n] ?? 0));
console.log('ready');

async function contendForEver(design: Design, key: bigint): Promise<void> {
  const log = openSync(join(folder, `${design}.log`), 'a');
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 1000,
    query_timeout: 6000,
    application_name: `work ${name}`,
  });
  pool.on('error', () => {});
  for (;;) {
    const { signal } = round;
    try {
      const work = (term: Term) => lead(term, design, log, pool);
      await contend({ design, url, key, label: name, signal, work });
    } catch {
      // The server restarts, or the line is cut: the next try.
    }
    if (signal.aborted && round.signal === signal) round = new AbortController();
    await sleep(100);
  }
}

async function lead(
  { token, held, ending }: Term,
  design: Design,
  log: number,
  pool: pg.Pool,
): Promise<void> {
  let isWriting = false;
  const write = async () => {
    isWriting = true;
    // Sent while leading; when they arrive is another matter.
    await Promise.allSettled([
      pool.query(unfenced, [design, token.epoch]),
      pool.query(fenced, [token.key, token.epoch, token.timeline, design]),
    ]);
    isWriting = false;
  };
  while (!ending.aborted) {
    if (held()) writeSync(log, `${token.epoch} ${sharedNow()}\n`);
    if (!isWriting) void write();
    await sleep(20);
  }
}
