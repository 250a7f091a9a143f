import type { Edit } from '../core';

/** A stretch of the text as it was, or words that were put in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

const lengthOf = (p: Piece): number => ('text' in p ? p.text.length : p.end - p.start);
const cut = (p: Piece, from: number, to: number): Piece =>
  'text' in p ? { text: p.text.slice(from, to) } : { start: p.start + from, end: p.start + to };

/** A text under correction in several rounds, that can say at the end what became of the text it began as. */
export interface Pieces {
  /** Applies edits that do not overlap; they count in the text as the last round left it. */
  apply(edits: readonly Edit[]): void;
  text(): string;
  /** The smallest edits of the first text that give the last: in order, none touching another. */
  edits(): Edit[];
}

export function piecesOf(original: string): Pieces {
  let pieces: Piece[] = [{ start: 0, end: original.length }];
  const shown = (p: Piece): string => ('text' in p ? p.text : original.slice(p.start, p.end));

  /** The pieces between two offsets of the text as it is. */
  function between(from: number, to: number): Piece[] {
    const out: Piece[] = [];
    let at = 0;
    for (const p of pieces) {
      const length = lengthOf(p);
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, length);
      if (start < end) out.push(cut(p, start, end));
      at += length;
      if (at >= to) break;
    }
    return out;
  }

  return {
    apply(edits) {
      const next: Piece[] = [];
      let at = 0;
      for (const { span, text } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
        if (span.start < at) continue;
        next.push(...between(at, span.start));
        if (text) next.push({ text });
        at = span.end;
      }
      pieces = [...next, ...between(at, Number.POSITIVE_INFINITY)];
    },
    text: () => pieces.map(shown).join(''),
    edits() {
      const out: Edit[] = [];
      let at = 0;
      let put = '';
      const close = (start: number): void => {
        const edit = trimmed(original, { span: { start: at, end: start }, text: put });
        if (edit) out.push(edit);
        put = '';
      };
      for (const p of pieces) {
        if ('text' in p) {
          put += p.text;
          continue;
        }
        if (p.start > at || put) close(p.start);
        at = p.end;
      }
      if (at < original.length || put) close(original.length);
      return out;
    },
  };
}

/** The edit without what old and new text share at their ends; undefined where nothing is left. Never cuts a surrogate pair or a line break in two. */
function trimmed(original: string, { span, text }: Edit): Edit | undefined {
  const old = original.slice(span.start, span.end);
  let head = 0;
  while (head < old.length && head < text.length && old[head] === text[head]) head++;
  if (joins(old, head) || joins(text, head)) head--;
  let tail = 0;
  while (tail < old.length - head && tail < text.length - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  if (joins(old, old.length - tail) || joins(text, text.length - tail)) tail--;
  if (head === old.length && head === text.length) return undefined;
  return { span: { start: span.start + head, end: span.end - tail }, text: text.slice(head, text.length - tail) };
}

/** True where the two units around the offset belong together. */
const joins = (text: string, at: number): boolean =>
  at > 0 && at < text.length && (/[\ud800-\udbff]/.test(text[at - 1]!) || (text[at - 1] === '\r' && text[at] === '\n'));
