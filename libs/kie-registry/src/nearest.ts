/**
 * The number of single-letter changes (insert, remove, replace, swap of neighbours) that turn `a` into `b`; stops
 * counting above `limit` and then answers `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/**
 * The words closest to `word`, best first, none that differs by more than about a third of its letters. Case, blanks
 * and the separators `/ - _ .` count less than letters, since that is where ids are mistyped.
 */
export function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = plain(word);
  if (wanted.length === 0 || word.length > MAX_WORD) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    const letters = plain(candidate);
    const distance = editDistance(wanted, letters, limit);
    if (distance > limit) continue;
    const shape = editDistance(word.toLowerCase(), candidate.toLowerCase(), 16) / 100;
    found.push({ candidate, distance: distance + shape });
  }
  found.sort((x, y) => x.distance - y.distance || (x.candidate < y.candidate ? -1 : 1));
  return found.slice(0, count).map((x) => x.candidate);
}

/** Longer input is no typo of anything, and the comparison is quadratic. */
const MAX_WORD = 100;

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s/_.-]+/g, '');
}
