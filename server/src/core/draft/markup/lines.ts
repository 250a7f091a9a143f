import type { Span } from '../../text/span';

/** Where the line that holds `at` ends, its break left out. LF, CRLF and a lone CR end a line. */
export function lineEnd(text: string, at: number): number {
  let i = at;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) break;
  }
  return i;
}

/** The offset after the line break that stands at `at`; `at` itself where none does. */
export function afterBreak(text: string, at: number): number {
  const c = text.charCodeAt(at);
  return c === 13 ? (text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1) : c === 10 ? at + 1 : at;
}

/** Where the line that holds `at` begins, a byte order mark left out. */
export function lineStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && text.charCodeAt(i - 1) !== 10 && text.charCodeAt(i - 1) !== 13) i--;
  return i === 0 && text.charCodeAt(0) === 0xfeff && at > 0 ? 1 : i;
}

/** The whole lines that hold the span, the break of the last one included. */
export const wholeLines = (text: string, span: Span): Span => ({
  start: lineStart(text, span.start),
  end: afterBreak(text, lineEnd(text, span.end)),
});

/** The whole lines of the span where nothing else stands on them; else the span as it is. Looks no further than the white space around it. */
export function ownLines(text: string, span: Span): Span {
  let start = span.start;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  let end = span.end;
  while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  const begins = start === 0 || isBreak(text.charCodeAt(start - 1));
  const ends = end === text.length || isBreak(text.charCodeAt(end));
  return begins && ends ? { start, end: afterBreak(text, end) } : span;
}

const isBreak = (c: number): boolean => c === 10 || c === 13;
const isBlank = (c: number): boolean => isWhite(c) && !isBreak(c) && c !== 0xfeff;

/** True where only white space stands between the offsets. */
export function isSpace(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isWhite(text.charCodeAt(i))) return false;
  return true;
}

/** White space of any kind, line breaks, no-break spaces, zero-width spaces and byte order marks included. */
export const isWhite = (c: number): boolean =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 0x85 ||
  c === 0xa0 ||
  (c >= 0x2000 && c <= 0x200b) ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0x202f ||
  c === 0x205f ||
  c === 0x2060 ||
  c === 0x3000 ||
  c === 0xfeff;
