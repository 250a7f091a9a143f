/** A half-open range of UTF-16 offsets. In which text they count (file or paragraph) is said where one is handed over. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `span` by `text`. An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const shift = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });

/** True where the two share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True where `inner` lies wholly in `outer`. */
export const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const slice = (text: string, s: Span): string => text.slice(s.start, s.end);

/** Order by start, then by end. */
export const bySpan = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;

/** Applies edits that do not overlap. Insertions at one place keep their order. Throws nothing; an edit that overlaps an earlier one is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort(bySpan)) {
    if (edit.span.start < at) continue;
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return out + text.slice(at);
}
