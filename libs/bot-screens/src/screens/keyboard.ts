import { encodeCallback } from '../callback-data.ts';
import type { Button, ScreenContext } from '../screen.ts';

/** A button that does something. */
export const button = (text: string, action: string, ...args: (string | number)[]): Button => ({
  text,
  callback_data: encodeCallback(action, ...args),
});

/** Rows of `width` buttons. */
export function rows(buttons: readonly Button[], width: number): Button[][] {
  const result: Button[][] = [];
  for (let i = 0; i < buttons.length; i += width) result.push(buttons.slice(i, i + width));
  return result;
}

export const homeRow = (context: ScreenContext): Button[] => [button(context.texts.home.button, 'home')];
