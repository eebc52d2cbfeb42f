import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function start(args: string[], env: Record<string, string>) {
  return spawnSync(process.execPath, ['--conditions=@kie/source', main, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
}

test('without its variables it ends at once and says which, why, and where to get them', () => {
  const { status, stderr } = start([], {});
  expect(status).toBe(78);
  for (const words of [
    'TELEGRAM_BOT_TOKEN',
    '@BotFather',
    'KIE_API_KEY',
    'https://kie.ai/api-key',
    'DATABASE_URL',
  ]) {
    expect(stderr).toContain(words);
  }
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('--check-config prints the configuration without a secret', () => {
  const secret = '123456789:AAcanary-canary-canary-canary-canary';
  const { status, stdout } = start(['--check-config'], {
    TELEGRAM_BOT_TOKEN: secret,
    KIE_API_KEY: 'canary-key-of-kie',
    DATABASE_URL: 'postgres://bot:canary-password@127.0.0.1:5432/bot',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('config OK');
  expect(stdout).not.toMatch(/canary/);
});

test('a database that does not answer: one line about it, exit 1, no secret', () => {
  const { status, stdout, stderr } = start([], {
    TELEGRAM_BOT_TOKEN: '123456789:AAcanary-canary-canary-canary-canary',
    KIE_API_KEY: 'canary-key-of-kie',
    DATABASE_URL: 'postgres://bot:canary-password@127.0.0.1:1/bot',
    PORT: '0',
  });
  expect(status).toBe(1);
  expect(stdout).toMatch(/ECONNREFUSED|connect/);
  expect(stdout + stderr).not.toMatch(/canary/);
});
