import type { GenerationHandlerPort, GenerationWorkerOptions, TaskRef } from '@kie/generations';
import type { MediaStore } from '@kie/media-store';
import { silentLogger } from '@kie/service-kit';

const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002080600000000000000', 'hex');

/** KIE that answers at once, or after `submitMs`; its tasks are done at once, or stay `running`. */
export function fakeHandler(
  options: {
    readonly submitMs?: number;
    readonly running?: boolean | ((taskId: string) => boolean);
    readonly onSubmit?: (prompt: string, ref: TaskRef) => void;
  } = {},
): GenerationHandlerPort {
  const { submitMs = 0, running = false, onSubmit = () => {} } = options;
  return {
    prepare: async ({ modelId, input }) => ({ ok: true, prepared: { modelId, payload: { ...input } } }),
    async submit({ modelId, payload }) {
      const ref: TaskRef = { taskId: crypto.randomUUID(), api: 'jobs', model: modelId };
      onSubmit(String(payload['prompt']), ref);
      if (submitMs > 0) await new Promise((resolve) => setTimeout(resolve, submitMs));
      return { status: 'submitted', ref };
    },
    async check({ taskId }) {
      if (typeof running === 'function' ? running(taskId) : running) return { status: 'running' };
      return {
        status: 'succeeded',
        files: [{ url: 'https://files.example/0.png', kind: 'image', role: 'result' }],
        creditsConsumed: 0.8,
      };
    },
  };
}

/** A store that keeps nothing: disks are not measured here. */
export const noStore: MediaStore = {
  put: async (key) => ({ key, bytes: png.length, sha256: '0'.repeat(64) }),
  get: () => Promise.reject(new Error('nothing is kept here')),
  exists: async () => false,
  delete: async () => {},
};

/** Everything of a worker that does not matter here. */
export const rest: Pick<
  GenerationWorkerOptions,
  'registry' | 'mediaStore' | 'openInput' | 'logger' | 'fetch' | 'creditMultiplier'
> = {
  registry: { get: () => undefined },
  mediaStore: noStore,
  openInput: async () => new Blob([]),
  logger: silentLogger(),
  fetch: async () => new Response(png),
  creditMultiplier: 1,
};
