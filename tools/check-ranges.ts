import { readFileSync } from 'node:fs';
import { projects } from './projects.ts';
import { root } from './run.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Every range of ours fits the version in the workspace. A release raises one package and leaves its dependents alone
 * as long as their ranges fit; a 0.x minor does not, and then npm would take an old copy from the registry.
 */
export function checkRanges(): boolean {
  const manifests = projects().map(
    ({ folder }) => JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as Manifest,
  );
  const versions = new Map(manifests.map(({ name, version }) => [name, version]));
  let ok = true;
  for (const { name, dependencies, devDependencies } of manifests) {
    for (const [dependency, range] of Object.entries({ ...dependencies, ...devDependencies })) {
      const version = versions.get(dependency);
      if (version === undefined || caretFits(range, version)) continue;
      ok = false;
      console.error(
        `${name} wants ${dependency} ${range}, but the workspace has ${version}: write ^${version}`,
      );
    }
  }
  return ok;
}

/** Whether `^a.b.c` takes a version; the only form of range used inside the workspace. */
function caretFits(range: string, version: string): boolean {
  if (!range.startsWith('^')) return false;
  const wanted = range.slice(1).split('.').map(Number);
  const found = version.split('.').map(Number);
  const [major = 0, minor = 0, patch = 0] = wanted;
  const [foundMajor = 0, foundMinor = 0, foundPatch = 0] = found;
  if (major !== foundMajor) return false;
  if (major === 0) return minor === foundMinor && foundPatch >= patch;
  return foundMinor > minor || (foundMinor === minor && foundPatch >= patch);
}
