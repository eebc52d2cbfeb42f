import { imageOperations } from './images.ts';
import { musicOperations } from './suno-music.ts';
import { runwayOperations } from './runway.ts';
import { sunoToolOperations } from './suno-tools.ts';
import { veoOperations } from './veo.ts';
import type { FlatFamily, FlatOperation } from './flat-operation.ts';

/** Every POST of the flat APIs that makes a task. */
export const flatOperations: readonly FlatOperation[] = [
  ...veoOperations,
  ...imageOperations,
  ...runwayOperations,
  ...musicOperations,
  ...sunoToolOperations,
];

const byPath = new Map(flatOperations.map((operation) => [operation.path, operation]));

export function flatOperation(path: string): FlatOperation {
  const found = byPath.get(path);
  if (found === undefined)
    throw new Error(`the kept state has a task of ${path}, which this emulator does not know`);
  return found;
}

/** One family per record path. */
export const flatFamilies: readonly FlatFamily[] = [
  ...new Map(flatOperations.map(({ family }) => [family.record, family])).values(),
];
