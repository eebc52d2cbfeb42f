import { expect, test } from 'vitest';
import { createLogger, type LoggerOptions } from './logger.ts';
import { markers } from './markers.ts';
import { createRedactor } from './redactor.ts';

const canary = 'canary-7f3a9c1e55d2';

function capture(options: Partial<LoggerOptions> = {}): {
  logger: ReturnType<typeof createLogger>;
  lines: string[];
  last: () => Record<string, unknown>;
} {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'trace',
    redactor: createRedactor({ secrets: [canary] }),
    destination: { write: (line: string) => lines.push(line) },
    pretty: false,
    ...options,
  });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

test('nothing passes unredacted, whichever way it came in', () => {
  const { logger, lines } = capture();
  logger.info(canary);
  logger.info('%s and %o', canary, { a: canary });
  logger.info({ a: { b: [canary] } }, 'fields');
  logger.error(new Error(canary, { cause: new Error(canary) }));
  logger.error({ anything: new Error('x', { cause: canary }) }, 'an error under another name');
  logger.child({ bound: canary }).warn('child');
  logger.child({ err: new Error(canary) }).warn('child with error');
  logger.info({ url: `https://x/?token=${canary}`, headers: new Headers({ cookie: canary }) });
  logger.fatal({ map: new Map([['k', canary]]) });
  logger.info({ circular: lines, big: 1n });
  expect(lines).toHaveLength(10);
  expect(lines.join('')).not.toContain(canary);
});

test('an error keeps its message, cause and stack under any name', () => {
  const { logger, last } = capture();
  logger.warn({ reason: new Error('outer', { cause: new Error('inner') }) }, 'x');
  expect(last()).toMatchObject({ reason: { message: 'outer', cause: { message: 'inner' } } });
  logger.error(new TypeError('broken'));
  expect(last()).toMatchObject({
    level: 'error',
    msg: '❌ broken',
    err: { name: 'TypeError', message: 'broken' },
  });
});

test('one marker at the head of the message', () => {
  const { logger, last } = capture();
  logger.info('plain');
  expect(last()['msg']).toBe('plain');
  logger.info(`${markers.start} started`);
  expect(last()['msg']).toBe('🚀 started');
  logger.warn('slow');
  expect(last()['msg']).toBe('⚠️ slow');
  logger.error(`${markers.fatal} own marker stays alone`);
  expect(last()['msg']).toBe('💥 own marker stays alone');
  logger.fatal('gone');
  expect(last()['msg']).toBe('💥 gone');
});

test('pretty lines for a terminal are redacted too', () => {
  const { logger, lines } = capture({ pretty: true });
  logger.error({ err: new Error(canary), chat: 7 }, `failed with ${canary}`);
  expect(lines.join('')).toContain('❌ failed with [redacted]');
  expect(lines.join('')).toContain('chat: 7');
  expect(lines.join('')).not.toContain(canary);
  expect(() => JSON.parse(lines.join('')) as unknown).toThrow();
});
