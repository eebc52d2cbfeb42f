import * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import { defineConfig } from './definition.ts';
import { renderEnvExample } from './env-example.ts';
import { ConfigError } from './error.ts';
import { loadConfig } from './load.ts';
import { maskConfig, secretValues } from './mask.ts';
import { flag, list, url, wholeNumber } from './schemas.ts';

const definition = defineConfig({
  BOT_TOKEN: {
    schema: v.pipe(v.string(), v.regex(/^\d+:[\w-]{10,}$/, 'must look like 123456:ABC-def')),
    secret: true,
    example: '123456:ABC-def1234567',
    where: '@BotFather, /newbot',
    description: 'Token of the bot.',
    group: 'Telegram',
  },
  BOT_MODE: {
    schema: v.picklist(['polling', 'webhook']),
    default: 'polling',
    example: 'webhook',
    where: 'your choice',
    description: 'How updates arrive.',
    group: 'Telegram',
  },
  PUBLIC_URL: {
    schema: url(['https']),
    optional: true,
    example: 'https://bot.example',
    where: 'your host',
    description: 'Address of this service.',
    group: 'HTTP',
  },
  PORT: {
    schema: wholeNumber(0, 65535),
    default: '10000',
    example: '8080',
    where: 'your host',
    description: 'Port of the HTTP server.',
    group: 'HTTP',
  },
  HEALTH: {
    schema: flag(),
    default: '1',
    example: '0',
    where: 'your choice',
    description: 'Open the port.',
    group: 'HTTP',
  },
  ADMIN_IDS: {
    schema: list(wholeNumber(1)),
    default: '',
    optional: true,
    example: '1,2',
    where: '@userinfobot',
    description: 'Who may use /stats.',
    group: 'Telegram',
  },
});
const token = '123456:ABC-def1234567';

test('gives typed values, defaults and absent optional ones', () => {
  const config = loadConfig(definition, {
    BOT_TOKEN: ` ${token} `,
    PORT: '',
    ADMIN_IDS: '7, 8,',
    HEALTH: 'no',
  });
  expect(config).toEqual({
    BOT_TOKEN: token,
    BOT_MODE: 'polling',
    PORT: 10000,
    HEALTH: false,
    ADMIN_IDS: [7, 8],
  });
  expectTypeOf(config.PORT).toEqualTypeOf<number>();
  expectTypeOf(config.BOT_MODE).toEqualTypeOf<'polling' | 'webhook'>();
  expectTypeOf(config.PUBLIC_URL).toEqualTypeOf<string | undefined>();
  expect(loadConfig(definition, { BOT_TOKEN: token, PUBLIC_URL: 'https://a.example/' }).PUBLIC_URL).toBe(
    'https://a.example',
  );
});

test('reports every problem at once, each with its fix', () => {
  const env = { BOT_MODE: 'web', PORT: '99999', PUBLIC_URL: 'http://a', HEALTH: 'maybe', ADMIN_IDS: '7,x' };
  let caught: unknown;
  try {
    loadConfig(definition, env);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(ConfigError);
  const { problems, message } = caught as ConfigError;
  expect(problems.map(({ variable }) => variable)).toEqual([
    'BOT_TOKEN',
    'BOT_MODE',
    'PUBLIC_URL',
    'PORT',
    'HEALTH',
    'ADMIN_IDS',
  ]);
  expect(message).toContain('6 settings are wrong');
  expect(message).toContain('BOT_TOKEN: is missing. Token of the bot.');
  expect(message).toContain('example: BOT_TOKEN=123456:ABC-def1234567');
  expect(message).toContain('where:   @BotFather, /newbot');
  expect(message).toContain('BOT_MODE: must be (polling | webhook) (is "web")');
  expect(message).toContain('PORT: must be a whole number from 0 to 65535 (is "99999")');
  expect(message).toContain('PUBLIC_URL: must be an address starting with https:// (is "http://a")');
});

test('rules across variables join the same list and see only right values', () => {
  expect(() =>
    loadConfig(definition, { BOT_MODE: 'webhook', PORT: 'x' }, [
      (config) =>
        config.BOT_MODE === 'webhook' && config.PUBLIC_URL === undefined
          ? { variable: 'PUBLIC_URL', problem: 'is needed when BOT_MODE=webhook.' }
          : undefined,
      (config) => (config.PORT === undefined ? undefined : { variable: 'PORT', problem: 'never seen' }),
    ]),
  ).toThrow(/BOT_TOKEN: is missing(.|\n)*PORT: must be(.|\n)*PUBLIC_URL: is needed when BOT_MODE=webhook/);
});

test('a wrong secret is not quoted', () => {
  const wrong = 'canary-secret-value';
  for (const schema of [
    v.pipe(v.string(), v.regex(/^\d+$/, 'must be digits')),
    v.picklist(['one', 'two']),
    v.pipe(
      v.string(),
      v.check(() => false),
    ),
    v.pipe(v.string(), v.maxLength(3)),
    v.pipe(v.string(), v.url()),
  ]) {
    const one = defineConfig({
      KEY: { schema, secret: true, example: 'x', where: 'y', description: 'z', group: 'g' },
    });
    let message = '';
    try {
      loadConfig(one, { KEY: wrong });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('KEY: ');
    expect(message).not.toContain(wrong);
  }
});

test('masks secrets and hands their values to the redactor', () => {
  const config = loadConfig(definition, { BOT_TOKEN: token, ADMIN_IDS: '7' });
  expect(maskConfig(definition, config)).toEqual({
    BOT_TOKEN: `set (${token.length} characters)`,
    BOT_MODE: 'polling',
    PUBLIC_URL: 'not set',
    PORT: '10000',
    HEALTH: 'true',
    ADMIN_IDS: '[7]',
  });
  expect(secretValues(definition, config)).toEqual([token]);
});

test('renders .env.example by group; the required ones stand open', () => {
  const text = renderEnvExample(definition);
  expect(text.startsWith('# --- Telegram ---\n\n# Token of the bot.\n# Where: @BotFather, /newbot\n')).toBe(
    true,
  );
  expect(text).toContain('\n# Secret: never commit it.\nBOT_TOKEN=\n');
  expect(text).toContain('\n# PORT=10000\n');
  expect(text).toContain('\n# PUBLIC_URL=\n');
  expect(text.indexOf('ADMIN_IDS')).toBeLessThan(text.indexOf('# --- HTTP ---'));
});
