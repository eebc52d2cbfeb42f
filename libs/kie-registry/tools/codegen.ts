import { readFile, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { emitData } from './emit-data.ts';
import { emitIds, emitInputs, emitPayloads } from './emit-types.ts';
import { loadCatalogue } from './load.ts';
import { CatalogueError } from './mistake.ts';

/** Generates src/generated from the catalogue file; with `--check` only says whether it is up to date. */

const root = resolve(import.meta.dirname, '../../..');
const catalogueFile = resolve(root, 'models/kie_models.yaml');
const target = resolve(import.meta.dirname, '../src/generated');

async function main(check: boolean): Promise<number> {
  const text = await readFile(catalogueFile, 'utf8');
  const catalogue = loadCatalogue(text, relative(root, catalogueFile));
  const files = {
    'catalogue.ts': emitData(catalogue),
    'ids.ts': emitIds(catalogue),
    'inputs.ts': emitInputs(catalogue),
    'payloads.ts': emitPayloads(catalogue),
  };
  const stale: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = resolve(target, name);
    const now = await readFile(path, 'utf8').catch(() => '');
    if (now === content) continue;
    stale.push(relative(root, path));
    if (!check) await writeFile(path, content);
  }
  if (check && stale.length > 0) {
    process.stderr.write(
      `out of date: ${stale.join(', ')}\nRun "npx nx codegen kie-registry" and commit the result.\n`,
    );
    return 1;
  }
  const what = stale.length === 0 ? 'up to date' : `written: ${stale.join(', ')}`;
  process.stdout.write(`${catalogue.models.length} models, ${what}\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.includes('--check'));
} catch (error) {
  if (!(error instanceof CatalogueError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
