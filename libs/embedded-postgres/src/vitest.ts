import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { createDatabase } from './sql.ts';
import { startPostgres } from './start.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the `postgres` database of this run's server. */
    postgresUrl: string;
  }
}

/**
 * Vitest's `globalSetup`: one throw-away server for the run. Name it in `vitest.config.ts`:
 * `globalSetup: ['@kie/embedded-postgres/vitest']`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url());
  return () => server.stop();
}

/**
 * In a test: creates a fresh database, empty or a copy of `template`, and returns its address. Nobody has to drop it,
 * the whole server goes at the end of the run.
 */
export function testDatabase(options: { readonly template?: string } = {}): Promise<string> {
  return createDatabase(inject('postgresUrl'), `test_${randomUUID()}`, options.template);
}
