import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { State } from './state.ts';
import { emptyState, stateFromJson, stateToJson } from './state.ts';

const WRITE_DELAY_MS = 50;

/** Keeps the state in `<dataDir>/state.json`: written shortly after a change, replaced atomically. */
export interface Snapshot {
  /** Says that the state changed. Cheap; writes are gathered. */
  touch(): void;
  /** Writes what is not yet written and ends. */
  close(): Promise<void>;
}

export function loadState(dataDir: string | undefined): State {
  if (dataDir === undefined) return emptyState();
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'state.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyState();
    throw error;
  }
  try {
    return stateFromJson(text);
  } catch (error) {
    throw new Error(`${path} is not a state file of this emulator. Delete it to start with an empty state.`, {
      cause: error,
    });
  }
}

export function createSnapshot(dataDir: string | undefined, state: State): Snapshot {
  if (dataDir === undefined) return { touch() {}, async close() {} };
  const path = join(dataDir, 'state.json');
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let dirty = false;
  let closed = false;

  const write = async (): Promise<void> => {
    dirty = false;
    await writeFile(`${path}.new`, stateToJson(state));
    await rename(`${path}.new`, path);
  };
  const schedule = (): void => {
    if (timer !== undefined || writing !== undefined || closed) return;
    timer = setTimeout(() => {
      timer = undefined;
      writing = write()
        .catch(() => {
          dirty = true;
        })
        .finally(() => {
          writing = undefined;
          if (dirty) schedule();
        });
    }, WRITE_DELAY_MS);
  };
  return {
    touch() {
      dirty = true;
      schedule();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await writing;
      await write();
    },
  };
}
