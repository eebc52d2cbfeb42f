import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '@kie/embedded-postgres/vitest';
import { expect, onTestFinished, test } from 'vitest';

const program = fileURLToPath(new URL('cli.ts', import.meta.url));

function cli(
  args: string[],
  url?: string,
  more: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  const env = { ...process.env, ...more, ...(url === undefined ? {} : { DATABASE_URL: url }) };
  if (url === undefined) delete (env as NodeJS.ProcessEnv)['DATABASE_URL'];
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });
}

test('status, up, status', async () => {
  const url = await testDatabase();
  expect(await cli(['status'], url)).toMatchObject({
    code: 1,
    output: expect.stringContaining('pending 0001-people'),
  });
  expect(await cli(['up'], url)).toMatchObject({
    code: 0,
    output: expect.stringContaining('applied 0004-telegram'),
  });
  expect(await cli(['status'], url)).toMatchObject({
    code: 0,
    output: expect.stringContaining('applied 0001-people'),
  });
});

test('wrong usage says what is right', async () => {
  expect(await cli(['up'])).toMatchObject({
    code: 2,
    output: expect.stringContaining('DATABASE_URL is missing'),
  });
  expect(await cli(['down'], 'x')).toMatchObject({ code: 2, output: expect.stringContaining('Use "up"') });
  const refused = await cli(['up'], 'postgres://me:hunter2@127.0.0.1:1/db');
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('ECONNREFUSED') });
  expect(refused.output).not.toContain('hunter2');
});

test('new writes the next step and says where its line goes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '0041-last.ts'), '');
  const made = await cli(['new', 'user-notes'], undefined, { MIGRATIONS_FOLDER: folder });
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining("from './0042-user-notes.ts'") });
  const text = await readFile(join(folder, '0042-user-notes.ts'), 'utf8');
  expect(text).toContain('export const userNotes: Migration');
  expect(text).toContain('version: 42');
  expect(await cli(['new', 'Bad Name'], undefined, { MIGRATIONS_FOLDER: folder })).toMatchObject({ code: 2 });
});
