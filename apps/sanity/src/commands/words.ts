import type { Quote } from '@kie/registry';
import type { Look } from '../cli/format.ts';

/** A price in a few words: `110`, `up to 300`, `unknown`. */
export function priceWords(price: Quote): string {
  if (price.kind === 'unknown') return 'unknown';
  return price.kind === 'exact' ? String(price.credits) : `up to ${price.credits}`;
}

/** Rows as columns of plain text, the first row as the heading. */
export function columns(rows: readonly (readonly string[])[], look: Look): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row, index) => {
      const line = row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd();
      return `${index === 0 && look.color ? `\u001B[1m${line}\u001B[22m` : line}\n`;
    })
    .join('');
}

/** A title above a part of the answer. */
export function heading(text: string, look: Look): string {
  return `\n${look.color ? `\u001B[1m${text}\u001B[22m` : text}\n`;
}
