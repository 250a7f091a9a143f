import type { Span } from '../../text/span';
import type { Block, Remark } from '../draft';
import { type Galley, rest } from './galley';
import { readFragment } from './html';
import { ownLines } from './lines';
import { moveBlock, moveRemark, remarkAt } from './reading';

/** Inline HTML: comments are remarks, line breaks pauses, other tags are dropped. */
export function readHtmlText(source: string, span: Span, main: Galley, remarks: Remark[]): void {
  const text = source.slice(span.start, span.end);
  const remark = remarkAt(source, span);
  if (remark) remarks.push(remark);
  else if (/^<br\b/i.test(text)) rest(main, span.start, span.end);
}

/** A block of HTML: read as HTML, inside a quotation for its comments alone, since there the quote's marks stand between its lines. */
export function readHtmlFlow(source: string, span: Span, quoted: boolean, blocks: Block[], remarks: Remark[]): void {
  const inner = readFragment(source.slice(span.start, span.end));
  for (const remark of inner.remarks) remarks.push(moveRemark(remark, span.start));
  if (quoted) return;
  for (const one of inner.blocks) {
    const block = moveBlock(one, span.start);
    if (block.whole.end < span.end) blocks.push(block);
    else {
      // The break of the fragment's last line stands behind it.
      const end = Math.max(trimmed(source, block.whole), block.at + (block.map.runs.at(-1) ?? 0));
      blocks.push({ ...block, whole: ownLines(source, { start: block.whole.start, end }) });
    }
  }
}

/** The end of a span without the line breaks, spaces and tabs that stand there. */
function trimmed(source: string, span: Span): number {
  let end = span.end;
  while (end > span.start && ' \t\r\n'.includes(source[end - 1]!)) end--;
  return end;
}
