import type { Block, Format, Markup } from '../../../../server/src/core/draft/draft';
import { readMarkup } from '../../../../server/src/core/draft/markup/markup';
import { toSource } from '../../../../server/src/core/text/source-map';

/** The blocks of a text, one a line: kind, depth, text. */
export const proof = (text: string, format: Format): string[] =>
  readMarkup(text, format).blocks.map((b) => `${b.kind}${b.depth ?? ''}: ${b.text}`);

/** What stands in the source for a piece of the plain text. */
export function sourceOf(text: string, format: Format, piece: string): string | undefined {
  for (const block of readMarkup(text, format).blocks) {
    const start = block.text.indexOf(piece);
    if (start < 0) continue;
    const { start: from, end: to } = toSource(block.map, { start, end: start + piece.length });
    return text.slice(block.at + from, block.at + to);
  }
  return undefined;
}

/** The whole of each block, as it stands in the source. */
export const wholes = (text: string, format: Format): string[] =>
  readMarkup(text, format).blocks.map((b) => text.slice(b.whole.start, b.whole.end));

export const verbatims = (block: Block): string[] => block.verbatim.map((s) => block.text.slice(s.start, s.end));

export const linksOf = (markup: Markup): string[] =>
  markup.blocks.flatMap((b) => b.links.map((l) => `${b.text.slice(l.start, l.end)} → ${l.href}`));
