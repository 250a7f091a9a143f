import type { Span } from '../../text/span';
import { type Galley, rest, set } from './galley';
import { walk } from './html-walk';
import { isSpace } from './lines';

/** The value of an attribute without its quotation marks. */
export function valueSpan(source: string, from: number, to: number): Span {
  let start = from;
  while (start < to && isSpace(source, start, start + 1)) start++;
  const quote = source[start];
  return quote === '"' || quote === "'" ? { start: start + 1, end: to - 1 } : { start, end: to };
}

const isFold = (c: number): boolean => c === 32 || c === 10 || c === 9 || c === 12 || c === 13;

/** Sets the value of a text node or an attribute whose source is the span, white space folded. */
export function setText(g: Galley, source: string, span: Span, value: string): void {
  for (const [from, to, start, end] of walk(source, span.start, span.end, value)) {
    if (to - from !== end - start) {
      if (isFold(value.charCodeAt(from)) && to - from === 1) rest(g, start, end);
      else set(g, value.slice(from, to).replace(/[ \t\n\f\r]+/g, ' '), start, end);
      continue;
    }
    let begin = start;
    for (let i = start; i < end; i++) {
      if (!isFold(source.charCodeAt(i))) continue;
      let stop = i + 1;
      while (stop < end && isFold(source.charCodeAt(stop))) stop++;
      if (stop === i + 1 && source.charCodeAt(i) === 32 && i > begin && stop < end) continue;
      if (i > begin) set(g, source.slice(begin, i), begin, i);
      rest(g, i, stop);
      begin = stop;
      i = stop - 1;
    }
    if (begin < end) set(g, source.slice(begin, end), begin, end);
  }
}
