/** Edits (insert, delete, replace, swap of neighbours) that turn one text into the other. */
function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * The candidate a person most likely meant: the same but for case, blanks and punctuation, or at most a third of
 * its characters away. Undefined when nothing is near; a wrong guess helps less than none.
 */
export function nearest(wanted: string, candidates: readonly string[]): string | undefined {
  const target = plain(wanted);
  const same = candidates.find((candidate) => plain(candidate) === target);
  if (same !== undefined || target.length > 60) return same;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = distance(target, plain(candidate));
    if (edits < bestDistance && edits <= Math.floor(Math.max(target.length, candidate.length) / 3)) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
