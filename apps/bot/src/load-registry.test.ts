import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registry } from '@kie/registry';
import { expect, test } from 'vitest';
import { loadRegistry } from './load-registry.ts';

function overlay(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'kie-overlay-')), 'models.yaml');
  writeFileSync(file, text);
  return file;
}

test('without an overlay the built-in models', () => {
  expect(loadRegistry(undefined)).toBe(registry);
});

test('a wrong overlay names the file, the line and the mistake', () => {
  expect(() => loadRegistry(overlay('models:\n  - id: z-image\n    titel: Z\n'))).toThrow(
    /models\.yaml:\d+:\d+/,
  );
  expect(() => loadRegistry('/nowhere/models.yaml')).toThrow(/KIE_MODELS_OVERLAY/);
});
