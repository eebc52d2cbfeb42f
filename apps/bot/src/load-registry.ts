import { readFileSync } from 'node:fs';
import { createRegistry, registry as builtIn, type Registry } from '@kie/registry';
import { loadOverlay } from '@kie/registry/file';

/**
 * The built-in models, or those with an overlay of the operator's on top. Throws an error that names file, line and
 * what is allowed there: a wrong overlay stops the start instead of selling something else.
 */
export function loadRegistry(overlay: string | undefined): Registry {
  if (overlay === undefined) return builtIn;
  let text: string;
  try {
    text = readFileSync(overlay, 'utf8');
  } catch (cause) {
    throw new Error(`KIE_MODELS_OVERLAY: ${overlay} cannot be read`, { cause });
  }
  return createRegistry(loadOverlay(text, overlay, builtIn.catalogue));
}
