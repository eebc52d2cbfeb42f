import { createHash } from 'node:crypto';
import { testDatabase } from '@kie/embedded-postgres/vitest';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type DatabaseHandle, type QueryLogger } from './create-database.ts';
import { withDirectClient } from './direct-client.ts';
import { migrate } from './migrate.ts';
import { checksumOf } from './migration-history.ts';
import { migrations } from './migrations/index.ts';

/** A database for one test or test file. */
export interface TestDatabase extends DatabaseHandle {
  readonly url: string;
}

/**
 * In vitest: a fresh database with the whole schema, cloned from a template in about 10 ms. Needs `globalSetup:
 * ['@kie/embedded-postgres/vitest']`. Close it when done; nobody has to drop it.
 *
 * @example
 * const { db, url, close } = await migratedDatabase();
 */
export async function migratedDatabase(
  options: { readonly max?: number; readonly logger?: QueryLogger } = {},
): Promise<TestDatabase> {
  const template = await migratedTemplate(inject('postgresUrl'));
  const url = await testDatabase({ template });
  return { ...createDatabase({ ...options, url }), url };
}

/** The first caller of a run makes the template, callers in other workers wait for it. */
function migratedTemplate(serverUrl: string): Promise<string> {
  const fingerprint = createHash('sha256')
    .update(migrations.map(checksumOf).join())
    .digest('hex')
    .slice(0, 16);
  const name = `template_${fingerprint}`;
  return withDirectClient(serverUrl, async (client) => {
    const { rows: found } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.length > 0) return name;
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rows: foundNow } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (foundNow.length > 0) return name;
    const unfinished = `${name}_new`;
    await client.query(`drop database if exists ${pg.escapeIdentifier(unfinished)} with (force)`);
    await client.query(`create database ${pg.escapeIdentifier(unfinished)}`);
    const url = new URL(serverUrl);
    url.pathname = `/${unfinished}`;
    await migrate({ url: url.href });
    await renameWhenIdle(client, unfinished, name);
    return name;
  });
}

/** The connection that migrated may still be closing on the server's side. */
async function renameWhenIdle(client: pg.Client, from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(`alter database ${pg.escapeIdentifier(from)} rename to ${pg.escapeIdentifier(to)}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tries === 50) throw error;
      await client.query('select pg_sleep(0.02)');
    }
  }
}
