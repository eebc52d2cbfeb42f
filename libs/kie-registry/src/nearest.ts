/**
 * The number of single-letter changes (insert, remove, replace, swap of neighbours) that turn `a` into `b`; stops
 * counting above `limit` and then answers `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = b.length + 1;
  // Three rows in turn: this one, the last, and the one before for swaps.
  const rows = new Uint16Array(3 * width);
  for (let j = 0; j < width; j += 1) rows[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const row = (i % 3) * width;
    const last = ((i + 2) % 3) * width;
    const beforeLast = ((i + 1) % 3) * width;
    const letter = a.charCodeAt(i - 1);
    let least = i;
    rows[row] = i;
    for (let j = 1; j < width; j += 1) {
      const other = b.charCodeAt(j - 1);
      let best = Math.min(
        rows[last + j]! + 1,
        rows[row + j - 1]! + 1,
        rows[last + j - 1]! + (letter === other ? 0 : 1),
      );
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        best = Math.min(best, rows[beforeLast + j - 2]! + 1);
      }
      rows[row + j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return limit + 1;
  }
  return rows[(a.length % 3) * width + b.length]!;
}

/** The words closest to another word, best first. */
export type Finder = (word: string, count?: number) => string[];

/**
 * A finder of the words closest to a word, none that differs by more than about a third of its letters. Case, blanks and
 * the separators `/ - _ .` count less than letters, since that is where ids are mistyped. For a list that is asked
 * often; {@link nearest} is for once.
 */
export function createFinder(candidates: Iterable<string>): Finder {
  const known = Array.from(candidates, (candidate) => {
    const letters = plain(candidate);
    return { candidate, letters, mask: maskOf(letters) };
  });
  return (word, count = 3) => {
    if (word.length > MAX_WORD) return [];
    const wanted = plain(word);
    if (wanted.length === 0) return [];
    const limit = Math.max(1, Math.floor(wanted.length / 3));
    const mask = maskOf(wanted);
    const found: { readonly candidate: string; readonly distance: number }[] = [];
    for (const { candidate, letters, mask: other } of known) {
      // A change of one letter takes away one letter at most that the other word lacks.
      if (bits(mask & ~other) > limit || bits(other & ~mask) > limit) continue;
      const distance = editDistance(wanted, letters, limit);
      if (distance > limit) continue;
      const shape = editDistance(word.toLowerCase(), candidate.toLowerCase(), 16) / 100;
      found.push({ candidate, distance: distance + shape });
    }
    found.sort((x, y) => x.distance - y.distance || (x.candidate < y.candidate ? -1 : 1));
    return found.slice(0, count).map((x) => x.candidate);
  };
}

/** The words closest to `word`, best first, as {@link createFinder} finds them. */
export function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  return createFinder(candidates)(word, count);
}

/** Longer input is no typo of anything, and the comparison is quadratic. */
const MAX_WORD = 100;

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s/_.-]+/g, '');
}

/** Which letters a word has, as bits; two letters may share one, which only makes the filter wider. */
function maskOf(letters: string): number {
  let mask = 0;
  for (let i = 0; i < letters.length; i += 1) mask |= 1 << (letters.charCodeAt(i) % 31);
  return mask;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
