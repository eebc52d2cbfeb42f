import { CST, Lexer } from 'yaml';
import type { Mistake } from './mistake.ts';
import { placeAt } from './mistake.ts';

/** The file is written by people and is far from this size. */
export const MAX_BYTES = 1024 * 1024;
/** The format needs 8. */
export const MAX_DEPTH = 32;

const REFUSED: Readonly<Record<string, string>> = {
  anchor: 'anchors (&name) are not allowed, write the value out',
  alias: 'aliases (*name) are not allowed, write the value out; quote a text that starts with *',
  tag: 'tags (!name) are not allowed; quote a text that starts with !',
  'directive-line': 'directives (%...) are not allowed',
};

/**
 * Refuses text that must not reach the parser: too large, too deep (the parser is recursive and its stack would
 * overflow), or with features that the catalogue does without. Looks at the tokens only, which come one by one.
 */
export function sourceMistake(text: string): Mistake | undefined {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) {
    return mistake(text, 0, `the file has ${bytes} bytes, at most ${MAX_BYTES} (1 MiB) are allowed`);
  }
  let offset = 0;
  let lineStart = 0;
  let depth = 0;
  let textFollows = false;
  for (const token of new Lexer().lex(text)) {
    if (token === CST.DOCUMENT || token === CST.SCALAR || token === CST.FLOW_END) {
      // Marks of the lexer, not part of the text.
      textFollows = token === CST.SCALAR;
      continue;
    }
    const type = textFollows ? 'scalar' : (CST.tokenType(token) ?? 'unknown');
    textFollows = false;
    const refused = REFUSED[type];
    if (refused !== undefined) return mistake(text, offset, refused);
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth = Math.max(0, depth - 1);
    // A level of a block costs at least one column, or is a dash right below its key: at most two levels a column.
    const opensBlock =
      depth === 0 && (type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind');
    const column = opensBlock ? indentOf(text, lineStart, offset) : 0;
    if (depth > MAX_DEPTH || column > MAX_DEPTH) {
      return mistake(
        text,
        offset,
        `nested too deeply, at most ${MAX_DEPTH} levels or columns of indentation are allowed`,
      );
    }
    offset += token.length;
    const newline = token.lastIndexOf('\n');
    if (newline >= 0) lineStart = offset - token.length + newline + 1;
  }
  return undefined;
}

/** The column where the block that a token belongs to begins: after the blanks and the dashes of its line. */
function indentOf(text: string, lineStart: number, offset: number): number {
  let at = lineStart;
  while (at < offset && (text[at] === ' ' || text[at] === '-' || text[at] === '?')) at += 1;
  return at - lineStart;
}

function mistake(text: string, offset: number, message: string): Mistake {
  return { place: placeAt(text, offset), message };
}
