import { draw, type Galley, galley, type Place, rest, set } from './galley';
import { afterBreak, lineEnd, wholeLines } from './lines';
import type { Reading } from './reading';

const nothing: Reading = { blocks: [], remarks: [] };

/** Anything that Markdown may read as more than a letter, wherever it stands. */
const MARKS = /[\\`*_[\]<>&~|@\t\0]|:\/\/|www\./i;
/** How a line may begin that can only be running text. */
const BEGIN = /^(?:[\p{L}"“”‘’'«„$£€(…¿¡]|\d{1,9}(?![\d.)]))/u;
const ITEM = /^[-+*] {1,4}(?=\S)/;
const HEADING = /^(#{1,6}) +([^#\s](?:[^#\r\n]*[^#\s])?) *$/;

/**
 * Reads a stretch in which Markdown marks nothing, without the cost of a parser: a paragraph of running text, a heading of one line, a bullet's text, or nothing.
 * Undefined where there may be more to it. Most stretches of a news draft are like this; what it gives equals what the parser gives.
 */
export function readSimple(stretch: string): Reading | undefined {
  const mark = ITEM.exec(stretch.slice(0, 6))?.[0].length ?? 0;
  if (MARKS.test(mark > 0 ? stretch.slice(mark) : stretch)) return undefined;
  let length = stretch.length;
  while (
    length > 0 &&
    (stretch.charCodeAt(length - 1) === 10 || stretch.charCodeAt(length - 1) === 13 || stretch.charCodeAt(length - 1) === 32)
  )
    length--;
  if (length === 0) return nothing;
  const first = lineEnd(stretch, 0);
  const setting = galley();
  if (stretch.charCodeAt(0) === 35) {
    const heading = first >= length ? HEADING.exec(stretch.slice(0, first)) : null;
    if (!heading) return undefined;
    const start = heading[0].indexOf(heading[2]!, heading[1]!.length);
    set(setting, heading[2]!, start, start + heading[2]!.length);
    return one(setting, { kind: 'heading', at: 0, whole: wholeLines(stretch, { start: 0, end: first }), depth: heading[1]!.length });
  }
  for (let at = mark; at < length; ) {
    const end = lineEnd(stretch, at);
    if (!BEGIN.test(stretch.slice(at, at + 11))) return undefined;
    let last = end;
    while (stretch.charCodeAt(last - 1) === 32) last--;
    set(setting, stretch.slice(at, last), at, last);
    const next = afterBreak(stretch, end);
    rest(setting, last, next);
    at = next;
  }
  return one(setting, { kind: mark > 0 ? 'item' : 'prose', at: 0, whole: wholeLines(stretch, { start: 0, end: length }) });
}

function one(setting: Galley, place: Place): Reading {
  const block = draw(setting, place);
  return block ? { blocks: [block], remarks: [] } : nothing;
}
