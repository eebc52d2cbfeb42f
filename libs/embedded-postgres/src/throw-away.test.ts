import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, inject, test, vi } from 'vitest';
import { ask, killNow, startOwner } from '../test/helpers.ts';
import { startPostgres } from './index.ts';
import { testDatabase } from './vitest.ts';

test('a throw-away server makes databases, clones a template, and leaves nothing behind', async () => {
  const server = await startPostgres();
  const folder = (await ask(server.url(), 'show data_directory')) as string;
  const template = await server.createDatabase('a template');
  await ask(template, 'create table things as select 7 as n');
  const clone = await server.createDatabase('clone', 'a template');
  expect(clone).toBe(server.url('clone'));
  expect(await ask(clone, 'select n from things')).toBe(7);
  expect(await ask(clone, "select current_setting('server_version_num')::int / 10000")).toBe(18);
  await server.stop();
  await server.stop();
  expect(existsSync(folder)).toBe(false);
  await expect(ask(clone, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test.for(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'when its owner ends by %s, server and folder go',
  async (signal) => {
    const { child, url } = await startOwner();
    const folder = (await ask(url, 'show data_directory')) as string;
    expect(existsSync(folder)).toBe(true);
    await killNow(child, signal);
    await vi.waitFor(() => expect(existsSync(folder)).toBe(false), { timeout: 20_000, interval: 20 });
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  },
);

test('a taken port is named', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
  );
  await expect(startPostgres({ port })).rejects.toThrow(`Port ${port} is taken`);
  taken.close();
});

test('the vitest helper gives each call a database of its own', async () => {
  expect(inject('postgresUrl')).toMatch(/^postgres:\/\/postgres@127\.0\.0\.1:\d+\/postgres$/);
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  await ask(one, 'create table only_here (n int)');
  expect(await ask(one, "select to_regclass('only_here')::text")).toBe('only_here');
  expect(await ask(two, "select to_regclass('only_here')::text")).toBeNull();
  const name = new URL(one).pathname.slice(1);
  const copy = await testDatabase({ template: name });
  expect(await ask(copy, "select to_regclass('only_here')::text")).toBe('only_here');
});
