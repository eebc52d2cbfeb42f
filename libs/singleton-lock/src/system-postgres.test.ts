import { expect, onTestFinished, test } from 'vitest';
import { adminOf, optionsFor, startHolder, terminate } from '../test/helpers.ts';
import { startSystemPostgres, systemPostgres } from '../test/system-postgres.ts';
import { acquireSingletonLock, describeHolder } from './index.ts';

// In CI its absence is a failure.
const found = systemPostgres();
const isHere = found !== undefined || process.env['CI'] === 'true';
if (!isHere) console.warn('SKIPPED: no PostgreSQL of the system (Debian: apt-get install postgresql)');

test.runIf(isHere)(
  `an older PostgreSQL (${found?.version}): hand-over, loss, a frozen holder, the holder described`,
  async () => {
    const server = await startSystemPostgres(found!.bin);
    onTestFinished(server.stop);
    const options = optionsFor(server.url(), { strict: false, label: 'older' });
    const admin = await adminOf(server.url());
    const first = await acquireSingletonLock(options);
    const waiting = acquireSingletonLock(options);
    await first.release();
    expect((await waiting).token).toEqual({ key: options.key, timeline: 1, epoch: 2n });
    await terminate(admin, 'older');
    const holder = await startHolder(server.url(), options.key);
    expect(await describeHolder({ connection: server.url(), key: options.key })).toMatchObject({
      label: 'holder process',
      epoch: 3n,
      host: '127.0.0.1',
    });
    holder.kill('SIGSTOP');
    const fourth = await acquireSingletonLock(options);
    expect(fourth.epoch).toBe(4n);
    await fourth.release();
  },
);
