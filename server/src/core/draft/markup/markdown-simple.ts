import type { Block } from '../draft';
import { draw, galley, rest, set } from './galley';
import { afterBreak, lineEnd, wholeLines } from './lines';

/** Anything that Markdown may read as more than a letter, wherever it stands. */
const MARKS = /[\\`*_[\]<>&~|@\t\0]|:\/\/|www\./i;
/** How a line may begin that can only be running text. */
const BEGIN = /^(?:[\p{L}"“”‘’'«„$£€(…¿¡]|\d{1,9}(?![\d.)]))/u;
const HEADING = /^(#{1,6}) +([^#\s](?:[^#\r\n]*[^#\s])?) *$/;

/**
 * The one block of a stretch in which Markdown marks nothing, without the cost of a parser: a paragraph of running text, or a heading of one line.
 * Undefined where there may be more to it. Most stretches of a news draft are like this; what it gives equals what the parser gives.
 */
export function readSimple(stretch: string): Block | undefined {
  if (MARKS.test(stretch)) return undefined;
  let length = stretch.length;
  while (
    length > 0 &&
    (stretch.charCodeAt(length - 1) === 10 || stretch.charCodeAt(length - 1) === 13 || stretch.charCodeAt(length - 1) === 32)
  )
    length--;
  const first = lineEnd(stretch, 0);
  const setting = galley();
  if (stretch.charCodeAt(0) === 35) {
    const heading = first >= length ? HEADING.exec(stretch.slice(0, first)) : null;
    if (!heading) return undefined;
    const start = heading[0].indexOf(heading[2]!, heading[1]!.length);
    set(setting, heading[2]!, start, start + heading[2]!.length);
    return draw(setting, { kind: 'heading', at: 0, whole: wholeLines(stretch, { start: 0, end: first }), depth: heading[1]!.length });
  }
  for (let at = 0; at < length; ) {
    const end = lineEnd(stretch, at);
    if (!BEGIN.test(stretch.slice(at, at + 11))) return undefined;
    let last = end;
    while (stretch.charCodeAt(last - 1) === 32) last--;
    set(setting, stretch.slice(at, last), at, last);
    const next = afterBreak(stretch, end);
    rest(setting, last, next);
    at = next;
  }
  return draw(setting, { kind: 'prose', at: 0, whole: wholeLines(stretch, { start: 0, end: length }) });
}
