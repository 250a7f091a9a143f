/** Code units of a text, for `unitDistance`. */
export type Units = Uint8Array | Uint16Array;

const width = 128;
const rows = [new Uint16Array(width + 1), new Uint16Array(width + 1), new Uint16Array(width + 1)] as const;

/**
 * Optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours; no unit is edited twice) of two ranges of code units,
 * or `most + 1` where it is greater. Algorithm: Wagner and Fischer's table with the swap of Damerau, three rows, and only the diagonal band of
 * width 2 * most + 1 (Ukkonen). Longer than 128 units counts as too far unless equal.
 */
export function unitDistance(a: Units, aAt: number, aEnd: number, b: Units, bAt: number, bEnd: number, most: number): number {
  while (aAt < aEnd && bAt < bEnd && a[aAt] === b[bAt]) {
    aAt++;
    bAt++;
  }
  while (aAt < aEnd && bAt < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  const m = aEnd - aAt;
  const n = bEnd - bAt;
  const beyond = most + 1;
  if (m === 0 || n === 0) return Math.min(beyond, m + n);
  if (m - n > most || n - m > most || m > width || n > width) return beyond;
  let [before, last, row] = rows as readonly [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= n; j++) last[j] = j > most ? beyond : j;
  for (let i = 1; i <= m; i++) {
    const low = Math.max(i - most, 1);
    const high = Math.min(i + most, n);
    row[low - 1] = low === 1 && i <= most ? i : beyond;
    let least = row[low - 1]!;
    const unit = a[aAt + i - 1]!;
    for (let j = low; j <= high; j++) {
      const other = b[bAt + j - 1]!;
      let cost = last[j - 1]! + (unit === other ? 0 : 1);
      if (j - 1 >= i - 1 - most && row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      if (j <= i - 1 + most && last[j]! + 1 < cost) cost = last[j]! + 1;
      if (i > 1 && j > 1 && unit === b[bAt + j - 2] && a[aAt + i - 2] === other && before[j - 2]! + 1 < cost) cost = before[j - 2]! + 1;
      row[j] = Math.min(cost, beyond);
      if (cost < least) least = cost;
    }
    if (high < n) row[high + 1] = beyond;
    if (least > most) return beyond;
    [before, last, row] = [last, row, before];
  }
  return Math.min(beyond, last[n]!);
}

let left: Uint16Array = new Uint16Array(width);
let right: Uint16Array = new Uint16Array(width);

/** Copies the code units of a text to the front of a buffer, or of a longer one where it is too short. */
export function unitsOf(text: string, into: Uint16Array): Uint16Array {
  const out = into.length < text.length ? new Uint16Array(text.length * 2) : into;
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

/** Optimal string alignment distance of two texts as they stand (fold them first), or `most + 1` where it is greater than `most`. */
export function distance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  left = unitsOf(a, left);
  right = unitsOf(b, right);
  return unitDistance(left, 0, a.length, right, 0, b.length, most);
}

/** The candidate nearest to a word by folded distance of at most a third of its length, at least 1 and at most 3; the first of several. For "did you mean". */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let most = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  for (const candidate of candidates) {
    const d = distance(lower, candidate.toLowerCase(), most);
    if (d <= most) {
      best = candidate;
      most = d - 1;
      if (most < 0) break;
    }
  }
  return best;
}
