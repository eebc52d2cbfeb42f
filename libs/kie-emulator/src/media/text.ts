import type { SKRSContext2D } from '@napi-rs/canvas';
import { family } from './fonts.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Writes the text into the box: wrapped, as large as fits, cut with an ellipsis when even small is too long. */
export function writeInBox(
  context: SKRSContext2D,
  text: string,
  box: Box,
  largest: number,
  bold = false,
): void {
  const smallest = Math.max(9, largest / 4);
  let size = largest;
  let lines: string[] = [];
  for (; size >= smallest; size *= 0.88) {
    context.font = `${bold ? 'bold ' : ''}${size}px "${family}"`;
    lines = wrap(context, text, box.width);
    if (lines.length * size * 1.3 <= box.height) break;
  }
  const lineHeight = size * 1.3;
  const room = Math.max(1, Math.floor(box.height / lineHeight));
  if (lines.length > room) lines = [...lines.slice(0, room - 1), `${(lines[room - 1] ?? '').slice(0, -1)}…`];
  context.textBaseline = 'top';
  lines.forEach((line, index) => context.fillText(line, box.x, box.y + index * lineHeight, box.width));
}

/** Breaks at blanks, and inside words that are wider than the line. */
export function wrap(context: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  const fits = (line: string): boolean => context.measureText(line).width <= width;
  for (const paragraph of text.slice(0, 4000).split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      while (!fits(line) && line.length > 1) {
        let cut = line.length - 1;
        while (cut > 1 && !fits(line.slice(0, cut))) cut--;
        lines.push(line.slice(0, cut));
        line = line.slice(cut);
      }
    }
    lines.push(line);
  }
  return lines;
}
