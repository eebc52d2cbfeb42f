import type { KieCategory } from './codes.ts';

const PASSING: ReadonlySet<KieCategory> = new Set([
  'rate_limit',
  'provider',
  'maintenance',
  'timeout',
  'network',
]);

/** Whether the reason may be gone when the same thing is tried later. */
export function isPassing(category: KieCategory): boolean {
  return PASSING.has(category);
}
