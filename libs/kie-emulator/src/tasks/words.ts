import type { Json } from '../json.ts';

/** Two verses about the wish: enough to see that it arrived. */
export function lyricsFor(
  wish: string,
  variant: number,
): { text: string; title: string; error_message: string } {
  const subject = wish.trim().slice(0, 200) || 'a quiet evening';
  const title = subject.split(/\s+/).slice(0, 5).join(' ');
  const refrain = variant === 0 ? 'Sing it once, sing it slow' : 'Say it loud, let it go';
  return {
    title,
    text: `[Verse]\n${subject}\nUnder simulated light\n\n[Chorus]\n${refrain}\n${title}, tonight`,
    error_message: '',
  };
}

/** Every word with the time it takes at 2.5 words a second. */
export function transcriptFor(text: string): Json[] {
  const words = (text.trim() || 'This is a simulated transcript.').split(/\s+/).slice(0, 2000);
  return words.map((word, index) => ({ word, startS: index * 0.4, endS: index * 0.4 + 0.35, success: true }));
}
