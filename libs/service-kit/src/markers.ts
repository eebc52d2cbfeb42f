/**
 * The one sign at the head of a log message. Warnings and errors get theirs by level; put `ok` and `start` there
 * yourself: `logger.info(`${markers.start} bot started`)`.
 */
export const markers = {
  ok: '✅',
  start: '🚀',
  warn: '⚠️',
  error: '❌',
  fatal: '💥',
} as const;

const all: readonly string[] = Object.values(markers);
const byLevel: Readonly<Record<string, string>> = {
  warn: markers.warn,
  error: markers.error,
  fatal: markers.fatal,
};

/** The message with exactly one marker: its own if it has one, else that of the level, none for info and below. */
export function withMarker(level: string, message: string): string {
  if (all.some((marker) => message.startsWith(marker))) return message;
  const marker = byLevel[level];
  return marker === undefined ? message : `${marker} ${message}`;
}
