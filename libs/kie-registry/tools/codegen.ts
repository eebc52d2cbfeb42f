import { readFile, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { emitData } from './emit-data.ts';
import { emitIds, emitInputs, emitPayloads } from './emit-types.ts';
import { emitFileSchema } from './emit-file-schema.ts';
import { loadCatalogue } from '../src/file/load.ts';
import { CatalogueError } from '../src/file/mistake.ts';
import { catalogueSchema, overlaySchema } from '../src/file/schema.ts';

/** Generates src/generated and the schemas beside the catalogue file from that file; with `--check` only says whether it is up to date. */

const root = resolve(import.meta.dirname, '../../..');
const catalogueFile = resolve(root, 'models/kie_models.yaml');
const target = resolve(import.meta.dirname, '../src/generated');

async function main(check: boolean): Promise<number> {
  const text = await readFile(catalogueFile, 'utf8');
  const catalogue = loadCatalogue(text, relative(root, catalogueFile));
  const manual = await readFile(resolve(import.meta.dirname, '../src/model.ts'), 'utf8');
  const models = resolve(root, 'models');
  const files = {
    [resolve(target, 'catalogue.ts')]: emitData(catalogue),
    [resolve(target, 'ids.ts')]: emitIds(catalogue),
    [resolve(target, 'inputs.ts')]: emitInputs(catalogue),
    [resolve(target, 'payloads.ts')]: emitPayloads(catalogue),
    [resolve(models, 'kie_models.schema.json')]: emitFileSchema('KIE models', catalogueSchema, manual),
    [resolve(models, 'overlay.schema.json')]: emitFileSchema('KIE models, overlay', overlaySchema, manual),
  };
  const stale: string[] = [];
  for (const [path, content] of Object.entries(files)) {
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
