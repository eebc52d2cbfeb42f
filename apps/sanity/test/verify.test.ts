import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const readme = await readFile(resolve(root, 'README.md'), 'utf8');
const names = [...readme.matchAll(/^npm run verify -- (\S+)$/gm)].map((match) => match[1] ?? '');

const verify = (name: string) =>
  spawnSync(process.execPath, ['--conditions=@kie/source', 'tools/verify.ts', name], {
    cwd: root,
    encoding: 'utf8',
  });

describe('npm run verify, as the first page of the repository shows it', () => {
  it('has the one-liners', () => {
    expect(names).toEqual(expect.arrayContaining(['lock-key', 'models', 'validator', 'handler', 'client']));
  });

  it.each(names)('-- %s', (name) => {
    const { status, stdout, stderr } = verify(name);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^(Models: 217|[\w ]+ OK(: .*)?)\n$/);
  });

  it('suggests for a name that it does not know', () => {
    const { status, stderr } = verify('valdator');
    expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean validator?') as unknown]);
  });
});
