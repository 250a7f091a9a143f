import type { Span } from '../text/span';
import type { Draft, Placed } from './draft';

const MARK = /^(?:[-+*•‣◦·▪●]|\d{1,3}[.)])[ \t]{1,8}/;

/** The list mark with the blank after it, in the file: "* " before an item. It is no part of the paragraph's plain text. Undefined where there is none, and in HTML. */
export function listMark(draft: Draft, { at, paragraph }: Placed): Span | undefined {
  if (paragraph.kind !== 'item' || draft.format === 'html') return undefined;
  const mark = MARK.exec(draft.text.slice(at, at + 16));
  return mark ? { start: at, end: at + mark[0].length } : undefined;
}
