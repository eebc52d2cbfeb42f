import { createHash } from 'node:crypto';
import type { MediaSpec } from '../media/spec.ts';
import type { Blobs } from './blobs.ts';

/** A file with an address below /files/: an upload, or a result that is drawn when first asked for. */
export interface StoredFile {
  readonly path: string;
  readonly mime: string;
  /** Epoch ms of the emulator's time. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly blob?: string;
  readonly spec?: MediaSpec;
  /** Results: the task they belong to. */
  readonly taskId?: string;
  readonly model?: string;
}

export interface FileStoreDeps {
  readonly blobs: Blobs;
  readonly render: (spec: MediaSpec, inputs: Uint8Array[]) => Promise<Uint8Array>;
  readonly now: () => number;
  readonly onChange: () => void;
}

export class FileStore {
  readonly #deps: FileStoreDeps;
  readonly #files: Map<string, StoredFile>;
  readonly #drawing = new Map<string, Promise<Uint8Array>>();

  constructor(deps: FileStoreDeps, kept: readonly StoredFile[] = []) {
    this.#deps = deps;
    this.#files = new Map(kept.map((file) => [file.path, file]));
  }

  add(file: StoredFile): void {
    this.#files.set(file.path, file);
    this.#deps.onChange();
  }

  /** Keeps bytes under the digest of their content and says the name. */
  async keep(bytes: Uint8Array): Promise<string> {
    const name = `file-${createHash('sha256').update(bytes).digest('hex')}`;
    await this.#deps.blobs.put(name, bytes);
    return name;
  }

  /** The file at the path, unless it has never been or is no more. */
  find(path: string): StoredFile | undefined {
    const file = this.#files.get(path);
    return file === undefined || file.expiresAt <= this.#deps.now() ? undefined : file;
  }

  async read(file: StoredFile): Promise<Uint8Array | undefined> {
    if (file.blob !== undefined) return this.#deps.blobs.get(file.blob);
    return file.spec === undefined ? undefined : this.#draw(file.spec);
  }

  blob(name: string): Promise<Uint8Array | undefined> {
    return this.#deps.blobs.get(name);
  }

  list(): StoredFile[] {
    return [...this.#files.values()].filter((file) => file.expiresAt > this.#deps.now());
  }

  /** The same request is drawn once, also when it is asked for twice at the same time. */
  #draw(spec: MediaSpec): Promise<Uint8Array> {
    const name = `render-${createHash('sha256').update(JSON.stringify(spec)).digest('hex')}`;
    const going = this.#drawing.get(name);
    if (going !== undefined) return going;
    const drawing = this.#drawNow(name, spec).finally(() => this.#drawing.delete(name));
    this.#drawing.set(name, drawing);
    return drawing;
  }

  async #drawNow(name: string, spec: MediaSpec): Promise<Uint8Array> {
    const cached = await this.#deps.blobs.get(name);
    if (cached !== undefined) return cached;
    const inputs = await Promise.all(spec.inputs.map((input) => this.#deps.blobs.get(input.blob)));
    const bytes = await this.#deps.render(
      spec,
      inputs.map((input) => input ?? new Uint8Array()),
    );
    await this.#deps.blobs.put(name, bytes);
    return bytes;
  }
}
