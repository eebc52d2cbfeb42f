import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { family, useFonts } from './fonts.ts';
import type { SpecInput } from './spec.ts';
import { writeInBox } from './text.ts';
import { paintBackground } from './theme.ts';

/** The input pictures that can be decoded; others (HEIC, say) are left out rather than failing the result. */
export async function loadPictures(
  inputs: readonly SpecInput[],
  bytes: readonly Uint8Array[],
): Promise<Image[]> {
  const loaded: Image[] = [];
  for (const [index, input] of inputs.entries()) {
    if (input.kind !== 'image') continue;
    try {
      loaded.push(await loadImage(Buffer.from(bytes[index] ?? [])));
    } catch {
      // not decodable here
    }
  }
  return loaded;
}

export interface Scene {
  readonly model: string;
  readonly prompt: string;
  readonly label: string;
  readonly pictures: readonly Image[];
}

/** Background, the pictures that came in, model, prompt and a word that all this is simulated. */
export function paintScene(width: number, height: number, scene: Scene): Canvas {
  useFonts();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  paintBackground(context, width, height, `${scene.model}\n${scene.prompt}\n${scene.label}`);
  const unit = Math.min(width, height, Math.max(width, height) / 1.6);
  const margin = unit * 0.06;
  const wide = width > height * 1.2;
  const hasPictures = scene.pictures.length > 0;
  const text = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  if (hasPictures && wide) {
    const half = (width - 3 * margin) / 2;
    paintPictures(context, scene.pictures, { ...text, x: 2 * margin + half, width: half });
    text.width = half;
  } else if (hasPictures) {
    const half = (height - 3 * margin) / 2;
    paintPictures(context, scene.pictures, { ...text, height: half });
    text.y = 2 * margin + half;
    text.height = half;
  }
  context.fillStyle = 'rgba(8, 12, 24, 0.5)';
  context.beginPath();
  const pad = margin * 0.5;
  context.roundRect(text.x - pad, text.y - pad, text.width + 2 * pad, text.height + 2 * pad, margin * 0.5);
  context.fill();
  const small = Math.max(9, unit * 0.034);
  context.fillStyle = 'rgba(255, 255, 255, 0.82)';
  writeInBox(context, scene.model, { ...text, height: small * 1.5 }, small, true);
  context.font = `${small * 0.8}px "${family}"`;
  context.textBaseline = 'bottom';
  context.fillText(`${scene.label} · simulated by @kie/emulator`, text.x, text.y + text.height, text.width);
  context.fillStyle = '#ffffff';
  const body = { ...text, y: text.y + small * 2, height: Math.max(small, text.height - small * 3.6) };
  writeInBox(context, scene.prompt === '' ? '(no prompt)' : scene.prompt, body, unit * 0.085);
  return canvas;
}

function paintPictures(
  context: SKRSContext2D,
  pictures: readonly Image[],
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const shown = pictures.slice(0, 4);
  const columns = shown.length > 1 ? 2 : 1;
  const rows = Math.ceil(shown.length / columns);
  const [cellWidth, cellHeight] = [box.width / columns, box.height / rows];
  shown.forEach((picture, index) => {
    const scale = Math.min((cellWidth * 0.96) / picture.width, (cellHeight * 0.96) / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    const x = box.x + (index % columns) * cellWidth + (cellWidth - width) / 2;
    const y = box.y + Math.floor(index / columns) * cellHeight + (cellHeight - height) / 2;
    const frame = Math.max(2, Math.min(width, height) * 0.02);
    context.fillStyle = 'rgba(255, 255, 255, 0.92)';
    context.fillRect(x - frame, y - frame, width + 2 * frame, height + 2 * frame);
    context.drawImage(picture, x, y, width, height);
  });
}
