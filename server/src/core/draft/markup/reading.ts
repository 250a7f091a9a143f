import type { Span } from '../../text/span';
import type { Block, ParagraphKind, Remark } from '../draft';

/** What was read in a stretch of a file. Offsets count in the stretch. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly remarks: readonly Remark[];
}

/** The block with its file offsets moved by `by`; its map, which counts from the block, stays the same object. */
export function moveBlock(block: Block, by: number, kind: ParagraphKind = block.kind): Block {
  const { text, map, verbatim, links, depth } = block;
  const whole = { start: block.whole.start + by, end: block.whole.end + by };
  const moved = { kind, text, at: block.at + by, map, whole, verbatim, links };
  return depth === undefined ? moved : { ...moved, depth };
}

export const moveRemark = (remark: Remark, by: number): Remark => ({
  ...remark,
  span: { start: remark.span.start + by, end: remark.span.end + by },
});

/** The remark that a comment makes which fills the span, or undefined where none does. */
export function remarkAt(source: string, span: Span): Remark | undefined {
  if (span.end - span.start < 7 || !source.startsWith('<!--', span.start) || !source.startsWith('-->', span.end - 3)) return undefined;
  return { span, text: source.slice(span.start + 4, span.end - 3).trim() };
}

/** Index of the heading that is the headline: the first of depth 1; where there is none, the first heading if no prose stands before it; else -1. */
export function headlineOf(blocks: readonly Block[]): number {
  const first = blocks.findIndex((b) => b.kind === 'heading' && b.depth === 1);
  if (first >= 0) return first;
  const any = blocks.findIndex((b) => b.kind === 'heading' || b.kind === 'prose');
  return any >= 0 && blocks[any]!.kind === 'heading' ? any : -1;
}
