/** How many units beyond a cut may decide on it. */
export const REACH = 8;

/** A text cut into stretches that can be read by themselves, and what was read in each. `starts` are offsets in the text; the last stretch ends with it. */
export interface Cut<T> {
  readonly text: string;
  readonly starts: readonly number[];
  readonly parts: readonly T[];
}

/**
 * Cuts the text from `from` on, reading only what changed since `old`.
 * `next` gives the start of the stretch after the one that begins at its offset (the text's length where there is none); it may depend on what
 * follows the offset and on REACH units beyond the start that it gives, never on what stands before. `read` is handed the stretch alone.
 */
export function cut<T>(
  text: string,
  from: number,
  next: (text: string, at: number) => number,
  read: (stretch: string) => T,
  old?: Cut<T>,
): Cut<T> {
  const starts: number[] = [];
  const parts: T[] = [];
  if (!old) {
    for (let at = from; at < text.length; ) {
      const end = next(text, at);
      starts.push(at);
      parts.push(read(text.slice(at, end)));
      at = end;
    }
    return { text, starts, parts };
  }
  const head = sharedHead(old.text, text);
  const tail = sharedTail(old.text, text, head);
  const by = text.length - old.text.length;
  let kept = 0;
  if (old.starts[0] === from) while (kept + 1 < old.starts.length && old.starts[kept + 1]! + REACH <= head) kept++;
  for (let i = 0; i < kept; i++) {
    starts.push(old.starts[i]!);
    parts.push(old.parts[i]!);
  }
  const touched = new Map<string, T>();
  let seen = kept;
  let at = kept > 0 ? old.starts[kept]! : from;
  for (; at < text.length; ) {
    for (; seen < old.starts.length && old.starts[seen]! + by < at; seen++) touched.set(stretch(old, seen), old.parts[seen]!);
    if (at >= text.length - tail && old.starts[seen] === at - by) {
      for (; seen < old.starts.length; seen++) {
        starts.push(old.starts[seen]! + by);
        parts.push(old.parts[seen]!);
      }
      break;
    }
    const end = next(text, at);
    const own = text.slice(at, end);
    starts.push(at);
    parts.push(touched.get(own) ?? read(own));
    at = end;
  }
  return { text, starts, parts };
}

const stretch = <T>(c: Cut<T>, i: number): string => c.text.slice(c.starts[i]!, c.starts[i + 1] ?? c.text.length);

const STEP = 2048;

/** How many units two texts share at their start. */
function sharedHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let i = 0;
  while (i + STEP <= most && a.slice(i, i + STEP) === b.slice(i, i + STEP)) i += STEP;
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/** How many units two texts share at their end, beyond those they share at their start. */
function sharedTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let i = 0;
  while (i + STEP <= most && a.slice(a.length - i - STEP, a.length - i) === b.slice(b.length - i - STEP, b.length - i)) i += STEP;
  while (i < most && a.charCodeAt(a.length - 1 - i) === b.charCodeAt(b.length - 1 - i)) i++;
  return i;
}
