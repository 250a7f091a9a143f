import { REACH } from './chunk';
import { afterBreak, lineEnd } from './lines';

/** Raw HTML that may hold blank lines, and what ends it (CommonMark's HTML blocks 1 to 5). */
const RAW: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

/** Lines and units beyond which a stretch is cut where it is not safe: no writer's passage is so long, and a parser's time grows with its square. */
const LINES = 1000;
const LENGTH = 2 ** 16;

/** Marks that begin something new wherever they stand at the margin; each is decided within the reach of a cut. */
const HEADING = /^#{1,6}(?:[ \t]|$)/;
const BULLET = /^[-+*] {1,4}[^\s*+_-]/;
const ITEM = /^(?:[-+*]|1[.)]) {1,4}(?=[^\s*+_-])/;
const MAYBE_ITEM = /^(?:[-+*]|\d{1,9}[.)]|\[\^)/;

/** What is open at the end of a line. */
interface Open {
  fence?: { readonly mark: string; readonly size: number } | undefined;
  raw?: RegExp | undefined;
  /** The last line was blank, or a heading, so that nothing goes on into the next. */
  blank: boolean;
  /** Since the last blank line an HTML tag stood at a line's start, which may make everything up to the next blank line HTML. */
  tag: boolean;
  /** Column at which the content of the outermost list item begins; 0 outside lists. */
  item: number;
  /** True while every line since that item is indented into it, so that it is open for certain. */
  sure: boolean;
  /** A fence or raw HTML may or may not be open. */
  lost: boolean;
}

/**
 * Where the Markdown that begins at `at` can be cut so that the two sides read alike apart and together: before a line at the margin after a blank line
 * or a heading, and before a heading or a bullet at the margin; always outside fences and raw HTML. Link definitions are the reader's business.
 */
export function nextChunk(text: string, at: number): number {
  const open: Open = { blank: false, tag: false, item: 0, sure: true, lost: false };
  let lines = 0;
  for (let i = at; i < text.length; lines++) {
    const end = lineEnd(text, i);
    if (i > at && isCut(text, i, end, open, lines > LINES || i - at > LENGTH)) return i;
    if (lines > 4 * LINES && !open.fence && !open.raw) return i;
    pass(text, i, end, open);
    i = afterBreak(text, end);
  }
  return text.length;
}

/** True where a stretch can begin with the line from `i` to `end`. */
function isCut(text: string, i: number, end: number, open: Open, long: boolean): boolean {
  const c = text.charCodeAt(i);
  if (open.fence || open.raw || i === end || c === 32 || c === 9 || c === 0xfeff) return false;
  if (open.lost) return long && open.blank;
  if (open.blank || long) return true;
  if (open.tag || (c !== 35 && c !== 42 && c !== 43 && c !== 45)) return false;
  const line = text.slice(i, Math.min(end, i + REACH));
  return HEADING.test(line) || BULLET.test(line);
}

/** Goes over a line and notes what it opens and closes. */
function pass(text: string, i: number, end: number, open: Open): void {
  let first = i;
  while (first < end && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) first++;
  const indent = first - i;
  const { fence, raw } = open;
  if (fence) {
    if (indent < 4 && text[first] === fence.mark && closes(text, first, end, fence.size)) open.fence = undefined;
    return;
  }
  if (raw) {
    if (raw.test(text.slice(i, end))) open.raw = undefined;
    return;
  }
  open.blank = first === end;
  if (open.blank) {
    open.tag = false;
    return;
  }
  const inside = open.item > 0 && indent >= open.item;
  const line = text.slice(first, Math.min(end, first + 16));
  const opens = indent < 4 ? opener(text, first, end) : undefined;
  if (opens) {
    if (open.tag || (indent > 0 && open.item > 0 && !(open.sure && inside))) open.lost = true;
    else if (indent === 0 || open.item === 0) {
      if ('fence' in opens) open.fence = opens.fence;
      else open.raw = opens.raw;
      open.item = 0;
    }
  } else if (!inside) follow(line, indent, open, first > i && text.slice(i, first).includes('\t'));
  if (text.charCodeAt(first) === 0x3c) open.tag = true;
  if (indent === 0 && !open.tag && HEADING.test(line)) open.blank = true;
}

/** Notes the list item that a line outside the open one begins, or that it may go on with or end it. */
function follow(line: string, indent: number, open: Open, tabs: boolean): void {
  const mark = indent < 4 && !tabs ? ITEM.exec(line) : null;
  if (mark) {
    open.item = indent + mark[0].length;
    open.sure = true;
  } else if (open.item > 0 || MAYBE_ITEM.test(line)) {
    open.item ||= 1;
    open.sure = false;
  }
}

/** The fence or the raw HTML that a line begins; a raw one that ends on its own line leaves nothing open. */
function opener(
  text: string,
  first: number,
  end: number,
): { readonly fence: { readonly mark: string; readonly size: number } } | { readonly raw: RegExp | undefined } | undefined {
  const c = text.charCodeAt(first);
  if (c === 0x60 || c === 0x7e) {
    const size = runLength(text, first, end);
    if (size < 3 || (c === 0x60 && text.slice(first + size, end).includes('`'))) return undefined;
    return { fence: { mark: text[first]!, size } };
  }
  if (c !== 0x3c) return undefined;
  const line = text.slice(first, end);
  const kind = RAW.find(([begin]) => begin.test(line));
  return kind && { raw: kind[1].test(line.slice(2)) ? undefined : kind[1] };
}

/** How often the mark at `at` stands in a row. */
function runLength(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) === text.charCodeAt(at)) i++;
  return i - at;
}

function closes(text: string, at: number, end: number, least: number): boolean {
  const size = runLength(text, at, end);
  if (size < least) return false;
  for (let i = at + size; i < end; i++) if (text.charCodeAt(i) !== 32 && text.charCodeAt(i) !== 9) return false;
  return true;
}
