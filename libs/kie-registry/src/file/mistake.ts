/** A place in the catalogue file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One mistake in the catalogue file. */
export interface Mistake {
  readonly place: Place;
  readonly message: string;
}

/** Thrown for a catalogue file that cannot be used; the message lists its mistakes as `file:line:column: what`. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly mistakes: readonly Mistake[];

  constructor(file: string, mistakes: readonly Mistake[]) {
    const shown = mistakes
      .slice(0, MOST_SHOWN)
      .map((m) => `${file}:${m.place.line}:${m.place.column}: ${m.message}`);
    if (mistakes.length > MOST_SHOWN) shown.push(`... and ${mistakes.length - MOST_SHOWN} more`);
    super(shown.join('\n'));
    this.mistakes = mistakes;
  }
}

/** More would scroll the first ones away, and they are often consequences of those. */
const MOST_SHOWN = 20;

/** Line and column of a position in a text. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
