import { readFileSync } from 'node:fs';
import { root } from './run.ts';

/**
 * Finds holes in package-lock.json: npm writes a lockfile without complaint when a platform's package is missing
 * from the registry, and then `npm ci` fails on everybody's machine.
 */
export function checkLockfile(): boolean {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const names = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  );
  const holes = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `${path || 'the workspace'} wants ${name}, which the lockfile does not have`),
  );
  for (const hole of holes)
    console.error(`package-lock.json: ${hole}. Pin a version whose platform packages all exist.`);
  return holes.length === 0;
}
