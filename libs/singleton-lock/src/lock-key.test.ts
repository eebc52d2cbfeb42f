import { expect, test } from 'vitest';
import { lockKey } from './index.ts';

// Computed with another program (Python's hashlib). They never change: two versions of a program must agree.
test.for([
  ['telegram-polling', '123456:secret', 5_145_906_238_770_240_343n],
  ['a', 'b', 6_463_353_407_833_682_387n],
  ['migrations', 'пароль 🔑', 7_793_078_102_959_335_143n],
  ['cron', 'x'.repeat(100), -3_124_613_298_770_449_143n],
] as const)('lockKey(%s, …) is %s', ([namespace, secret, key]) => {
  expect(lockKey(namespace, secret)).toBe(key);
});

test('no two of 20,000 names share a key, and every key fits PostgreSQL', () => {
  const keys = Array.from({ length: 20_000 }, (_, n) => lockKey('names', `name ${n}`));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every((key) => BigInt.asIntN(64, key) === key)).toBe(true);
});

test('what could be read in two ways is refused', () => {
  expect(lockKey('a', 'b\0c')).not.toBe(lockKey('a', 'bc'));
  expect(() => lockKey('a\0b', 'c')).toThrow('NUL');
  expect(() => lockKey('', 'c')).toThrow('neither empty');
  expect(() => lockKey('a', '')).toThrow('neither empty');
});
