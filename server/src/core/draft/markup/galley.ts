import type { SourceMap } from '../../text/source-map';
import type { Span } from '../../text/span';
import type { Block, ParagraphKind } from '../draft';
import { isSpace } from './lines';
import { verbatimSpans } from './verbatim';

/**
 * The plain text of one block while it is being set, with the runs of its source map. Source offsets count in whatever text the reader reads;
 * `draw` makes them count from the block. A galley is filled from left to right and drawn once.
 */
export interface Galley {
  text: string;
  /** The last unit of the text. Asking the text itself would copy it, each time that it has grown. */
  last: number;
  /** As in SourceMap: plain start, plain end, source start, source end. */
  readonly runs: number[];
  readonly verbatim: Span[];
  readonly links: (Span & { readonly href: string })[];
  /** White space or a line break that becomes one space if more text follows. In the source. */
  pause: Span | undefined;
}

const SPACE = 32;

export const galley = (): Galley => ({ text: '', last: SPACE, runs: [], verbatim: [], links: [], pause: undefined });

const isBlank = (c: number): boolean => c === SPACE || c === 9;

/** Adds text that stands at `start` to `end` in the source. Where the lengths are equal, each unit of the text shows one of the source. */
export function set(g: Galley, text: string, start: number, end: number): void {
  const { runs } = g;
  const alike = text.length === end - start;
  let skip = 0;
  const open = isBlank(g.last);
  const apart = g.pause !== undefined || runs.length === 0 || runs[runs.length - 1] !== start;
  if (apart) {
    while (skip < text.length && isBlank(text.charCodeAt(skip))) skip++;
    if (!open && g.pause) {
      if (alike && g.pause.end === start) g.pause = { start: g.pause.start, end: start + skip };
      if (skip === text.length) return;
      const { pause } = g;
      g.pause = undefined;
      push(g, ' ', pause.start, pause.end);
    } else if (!open) skip = 0;
    else g.pause = undefined;
  }
  if (skip >= text.length) return;
  push(g, skip === 0 ? text : text.slice(skip), alike ? start + skip : start, end);
}

function push(g: Galley, text: string, start: number, end: number): void {
  const { runs } = g;
  const n = runs.length;
  const from = g.text.length;
  const to = from + text.length;
  g.text += text;
  g.last = text.charCodeAt(text.length - 1);
  const joins = n > 0 && runs[n - 1] === start && text.length === end - start && runs[n - 3]! - runs[n - 4]! === start - runs[n - 2]!;
  if (joins) {
    runs[n - 3] = to;
    runs[n - 1] = end;
  } else runs.push(from, to, start, end);
}

/** Notes white space or a line break of the source: one space, if text stands before and after it. */
export function rest(g: Galley, start: number, end: number): void {
  if (g.text.length === 0) return;
  if (g.pause === undefined) g.pause = { start, end };
  else if (g.pause.end === start) g.pause = { start: g.pause.start, end };
}

/** The plain offset at which the next text will stand. */
export const here = (g: Galley): number => g.text.length + (g.pause && !isBlank(g.last) ? 1 : 0);

/** Where the block stands: its kind, its start and its whole lines or element, in the same text as the galley's source offsets. */
export interface Place {
  readonly kind: ParagraphKind;
  readonly at: number;
  readonly whole: Span;
  readonly depth?: number;
}

/** The finished block, or undefined where nothing but white space was set. */
export function draw(g: Galley, place: Place): Block | undefined {
  let length = g.text.length;
  while (length > 0 && isBlank(g.text.charCodeAt(length - 1))) length--;
  if (isSpace(g.text, 0, length)) return undefined;
  const text = g.text.slice(0, length);
  const { kind, at, whole, depth } = place;
  const found = verbatimSpans(text);
  const verbatim = g.verbatim.length === 0 ? found : union([...clip(g.verbatim, length), ...found]);
  const block = { kind, text, at, map: counted(g.runs, length, at), whole, verbatim, links: clip(g.links, length) };
  return depth === undefined ? block : { ...block, depth };
}

/** The spans as far as they stand before `length`. */
const clip = <T extends Span>(spans: readonly T[], length: number): readonly T[] =>
  spans.length === 0
    ? spans
    : spans.filter((s) => s.start < Math.min(s.end, length)).map((s) => (s.end > length ? { ...s, end: length } : s));

/** Runs up to the plain length, source offsets counted from `at`. */
function counted(runs: readonly number[], length: number, at: number): SourceMap {
  const out: number[] = [];
  for (let i = 0; i < runs.length && runs[i]! < length; i += 4) {
    const over = Math.max(0, runs[i + 1]! - length);
    const alike = runs[i + 1]! - runs[i]! === runs[i + 3]! - runs[i + 2]!;
    out.push(runs[i]!, runs[i + 1]! - over, runs[i + 2]! - at, runs[i + 3]! - (alike ? over : 0) - at);
  }
  return { runs: out };
}

/** The spans in order, those that touch or overlap joined. */
export function union(spans: Span[]): Span[] {
  if (spans.length < 2) return spans;
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const s of sorted) {
    const last = out[out.length - 1];
    if (last && s.start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, s.end) };
    else out.push({ start: s.start, end: s.end });
  }
  return out;
}
