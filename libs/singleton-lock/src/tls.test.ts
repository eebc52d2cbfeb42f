import { chmodSync, chownSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, test } from 'vitest';
import { selfSigned } from '../test/certificate.ts';
import { adminOf, eventually, optionsFor } from '../test/helpers.ts';
import { acquireSingletonLock, describeHolder } from './index.ts';

test('TLS options are passed on: an authority that is known, one that is not', async () => {
  const url = await testDatabase();
  const admin = await adminOf(url);
  const folder = ((await admin.query('show data_directory')).rows[0] as { data_directory: string })
    .data_directory;
  const { cert, key } = selfSigned();
  const owner = statSync(folder);
  for (const [file, body] of [
    ['server.crt', cert],
    ['server.key', key],
  ] as const) {
    writeFileSync(join(folder, file), body);
    chownSync(join(folder, file), owner.uid, owner.gid);
    chmodSync(join(folder, file), 0o600);
  }
  await admin.query('alter system set ssl = on');
  await admin.query('select pg_reload_conf()');
  await eventually(async () => expect((await admin.query('show ssl')).rows).toEqual([{ ssl: 'on' }]));

  const connection = { connectionString: url, ssl: { ca: cert } };
  const options = { ...optionsFor(url, { label: 'tls' }), connection };
  const lock = await acquireSingletonLock(options);
  const { rows } = await admin.query(
    "select version from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'singleton-lock tls' and datname = current_database()",
  );
  expect(rows).toEqual([{ version: 'TLSv1.3' }]);
  expect(await describeHolder({ connection, key: options.key })).toMatchObject({ label: 'tls' });
  await lock.release();
  await expect(
    acquireSingletonLock({
      ...options,
      connection: { connectionString: url, ssl: { ca: selfSigned().cert } },
    }),
  ).rejects.toThrow(/certificate/);
});
