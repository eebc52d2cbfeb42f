import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, killNow, startOwner } from '../test/helpers.ts';
import { startPostgres } from './index.ts';

let root: string;
let dataDir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'));
  chmodSync(root, 0o755);
  dataDir = join(root, 'data', 'postgres');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a kept folder keeps data, port and durability over restarts', async () => {
  const first = await startPostgres({ dataDir });
  await ask(first.url(), 'create table notes as select 42 as n');
  expect(await ask(first.url(), 'show fsync')).toBe('on');
  await first.stop();
  const second = await startPostgres({ dataDir });
  expect(second.port).toBe(first.port);
  expect(await ask(second.url(), 'select n from notes')).toBe(42);
  await second.stop();

  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(first.port, '127.0.0.1', () => resolve()));
  const third = await startPostgres({ dataDir });
  expect(third.port).not.toBe(first.port);
  await third.stop();
  taken.close();
});

test('a healthy server left behind by a killed owner is adopted, a second owner is refused', async () => {
  const { child, url } = await startOwner(dataDir);
  await ask(url, 'create table notes as select 1 as n');
  const server = await ask(url, 'select pg_postmaster_start_time()::text');
  await expect(startPostgres({ dataDir })).rejects.toThrow(`in use by process ${child.pid}`);
  await killNow(child);
  const adopted = await startPostgres({ dataDir });
  expect(adopted.url()).toBe(url);
  expect(await ask(url, 'select pg_postmaster_start_time()::text')).toBe(server);
  await adopted.stop();
  await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test('a left-over server with other settings is stopped and replaced', async () => {
  const { child, url } = await startOwner(dataDir);
  const before = await ask(url, 'select pg_postmaster_start_time()::text');
  await killNow(child);
  const other = await startPostgres({ dataDir, durable: false });
  expect(await ask(other.url(), 'show fsync')).toBe('off');
  expect(await ask(other.url(), 'select pg_postmaster_start_time()::text')).not.toBe(before);
  await other.stop();
});

test('after kill -9 of the server itself the next start recovers what was committed', async () => {
  const first = await startPostgres({ dataDir });
  await ask(first.url(), 'create table notes as select 42 as n');
  process.kill(Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  const second = await startPostgres({ dataDir });
  expect(await ask(second.url(), 'select n from notes')).toBe(42);
  await second.stop();
});

test('after a power cut: a stale pid file, even one that names a living stranger, does not keep it from starting', async () => {
  const first = await startPostgres({ dataDir });
  const pidFile = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8');
  await first.stop();
  writeFileSync(join(dataDir, 'postmaster.pid'), pidFile.replace(/^\d+/, String(process.pid)));
  const second = await startPostgres({ dataDir });
  expect(await ask(second.url(), 'select 1')).toBe(1);
  await second.stop();
});

test('a folder with other things in it is left alone', async () => {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'thesis.txt'), 'precious');
  await expect(startPostgres({ dataDir })).rejects.toThrow('is not a PostgreSQL data folder');
  expect(existsSync(join(dataDir, 'thesis.txt'))).toBe(true);
});

test('a folder below a private one works, for root too', async () => {
  chmodSync(root, 0o700);
  const server = await startPostgres({ dataDir });
  await ask(server.url(), 'create table notes as select 42 as n');
  await server.stop();
  const again = await startPostgres({ dataDir });
  expect(await ask(again.url(), 'select n from notes')).toBe(42);
  await again.stop();
});
