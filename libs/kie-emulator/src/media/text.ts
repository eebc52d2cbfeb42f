import type { SKRSContext2D } from '@napi-rs/canvas';
import { families } from './fonts.ts';

/** A text broken into lines at a size that fits. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly font: string;
  readonly lineHeight: number;
  readonly height: number;
}

/** Wraps the text into the room, as large as fits; cut with an ellipsis when even small is too long. */
export function fitText(
  context: SKRSContext2D,
  text: string,
  room: { readonly width: number; readonly height: number },
  largest: number,
  bold = false,
): FittedText {
  const smallest = Math.max(9, largest / 4);
  for (let size = largest; ; size *= 0.88) {
    const font = `${bold ? 'bold ' : ''}${size}px ${families}`;
    context.font = font;
    const lines = wrap(context, text, room.width);
    const lineHeight = size * 1.3;
    const most = Math.max(1, Math.floor(room.height / lineHeight));
    if (lines.length > most && size * 0.88 >= smallest) continue;
    const shown =
      lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1)}…`];
    return { lines: shown, font, lineHeight, height: shown.length * lineHeight };
  }
}

export function drawText(context: SKRSContext2D, text: FittedText, x: number, y: number): void {
  context.font = text.font;
  context.textBaseline = 'top';
  text.lines.forEach((line, index) => context.fillText(line, x, y + index * text.lineHeight));
}

/** Breaks at blanks, and inside words that are wider than the line. */
function wrap(context: SKRSContext2D, text: string, width: number): string[] {
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
