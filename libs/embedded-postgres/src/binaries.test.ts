import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findBinaries, usableBy } from './binaries.ts';
import { serverUser } from './server-user.ts';

function folder(mode: number): string {
  const path = mkdtempSync(join(tmpdir(), 'binaries-'));
  chmodSync(path, mode);
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('binaries in a private folder, with their library links missing, still run as the server user', () => {
  const user = serverUser();
  const installed = dirname(dirname(dirname(findBinaries(user).postgres)));
  const privateCopy = join(folder(0o700), 'package');
  cpSync(installed, privateCopy, { recursive: true, verbatimSymlinks: true });
  const library = join(privateCopy, 'native', 'lib', 'libicuuc.so.60');
  const hasLink = existsSync(library);
  if (hasLink) unlinkSync(library);

  vi.stubEnv('TMPDIR', folder(0o755));
  onTestFinished(() => void vi.unstubAllEnvs());
  const version = () =>
    execFileSync(usableBy(user, privateCopy).postgres, ['--version'], {
      ...user,
      cwd: '/',
      encoding: 'utf8',
    });
  expect(version()).toContain('PostgreSQL) 18');
  expect(version()).toContain('PostgreSQL) 18');
  expect(existsSync(library)).toBe(hasLink);
});
