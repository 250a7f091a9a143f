import type { Tokens } from '../../draft/dates/tokens';

/** The first token that starts at or after an offset. */
export function tokenAt(t: Tokens, offset: number): number {
  let low = 0;
  let high = t.count;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (t.start[mid]! < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
