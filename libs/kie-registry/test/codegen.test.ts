import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emitData } from '../tools/emit-data.ts';
import { emitIds, emitInputs, emitPayloads } from '../tools/emit-types.ts';
import { loadCatalogue } from '../src/file/load.ts';
import { registry } from '../src/index.ts';

const root = resolve(import.meta.dirname, '../../..');
const text = await readFile(resolve(root, 'models/kie_models.yaml'), 'utf8');
const catalogue = loadCatalogue(text, 'models/kie_models.yaml');

describe('generated code', () => {
  it('carries the catalogue file unchanged', () => {
    expect(registry.catalogue).toEqual(catalogue);
  });

  it.each([
    ['catalogue.ts', emitData],
    ['ids.ts', emitIds],
    ['inputs.ts', emitInputs],
    ['payloads.ts', emitPayloads],
  ] as const)('%s is up to date', async (name, emit) => {
    const now = await readFile(resolve(import.meta.dirname, '../src/generated', name), 'utf8');
    expect(now === emit(catalogue), 'run "npx nx codegen kie-registry" and commit the result').toBe(true);
  });

  it('survives texts that are special in TypeScript', () => {
    const nasty = 'a `tick`, ${code}, a \\ and */';
    const [first] = catalogue.models;
    const changed = { ...catalogue, models: [{ ...first!, title: nasty }] };
    const json = /JSON\.parse\(`([\s\S]*)`\) as Catalogue/.exec(emitData(changed))?.[1] ?? '';
    const back: unknown = JSON.parse(json.replaceAll(/\\([\\`$])/g, '$1'));
    expect(back).toEqual(changed);
    expect(emitInputs(changed)).not.toContain('and */ (');
  });

  it('stays a file that people can edit', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text.startsWith('# ')).toBe(true);
  });
});
