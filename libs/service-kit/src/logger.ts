import { pino } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { withMarker } from './markers.ts';
import type { Redactor } from './redactor.ts';

export type Logger = pino.Logger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Coloured lines for people instead of JSON. Default: whether stdout is a terminal. */
  readonly pretty?: boolean;
  /** Every finished line goes through it, whatever put the text there. */
  readonly redactor: Redactor;
  /** Where lines go, one call a line, each with its line end. Default: stdout. */
  readonly destination?: { write(line: string): unknown };
}

/**
 * A pino logger whose sink redacts: fields, child bindings, interpolated messages and errors alike, since it works
 * on the finished line. Messages of warnings and errors get one marker at the head (`markers`).
 *
 * ```ts
 * import { createLogger, createRedactor } from '@kie/service-kit';
 *
 * const logger = createLogger({ level: 'info', redactor: createRedactor({ secrets: [] }) });
 * logger.warn({ chat: 7 }, 'slow answer'); // {"level":"warn",…,"chat":7,"msg":"⚠️ slow answer"}
 * ```
 */
export function createLogger(options: LoggerOptions): Logger {
  const { level, redactor, destination = process.stdout, pretty = process.stdout.isTTY } = options;
  const prettify = pretty
    ? prettyFactory({
        colorize: options.destination === undefined,
        translateTime: 'SYS:HH:MM:ss.l',
        ignore: 'pid',
      })
    : undefined;
  const sink = {
    write(line: string): void {
      const clean = cleanLine(line, redactor);
      destination.write(prettify === undefined ? clean : prettify(clean));
    },
  };
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        // Before JSON: an error under any name keeps its message and cause, a circle or a bigint cannot throw.
        log: (fields) => redactor.value(fields) as Record<string, unknown>,
      },
      serializers: { err: (error: unknown) => error },
    },
    sink,
  );
}

/** A logger that says nothing, for tests and for libraries whose caller gave none. */
export function silentLogger(): Logger {
  return pino({ level: 'silent' });
}

function cleanLine(line: string, redactor: Redactor): string {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    return redactor.text(line);
  }
  const clean = redactor.value(fields) as Record<string, unknown>;
  if (typeof clean['msg'] === 'string') clean['msg'] = withMarker(String(clean['level']), clean['msg']);
  return `${JSON.stringify(clean)}\n`;
}
