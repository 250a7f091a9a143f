/** Zero-based line, zero-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which the lines of a text begin. LF, CRLF and a lone CR end a line, as in LSP. */
export type LineIndex = readonly number[];

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) starts.push(i + 1);
    else if (c === 13) {
      if (text.charCodeAt(i + 1) === 10) i++;
      starts.push(i + 1);
    }
  }
  return starts;
}

/** The position of an offset; an offset beyond the text is taken as its end. */
export function positionAt(lines: LineIndex, offset: number): Position {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (lines[mid]! <= offset) low = mid;
    else high = mid - 1;
  }
  return { line: low, column: Math.max(0, offset - lines[low]!) };
}

/** The offset of a position; a line beyond the text gives the start of its last line plus the column. */
export function offsetAt(lines: LineIndex, position: Position): number {
  const line = Math.min(Math.max(0, position.line), lines.length - 1);
  return lines[line]! + Math.max(0, position.column);
}
