import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFile } from './files/file-store.ts';
import type { Task } from './tasks/task.ts';

/** What survives a restart. */
export interface KeptState {
  readonly format: 1;
  readonly tasks: readonly Task[];
  readonly files: readonly StoredFile[];
  readonly credits: Readonly<Record<string, number>>;
  readonly skippedMs: number;
  readonly drawn: number;
}

const writeDelayMs = 50;

/** Keeps the state in one JSON file, written shortly after a change and replaced as a whole. */
export class StateFile {
  readonly #path: string;
  readonly #snapshot: () => KeptState;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #failed: unknown;

  constructor(folder: string, snapshot: () => KeptState) {
    this.#path = join(folder, 'state.json');
    this.#snapshot = snapshot;
  }

  changed(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#write();
    }, writeDelayMs);
  }

  /** Writes what is not written yet. Throws when the folder cannot be written to. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#write();
    await this.#writing;
    if (this.#failed !== undefined) throw this.#failed;
  }

  #write(): void {
    this.#writing = this.#writing.then(async () => {
      try {
        const draft = `${this.#path}.tmp`;
        await writeFile(draft, JSON.stringify(this.#snapshot()));
        await rename(draft, this.#path);
        this.#failed = undefined;
      } catch (error) {
        this.#failed = error;
      }
    });
  }
}

/** The state left by an earlier run, if there is one. Makes the folder. */
export function readState(folder: string): KeptState | undefined {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'state.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const state = JSON.parse(text) as KeptState;
    if (state.format === 1) return state;
  } catch {
    // not JSON: the same advice as for another format
  }
  throw new Error(`${path} is not a state of this emulator; move it away or choose another dataDir`);
}
