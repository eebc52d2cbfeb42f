import { parentPort } from 'node:worker_threads';
import { renderAudio } from './audio.ts';
import { renderImage } from './image.ts';
import type { RenderReply, RenderRequest } from './renderer.ts';
import type { MediaSpec } from './spec.ts';
import { renderVideo } from './video.ts';

let queue = Promise.resolve();

// One after the other: a video encoder at a time is what a small machine can take.
parentPort?.on('message', (request: RenderRequest) => {
  queue = queue.then(async () => {
    parentPort?.postMessage(await answer(request), []);
  });
});

async function answer({ id, spec, inputs }: RenderRequest): Promise<RenderReply> {
  try {
    return { id, bytes: await render(spec, inputs) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function render(spec: MediaSpec, inputs: Uint8Array[]): Promise<Uint8Array> | Uint8Array {
  switch (spec.kind) {
    case 'image':
      return renderImage(spec, inputs);
    case 'video':
      return renderVideo(spec, inputs);
    case 'audio':
      return renderAudio(spec);
  }
}
