import { createHash } from 'node:crypto';
import type { SKRSContext2D } from '@napi-rs/canvas';

/** Numbers from 0 to 1 that are the same for the same text. */
export function dice(text: string): (index: number) => number {
  const digest = createHash('sha256').update(text).digest();
  return (index) => (digest[index % digest.length] ?? 0) / 255;
}

/** A calm background whose colours and shapes belong to the prompt. */
export function paintBackground(context: SKRSContext2D, width: number, height: number, seed: string): void {
  const roll = dice(seed);
  const hue = Math.floor(roll(0) * 360);
  const gradient = context.createLinearGradient(0, 0, width * roll(1), height);
  gradient.addColorStop(0, `hsl(${hue}, 48%, 34%)`);
  gradient.addColorStop(0.55, `hsl(${(hue + 35) % 360}, 46%, 46%)`);
  gradient.addColorStop(1, `hsl(${(hue + 80) % 360}, 52%, 62%)`);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  const unit = Math.max(width, height);
  for (let index = 0; index < 5; index++) {
    const radius = unit * (0.08 + 0.22 * roll(index * 3 + 2));
    context.fillStyle = `hsla(${(hue + index * 24) % 360}, 60%, ${70 - index * 6}%, 0.22)`;
    context.beginPath();
    context.arc(width * roll(index * 3 + 3), height * roll(index * 3 + 4), radius, 0, 2 * Math.PI);
    context.fill();
  }
  // Hills along the lower edge, so that up and down can be told.
  context.fillStyle = `hsla(${(hue + 200) % 360}, 35%, 18%, 0.45)`;
  context.beginPath();
  context.moveTo(0, height);
  const [waves, swell] = [1 + 2 * roll(20), height * (0.05 + 0.08 * roll(21))];
  for (let step = 0; step <= 40; step++) {
    const rise = Math.sin((step / 40) * waves * 2 * Math.PI + roll(22) * 6) * swell;
    context.lineTo((width * step) / 40, height * 0.78 + rise);
  }
  context.lineTo(width, height);
  context.fill();
}
