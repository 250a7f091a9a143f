import type { Edit, Span } from './span';

/**
 * From the plain text of a paragraph back to the source it was read from, both in UTF-16 offsets.
 * Source offsets count from the start of the paragraph's block, so that the map stays true when text before the block grows.
 * Runs are in order and do not overlap; between two runs lies markup that the plain text does not show.
 * A run whose plain length differs from its source length (an entity, an escape, a folded line break) is indivisible.
 */
export interface SourceMap {
  /** Four numbers a run: plain start, plain end, source start, source end. */
  readonly runs: readonly number[];
}

/** The map of a paragraph whose plain text is its source. */
export const plainMap = (length: number, at = 0): SourceMap => ({ runs: [0, length, at, at + length] });

/** Index of the run that holds the plain offset; of two that touch it, the later one for a start and the earlier one for an end. */
function runAt(runs: readonly number[], offset: number, side: 'start' | 'end'): number {
  let low = 0;
  let high = runs.length / 4 - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    const from = runs[mid * 4]!;
    if (side === 'start' ? from <= offset : from < offset) low = mid;
    else high = mid - 1;
  }
  return low * 4;
}

function offsetAt(map: SourceMap, offset: number, side: 'start' | 'end'): number {
  const { runs } = map;
  if (runs.length === 0) return 0;
  const i = runAt(runs, offset, side);
  const [from, to, start, end] = [runs[i]!, runs[i + 1]!, runs[i + 2]!, runs[i + 3]!];
  if (to - from === end - start) return Math.min(end, Math.max(start, start + offset - from));
  return side === 'start' ? (offset >= to ? end : start) : offset <= from ? start : end;
}

/** The source span that shows the plain span, markup between its ends included. */
export function toSource(map: SourceMap, plain: Span): Span {
  const start = offsetAt(map, plain.start, 'start');
  if (plain.end <= plain.start) return { start, end: start };
  return { start, end: Math.max(start, offsetAt(map, plain.end, 'end')) };
}

/**
 * The source edit that does to the source what `edit` does to the plain text, or undefined where it would cut through markup.
 * What old and new text share at the ends is left alone first, so that "donald" to "Donald" in "*donald Trump*" touches one letter.
 */
export function toSourceEdit(map: SourceMap, plain: string, edit: Edit): Edit | undefined {
  const old = plain.slice(edit.span.start, edit.span.end);
  let head = 0;
  while (head < old.length && head < edit.text.length && old[head] === edit.text[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < edit.text.length - head &&
    old[old.length - 1 - tail] === edit.text[edit.text.length - 1 - tail]
  )
    tail++;
  const narrow = { start: edit.span.start + head, end: edit.span.end - tail };
  const text = edit.text.slice(head, edit.text.length - tail);
  const { runs } = map;
  const holds = (s: Span): boolean => {
    if (s.start === s.end) return true;
    const first = runAt(runs, s.start, 'start');
    const last = runAt(runs, s.end, 'end');
    for (let i = first; i < last; i += 4) if (runs[i + 3] !== runs[i + 6]) return false;
    for (const i of [first, last]) {
      const whole = runs[i + 1]! - runs[i]! === runs[i + 3]! - runs[i + 2]!;
      if (!whole && ((i === first && s.start !== runs[i]) || (i === last && s.end !== runs[i + 1]))) return false;
    }
    return true;
  };
  if (holds(narrow)) return narrow.start === narrow.end ? insertion(map, narrow.start, text) : { span: toSource(map, narrow), text };
  return holds(edit.span) ? { span: toSource(map, edit.span), text: edit.text } : undefined;
}

/** An insertion sits after what stands before it, so that it stays inside the same markup. */
function insertion(map: SourceMap, at: number, text: string): Edit {
  const start = offsetAt(map, at, at === 0 ? 'start' : 'end');
  return { span: { start, end: start }, text };
}
