/** Shorter stretches of an input are ordinary words that a message may use on its own account. */
const SHORTEST_ECHO = 12;
const LONGEST_MESSAGE = 500;

/**
 * Makes a text of KIE fit for an error message: no URL (results and uploads are signed or carry the account number), no
 * API key, nothing of the input (a refusal may quote the prompt or a part of it), one line, at most 500 characters.
 */
export function redact(text: string, apiKey: string, input?: unknown): string {
  const line = text
    .slice(0, 4 * LONGEST_MESSAGE)
    .replaceAll(apiKey, '[key]')
    .replaceAll(/\b(?:https?|wss?|data|blob):\S+/gi, '[url]')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const clean = withoutEchoes(line, stringsIn(input));
  return clean.length > LONGEST_MESSAGE ? `${clean.slice(0, LONGEST_MESSAGE)}…` : clean;
}

/** Every string inside a JSON-like value. A string that holds JSON itself is opened, as in KIE's `param`. */
export function stringsIn(value: unknown, depth = 0): string[] {
  if (depth > 8) return [];
  if (typeof value === 'string') {
    if (!/^\s*[[{]/.test(value)) return [value];
    try {
      return stringsIn(JSON.parse(value), depth + 1);
    } catch {
      return [value];
    }
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((item) => stringsIn(item, depth + 1));
}

function withoutEchoes(line: string, inputs: readonly string[]): string {
  const haystack = line.toLowerCase();
  const echoed = Array.from({ length: line.length }, () => false);
  const mark = (at: number, length: number): void => {
    echoed.fill(true, at, at + length);
  };
  for (const input of inputs) {
    const words = input.replaceAll(/\s+/g, ' ').trim().toLowerCase();
    if (words.length >= SHORTEST_ECHO) {
      for (let at = 0; at + SHORTEST_ECHO <= haystack.length; at += 1) {
        if (words.includes(haystack.slice(at, at + SHORTEST_ECHO))) mark(at, SHORTEST_ECHO);
      }
    } else if (words.includes(' ')) {
      for (let at = haystack.indexOf(words); at >= 0; at = haystack.indexOf(words, at + 1))
        mark(at, words.length);
    }
  }
  let clean = '';
  for (let at = 0; at < line.length; at += 1) {
    if (!echoed[at]) clean += line[at];
    else if (!echoed[at - 1]) clean += '[input]';
  }
  return clean;
}
