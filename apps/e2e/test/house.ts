import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Which room may import which, tests included: the house of the README, top to bottom. */
export const layers: readonly (readonly string[])[] = [
  ['bot', 'sanity', 'playground', 'e2e'],
  ['bot-screens'],
  ['model-forms', 'telegram', 'generations'],
  ['credits', 'media-store', 'prompt-writer'],
  ['database'],
  ['service-kit', 'kie-emulator', 'telegram-emulator'],
  ['universal-handler'],
  ['kie-validator', 'kie-client'],
  ['kie-registry', 'singleton-lock'],
  ['embedded-postgres'],
];
