import type { Model } from '@kie/registry';

/** Where the catalogue has no measured run. Recordings of April 2026: images 12 to 112 s, videos 56 to 313 s. */
const usualSeconds = { image: 20, video: 90, audio: 30, text: 8 } as const;

/** How long a task of the model runs, in milliseconds at speed 1. */
export function durationMs(model: Model): number {
  const measured = [...(model.typicalSeconds ?? [])].sort((a, b) => a - b);
  const seconds = measured[Math.floor(measured.length / 2)] ?? usualSeconds[model.output];
  return seconds * 1000;
}
