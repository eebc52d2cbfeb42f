import { expect, test } from 'vitest';
import { readArguments, UsageError } from './options.ts';

test('nothing is real by default, and a key that lies around is ignored aloud', () => {
  const read = readArguments([], { KIE_API_KEY: 'example-key' });
  expect(read.real.size).toBe(0);
  expect(read.notices).toEqual([expect.stringContaining('KIE_API_KEY is set but ignored')]);
  expect(read.notices.join()).not.toContain('example-key');
});

test('--real takes what is named', () => {
  const env = { KIE_API_KEY: 'example-key', DATABASE_URL: 'postgres://127.0.0.1/x' };
  expect([...readArguments(['--real', 'kie,db'], env).real]).toEqual(['kie', 'db']);
});

test.each([
  [['--real', 'kie'], {}, /needs the variable KIE_API_KEY/],
  [['--real', 'moon'], {}, /allowed are telegram, kie, db/],
  [['--nonsense'], {}, /--nonsense/],
  [[], { NODE_ENV: 'production' }, /refuses to run in production/],
  [[], { RENDER: 'true' }, /refuses to run in production/],
] as const)('%j %j is refused', (argv, env, message) => {
  expect(() => readArguments(argv, env)).toThrow(UsageError);
  expect(() => readArguments(argv, env)).toThrow(message);
});
