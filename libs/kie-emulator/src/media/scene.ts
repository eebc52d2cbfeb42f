import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { useFonts } from './fonts.ts';
import type { SpecInput } from './spec.ts';
import { drawText, fitText } from './text.ts';
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

/** Background, the pictures that came in, and a panel with model, prompt and the word that this is simulated. */
export function paintScene(width: number, height: number, scene: Scene): Canvas {
  useFonts();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  paintBackground(context, width, height, `${scene.model}\n${scene.prompt}\n${scene.label}`);
  const unit = Math.min(width, height, Math.max(width, height) / 1.6);
  const margin = unit * 0.06;
  const whole = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  if (scene.pictures.length === 0) {
    paintPanel(context, scene, unit, whole);
  } else if (width > height * 1.2) {
    const half = (whole.width - margin) / 2;
    paintPanel(context, scene, unit, { ...whole, width: half });
    paintPictures(context, scene.pictures, { ...whole, x: whole.x + half + margin, width: half });
  } else {
    const half = (whole.height - margin) / 2;
    const top = paintPanel(context, scene, unit, { ...whole, height: half }) + margin;
    paintPictures(context, scene.pictures, { ...whole, y: top, height: whole.y + whole.height - top });
  }
  return canvas;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Writes the words and says where the panel ends. */
function paintPanel(context: SKRSContext2D, scene: Scene, unit: number, box: Box): number {
  const pad = unit * 0.04;
  const small = Math.max(9, unit * 0.034);
  const line = { width: box.width - 2 * pad, height: small * 1.4 };
  const title = fitText(context, scene.model, line, small, true);
  const footer = fitText(context, `${scene.label} · simulated by @kie/emulator`, line, small * 0.8);
  const rest = box.height - 2 * pad - title.height - footer.height - pad;
  const words = scene.prompt === '' ? '(no prompt)' : scene.prompt;
  const body = fitText(context, words, { width: line.width, height: Math.max(small, rest) }, unit * 0.085);
  const height = title.height + body.height + footer.height + 3 * pad;
  context.fillStyle = 'rgba(8, 12, 24, 0.55)';
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, height, pad);
  context.fill();
  const x = box.x + pad;
  const y = box.y + pad;
  context.fillStyle = 'rgba(255, 255, 255, 0.82)';
  drawText(context, title, x, y);
  drawText(context, footer, x, y + title.height + body.height + pad);
  context.fillStyle = '#ffffff';
  drawText(context, body, x, y + title.height + pad / 2);
  return box.y + height;
}

function paintPictures(context: SKRSContext2D, pictures: readonly Image[], box: Box): void {
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
