import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const main = resolve(import.meta.dirname, '../src/main.ts');
const script = `
  import { registerHooks } from 'node:module';
  const seen = new Set();
  registerHooks({ load(url, context, next) { seen.add(url); return next(url, context); } });
  process.on('exit', () => process.stderr.write([...seen].join('\\n')));
  process.argv.splice(1, 0, 'kie-sanity');
  await import(${JSON.stringify(main)});
`;

/** The modules that a call of the command loads. */
function loadedBy(...args: string[]): string {
  const options = ['--conditions=@kie/source', '--input-type=module', '--eval', script, '--', ...args];
  return spawnSync(process.execPath, options, { encoding: 'utf8' }).stderr;
}

it('loads only what a command needs', () => {
  const models = loadedBy('models');
  expect(models).toContain('kie-registry');
  expect(models).not.toMatch(/kie-emulator|kie-client|valibot/);
  expect(loadedBy('--model', 'z-image', '--dry-run')).not.toContain('kie-emulator');
  // The way of looking at it works: a run does load it.
  expect(loadedBy('--model', 'z-image')).toContain('kie-emulator');
});
