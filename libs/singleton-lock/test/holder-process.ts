// Takes a lock and keeps it; the tests freeze and kill this process. Arguments: url, key, and "bare" for an advisory lock as one would
// write it without this package.
import pg from 'pg';
import { acquireSingletonLock } from '../src/index.ts';

const [url = '', key = '0', kind] = process.argv.slice(2);
if (kind === 'bare') {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [key]);
  console.log('held');
} else {
  const connection = url;
  const lock = await acquireSingletonLock({
    connection,
    key: BigInt(key),
    label: 'holder process',
    profile: 'fast',
    onLost: () => process.exit(3),
  });
  console.log(`held ${lock.epoch}`);
}
setInterval(() => {}, 60_000);
