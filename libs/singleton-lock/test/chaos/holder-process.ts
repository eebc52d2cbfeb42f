// Holds many locks of one design; the suite kills, freezes and cuts it off. Arguments: address, design, profile, keys with commas.
// Prints "held" once all are taken, and "lost <key> <time>" for each loss it notices.
import pg from 'pg';
import { acquireSingletonLock, type profiles } from '../../src/index.ts';
import { sharedNow } from './measure.ts';

const [url = '', design, profile = 'fast', keys = ''] = process.argv.slice(2);
process.stdin.on('end', () => process.exit()).resume();

await Promise.all(
  keys.split(',').map(async (key) => {
    const tell = () => void process.stdout.write(`lost ${key} ${sharedNow()}\n`);
    if (design === 'naive') {
      const client = new pg.Client({ connectionString: url, application_name: 'singleton-lock holder' });
      client.on('error', () => {});
      client.on('end', tell);
      await client.connect();
      await client.query(`select pg_advisory_lock(${key})`);
      // A holder that is told things, as one with LISTEN or a query in flight is.
      await client.query('listen chatter');
      return;
    }
    await acquireSingletonLock({
      connection: url,
      key: BigInt(key),
      label: 'holder',
      profile: profile as keyof typeof profiles,
      strict: design === 'strict',
      onLost: tell,
    });
  }),
);
process.stdout.write('held\n');
