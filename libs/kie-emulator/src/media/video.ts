import { createRequire } from 'node:module';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { audioSeconds } from './audio-info.ts';
import { renderSoundTrack } from './audio.ts';
import { families } from './fonts.ts';
import { fastStart } from './fast-start.ts';
import { mp4Info } from './mp4-info.ts';
import { addSound } from './mp4-sound.ts';
import type { Mp3Track } from './mp4-sound.ts';
import { loadPictures, paintScene } from './scene.ts';
import type { VideoSpec } from './spec.ts';
import type { createH264MP4Encoder as CreateEncoder } from 'h264-mp4-encoder';

const maxFrames = 300;
const maxSeconds = 600;

/** H.264 (baseline, yuv420p) in MP4 with the index in front, as long as asked; the seconds count in the picture. */
export async function renderVideo(spec: VideoSpec, inputs: readonly Uint8Array[]): Promise<Uint8Array> {
  const pictures = await loadPictures(spec.inputs, inputs);
  const clip = clipOf(spec, inputs);
  const aspect =
    spec.aspect ?? (pictures[0] ? pictures[0].width / pictures[0].height : clip?.aspect) ?? 16 / 9;
  const [width, height] = frameSize(aspect, spec.longSide);
  // Long videos get fewer frames a second: what matters is that they last.
  const seconds = Math.min(maxSeconds, spec.seconds ?? clip?.seconds ?? soundOf(spec, inputs) ?? 5);
  const rate = Math.max(1, Math.min(10, Math.floor(maxFrames / seconds)));
  const count = Math.max(1, Math.round(seconds * rate));
  const label = `${width} × ${height}, ${Math.round(seconds * 10) / 10} s`;
  const still = paintScene(width, height, { model: spec.model, prompt: spec.prompt, label, pictures });
  const encoder = await loadEncoder()();
  try {
    Object.assign(encoder, {
      width,
      height,
      frameRate: rate,
      speed: 10,
      quantizationParameter: 28,
      groupOfPictures: rate * 2,
    });
    encoder.initialize();
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    for (let frame = 0; frame < count; frame++) {
      paintFrame(context, still, frame / rate, seconds);
      encoder.addFrameRgba(canvas.data());
    }
    encoder.finalize();
    const file = encoder.FS.readFile(encoder.outputFilename);
    return fastStart(spec.sound === true ? addSound(file, soundTrackOf(spec, seconds)) : file);
  } finally {
    encoder.delete();
  }
}

function soundTrackOf({ model, prompt }: VideoSpec, seconds: number): Mp3Track {
  return renderSoundTrack({
    kind: 'audio',
    model,
    prompt,
    inputs: [],
    format: 'mp3',
    style: 'music',
    seconds,
  });
}

/** Loaded with the first video: the package starts its wasm module when it is required. */
function loadEncoder(): typeof CreateEncoder {
  const require = createRequire(import.meta.url);
  return (require('h264-mp4-encoder') as { createH264MP4Encoder: typeof CreateEncoder }).createH264MP4Encoder;
}

function clipOf(
  spec: VideoSpec,
  inputs: readonly Uint8Array[],
): { readonly aspect: number; readonly seconds: number } | undefined {
  const index = spec.inputs.findIndex((input) => input.kind === 'video');
  const info = mp4Info(inputs[index] ?? new Uint8Array());
  return info === undefined ? undefined : { aspect: info.width / info.height, seconds: info.seconds };
}

/** A picture that speaks or sings does so as long as the sound lasts. */
function soundOf(spec: VideoSpec, inputs: readonly Uint8Array[]): number | undefined {
  const index = spec.inputs.findIndex((input) => input.kind === 'audio');
  return audioSeconds(inputs[index] ?? new Uint8Array());
}

/** Even sides: each colour sample of yuv420p covers two pixels by two. */
export function frameSize(aspect: number, longSide: number): [width: number, height: number] {
  const even = (pixels: number): number => Math.max(32, Math.round(pixels / 2) * 2);
  return aspect >= 1 ? [even(longSide), even(longSide / aspect)] : [even(longSide * aspect), even(longSide)];
}

function paintFrame(context: SKRSContext2D, still: Canvas, second: number, seconds: number): void {
  const { width, height } = still;
  context.drawImage(still, 0, 0);
  const size = Math.max(14, Math.min(width, height) * 0.09);
  const counter = `${second.toFixed(1)} s`;
  context.font = `bold ${size}px ${families}`;
  const wide = context.measureText(counter).width;
  context.fillStyle = 'rgba(8, 12, 24, 0.75)';
  context.fillRect(width - wide - size * 1.4, height - size * 2, wide + size, size * 1.4);
  context.fillStyle = '#ffffff';
  context.textBaseline = 'middle';
  context.fillText(counter, width - wide - size * 0.9, height - size * 1.3);
  const done = Math.min(1, second / seconds);
  context.fillStyle = '#ffd54a';
  context.fillRect(0, height - size * 0.25, width * done, size * 0.25);
  context.beginPath();
  const bounce = Math.abs(Math.sin(second * Math.PI)) * size;
  context.arc(size + (width - 2 * size) * done, height - size * 0.8 - bounce, size * 0.4, 0, 2 * Math.PI);
  context.fill();
}
