import type { Block, Markup, Remark } from '../draft';
import { type Cut, cut } from './chunk';
import { readFrontMatter } from './front-matter';
import { draw, galley, rest, set } from './galley';
import { afterBreak, isWhite, lineEnd } from './lines';
import { kindsOf, type Shaped, shapeOf } from './plaintext-shape';
import { moveBlock, moveRemark, remarkAt } from './reading';
import { type Line, paragraphsOf } from './wrap';

/** A passage between blank lines. */
interface Passage {
  readonly shaped: readonly Shaped[];
  readonly remarks: readonly Remark[];
}

const cuts = new WeakMap<Markup, Cut<Passage>>();

/**
 * Reads plain text: paragraphs are lines, or several lines where the copy was hard-wrapped; blank lines part them always. Kinds go by shape.
 * Comments that stand on lines of their own are remarks. `previous` is what an earlier state of the text gave; it changes nothing but the time.
 */
export function readPlaintext(text: string, previous?: Markup): Markup {
  const { from, frontMatter } = readFrontMatter(text, true);
  const passages = cut(text, from, nextPassage, readPassage, previous && cuts.get(previous));
  const shaped: Shaped[] = [];
  const remarks: Remark[] = [];
  passages.parts.forEach((passage, i) => {
    const by = passages.starts[i]!;
    for (const one of passage.shaped) shaped.push({ ...one, block: moveBlock(one.block, by) });
    for (const remark of passage.remarks) remarks.push(moveRemark(remark, by));
  });
  const read = { blocks: soleAsProse(kindsOf(shaped)), remarks };
  const markup: Markup = frontMatter ? { ...read, frontMatter } : read;
  cuts.set(markup, passages);
  return markup;
}

/** A text of one paragraph is running text, whatever its shape: nothing says otherwise. */
const soleAsProse = (blocks: Block[]): Block[] =>
  blocks.length === 1 && blocks[0]!.kind === 'line' ? [{ ...blocks[0]!, kind: 'prose' }] : blocks;

/** The start of the first line after a blank line that is not blank itself. */
function nextPassage(text: string, at: number): number {
  let blank = false;
  for (let i = at; i < text.length; ) {
    const end = lineEnd(text, i);
    let first = i;
    while (first < end && isWhite(text.charCodeAt(first))) first++;
    if (first === end) blank = true;
    else if (blank && first === i) return i;
    else blank = false;
    i = afterBreak(text, end);
  }
  return text.length;
}

/** Reads a stretch of lines. It may hold blank lines, before indented text. */
function readPassage(stretch: string): Passage {
  const shaped: Shaped[] = [];
  const remarks: Remark[] = [];
  let lines: Line[] = [];
  const close = (): void => {
    if (lines.length > 0) for (const one of readLines(stretch, lines)) shaped.push(one);
    lines = [];
  };
  for (let at = 0; at < stretch.length; ) {
    const stop = lineEnd(stretch, at);
    let start = at;
    let end = stop;
    while (start < end && isWhite(stretch.charCodeAt(start))) start++;
    while (end > start && isWhite(stretch.charCodeAt(end - 1))) end--;
    const remark = stretch.charCodeAt(start) === 60 && isOneComment(stretch, start, end) ? remarkAt(stretch, { start, end }) : undefined;
    if (remark) remarks.push(remark);
    if (start === end || remark) close();
    else lines.push({ start, end, indent: start - at });
    at = afterBreak(stretch, stop);
  }
  close();
  return { shaped, remarks };
}

const isOneComment = (text: string, start: number, end: number): boolean =>
  text.startsWith('<!--', start) && text.indexOf('-->', start + 4) === end - 3;

const BULLET = /^(?:[-*•‣◦·▪●]|\d{1,2}[.)])\s{1,8}(?=[^\s-])/;

/** Length of the list mark with which a line begins, 0 where it begins with none. "- Advertisement -" is no item. */
function markLength(text: string, line: Line): number {
  if (/[\s\p{L}\p{N}]/u.test(text[line.start]!) && !/\d/.test(text[line.start]!)) return 0;
  const mark = BULLET.exec(text.slice(line.start, Math.min(line.end, line.start + 16)));
  if (!mark) return 0;
  const last = text[line.end - 1]!;
  return /[-*]/.test(last) && last === text[line.start] ? 0 : mark[0].length;
}

/** The paragraphs of lines between which no blank line stands. */
function readLines(text: string, lines: readonly Line[]): Shaped[] {
  const paragraphs = paragraphsOf(text, lines, (line) => markLength(text, line) > 0);
  return paragraphs.flatMap((paragraph, i) => {
    const first = paragraph[0]!;
    const mark = markLength(text, first);
    const g = galley();
    let stop = -1;
    for (const line of paragraph) {
      const start = line === first ? first.start + mark : line.start;
      if (stop >= 0 && !isHyphenated(text, stop, start)) rest(g, stop, start);
      set(g, text.slice(start, line.end), start, line.end);
      stop = line.end;
    }
    const end = lineEnd(text, stop);
    const block = draw(g, { kind: 'line', at: first.start, whole: { start: first.start - first.indent, end: afterBreak(text, end) } });
    if (!block) return [];
    const { shape, words } = mark > 0 ? { shape: 'item' as const, words: 0 } : shapeOf(block.text);
    return [{ block, shape, words, joinsAbove: i > 0, joinsBelow: i + 1 < paragraphs.length }];
  });
}

/** "Trump-\nPutin": the break is inside a word, and shows nothing. */
const isHyphenated = (text: string, stop: number, start: number): boolean =>
  text[stop - 1] === '-' && /\p{L}-\p{L}/u.test(`${text[stop - 2]}-${text[start]}`);
