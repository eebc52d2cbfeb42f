import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import { loadPictures, paintScene } from './scene.ts';
import type { ImageSpec } from './spec.ts';

/** More than this a decoder or a phone would not take; 4K asks for 16.8 megapixels. */
const maxPixels = 4096 * 4096;

export async function renderImage(spec: ImageSpec, inputs: readonly Uint8Array[]): Promise<Uint8Array> {
  const pictures = await loadPictures(spec.inputs, inputs);
  const canvas = paint(spec, pictures);
  if (spec.format === 'png') return canvas.encode('png');
  return spec.format === 'jpeg' ? canvas.encode('jpeg', 88) : canvas.encode('webp', 85);
}

function paint(spec: ImageSpec, pictures: readonly Image[]): Canvas {
  const first = pictures[0];
  if (spec.scale !== undefined && first !== undefined) return enlarge(first, spec.scale);
  if (spec.effect !== undefined && first !== undefined) return cut(first, spec);
  const aspect = spec.aspect ?? (first === undefined ? 1 : first.width / first.height);
  const [width, height] = sizeFor(aspect, spec.side);
  const label = spec.count > 1 ? `${spec.index + 1} of ${spec.count}` : `${width} × ${height}`;
  return paintScene(width, height, { model: spec.model, prompt: spec.prompt, label, pictures });
}

/** Sides of a picture with as many pixels as a square of `side`, in steps of 8 as image models make them. */
export function sizeFor(aspect: number, side: number): [width: number, height: number] {
  const step = (pixels: number): number => Math.max(8, Math.round(pixels / 8) * 8);
  return [step(side * Math.sqrt(aspect)), step(side / Math.sqrt(aspect))];
}

function enlarge(picture: Image, scale: number): Canvas {
  const most = Math.sqrt(maxPixels / (picture.width * picture.height));
  const factor = Math.min(scale, most);
  const canvas = createCanvas(Math.round(picture.width * factor), Math.round(picture.height * factor));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** `cutout`: the middle of the picture on nothing. `mask`: a white shape on black, another one for each index. */
function cut(picture: Image, spec: ImageSpec): Canvas {
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  const { width, height } = canvas;
  if (spec.effect === 'mask') {
    context.fillStyle = '#000000';
    context.fillRect(0, 0, width, height);
  }
  context.beginPath();
  const x = (width * (spec.index + 1)) / (spec.count + 1);
  const radius = spec.effect === 'mask' ? 0.4 / spec.count : 0.45;
  context.ellipse(x, height / 2, width * radius, height * 0.42, 0, 0, 2 * Math.PI);
  if (spec.effect === 'mask') {
    context.fillStyle = '#ffffff';
    context.fill();
  } else {
    context.clip();
    context.drawImage(picture, 0, 0);
  }
  return canvas;
}
