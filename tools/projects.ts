import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { root } from './run.ts';

export interface Project {
  /** The Nx name, which is the folder's name. */
  readonly name: string;
  readonly packageName: string;
  /** Folder below the workspace, e.g. `libs/kie-client`. */
  readonly folder: string;
  readonly isPrivate: boolean;
}

/** Every package of the workspace, libraries first. */
export function projects(): Project[] {
  return ['libs', 'apps'].flatMap((group) =>
    readdirSync(root + group)
      .toSorted()
      .filter((name) => existsSync(`${root}${group}/${name}/package.json`))
      .map((name) => {
        const folder = `${group}/${name}`;
        const manifest = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as {
          name: string;
          private?: boolean;
        };
        return { name, packageName: manifest.name, folder, isPrivate: manifest.private === true };
      }),
  );
}
