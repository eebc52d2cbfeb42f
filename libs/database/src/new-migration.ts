import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes an empty next step into the folder of the migrations: `0007-name.ts`, one after the highest there.
 *
 * @returns the file and the line to put into `index.ts`
 * @throws Error for a name that is not lower-case words with `-`
 */
export async function newMigration(
  folder: string,
  name: string,
): Promise<{ readonly file: string; readonly importLine: string }> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`"${name}" is no name of a step. Use lower-case words with "-", e.g. "user-notes".`);
  }
  const versions = (await readdir(folder)).map((file) => Number(/^(\d{4})-/.exec(file)?.[1] ?? 0));
  const version = Math.max(0, ...versions) + 1;
  const label = `${String(version).padStart(4, '0')}-${name}`;
  const constant = name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const file = join(folder, `${label}.ts`);
  const text = `import type { Migration } from '../migration.ts';

/** What this step is for. */
export const ${constant}: Migration = {
  version: ${version},
  name: '${name}',
  sql: \`
\`,
};
`;
  await writeFile(file, text, { flag: 'wx' });
  return { file, importLine: `import { ${constant} } from './${label}.ts';` };
}
