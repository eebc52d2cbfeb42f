import type { Service } from './context.ts';

/**
 * Status calls are limited per task (official skill file, September 2026; older pages say per key). At speed 10 a
 * client asks ten times as often for the same run, so the time of the limit is divided by the speed.
 */
export function tooManyLooks(service: Service, taskId: string, perSecond?: number): boolean {
  const { looks, speed, statusLimit, timeline } = service;
  if (statusLimit === undefined) return false;
  const max = Math.min(statusLimit.max, perSecond ?? Infinity);
  return !looks.allow(`task ${taskId}`, timeline.now(), max, statusLimit.perMs / speed);
}

/** Models, schemas, prices and success rates share one call a second and account (official skill file). */
export function tooManyQuestions(service: Service, account: string): boolean {
  const { looks, speed, statusLimit, timeline } = service;
  return statusLimit !== undefined && !looks.allow(`catalogue ${account}`, timeline.now(), 1, 1000 / speed);
}
