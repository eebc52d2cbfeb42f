import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

const family = 'Kie Emulator Sans';

/** For `context.font`: our own, then the emoji fonts that the machine may have. */
export const families = `"${family}", "Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji"`;

/** Brings DejaVu Sans from its npm package: a bare machine has no fonts at all. Latin, Cyrillic, Greek and more. */
export function useFonts(): void {
  if (GlobalFonts.has(family)) return;
  const folder = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
    GlobalFonts.registerFromPath(join(folder, 'ttf', file), family);
  }
}
