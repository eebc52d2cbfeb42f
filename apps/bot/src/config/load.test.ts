import { readFileSync } from 'node:fs';
import { ConfigError, renderEnvExample } from '@kie/service-kit';
import { expect, test } from 'vitest';
import { definition } from './definition.ts';
import { loadBotConfig } from './load.ts';

const minimal = {
  TELEGRAM_BOT_TOKEN: '123456789:AAExample-Example-Example-Example-1',
  KIE_API_KEY: 'example-key-of-kie',
  DATABASE_URL: 'postgres://bot@127.0.0.1:5432/bot',
};

function problems(env: Record<string, string>): Record<string, string> {
  try {
    loadBotConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) {
      return Object.fromEntries(error.problems.map(({ variable, problem }) => [variable, problem]));
    }
    throw error;
  }
  return {};
}

test('three variables are enough for a polling bot', () => {
  expect(loadBotConfig(minimal)).toMatchObject({
    mode: 'polling',
    runsWeb: true,
    runsWorker: true,
    PORT: 10_000,
  });
});

test('nothing set: one error that names all three', () => {
  expect(Object.keys(problems({}))).toEqual(['TELEGRAM_BOT_TOKEN', 'KIE_API_KEY', 'DATABASE_URL']);
});

test('a public address means webhooks, and those need secrets', () => {
  const found = problems({ ...minimal, PUBLIC_BASE_URL: 'https://bot.example' });
  expect(Object.keys(found)).toEqual(['TELEGRAM_WEBHOOK_SECRET', 'KIE_CALLBACK_SECRET']);
});

test.each([
  ['BOT_ROLE', 'boss'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://x'],
  ['TELEGRAM_BOT_TOKEN', 'nope'],
  ['CREDIT_MULTIPLIER', '0'],
  ['TELEGRAM_API_ROOT', 'http://example.org'],
])('%s=%s is refused by name', (name, value) => {
  expect(Object.keys(problems({ ...minimal, [name]: value }))).toEqual([name]);
});

test('a wrong secret is not quoted in the error', () => {
  const secret = 'canary-1234567890-canary';
  expect(JSON.stringify(problems({ ...minimal, TELEGRAM_BOT_TOKEN: secret }))).not.toContain(secret);
});

test('.env.example is made from the definition', () => {
  const file = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
  expect(file, 'run: npm run env:example').toContain(renderEnvExample(definition));
});
