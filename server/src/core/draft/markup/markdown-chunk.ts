import { afterBreak, lineEnd } from './lines';

/** Raw HTML that may hold blank lines, and what ends it (CommonMark's HTML blocks 1 to 5). */
const RAW: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

/**
 * Where the Markdown that begins at `at` can be cut so that the two sides read alike apart and together: before a line that stands at the margin after a
 * blank line, outside fences and raw HTML. Everything at the margin closes lists, quotes and footnotes; link definitions are the reader's business.
 * Where a fence or raw HTML may or may not be inside something else, the rest of the text is one stretch.
 */
export function nextChunk(text: string, at: number): number {
  let fence: { readonly mark: string; readonly size: number } | undefined;
  let raw: RegExp | undefined;
  let blank = false;
  let tag = false;
  for (let i = at; i < text.length; ) {
    const end = lineEnd(text, i);
    let first = i;
    while (first < end && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) first++;
    const indent = first - i;
    const c = text.charCodeAt(first);
    const margin = indent === 0 && c !== 0xfeff;
    if (fence) {
      if (indent < 4 && text[first] === fence.mark && closes(text, first, end, fence)) fence = undefined;
      blank = false;
    } else if (raw) {
      if (raw.test(text.slice(i, end))) raw = undefined;
      blank = false;
    } else if (first === end) {
      blank = true;
      tag = false;
    } else {
      if (blank && margin) return i;
      blank = false;
      if (indent < 4 && (c === 0x60 || c === 0x7e)) {
        const size = runLength(text, first, end);
        if (size >= 3 && !(c === 0x60 && text.slice(first + size, end).includes('`'))) {
          if (!margin || tag) return text.length;
          fence = { mark: text[first]!, size };
        }
      } else if (indent < 4 && c === 0x3c) {
        const line = text.slice(first, end);
        const kind = RAW.find(([open]) => open.test(line));
        if (kind) {
          if (!margin || tag || /^<!--?-?>/.test(line) || line.startsWith('<!-->')) return text.length;
          if (!kind[1].test(line.slice(2))) raw = kind[1];
        }
        tag = true;
      }
    }
    i = afterBreak(text, end);
  }
  return text.length;
}

/** How often the mark at `at` stands in a row. */
function runLength(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) === text.charCodeAt(at)) i++;
  return i - at;
}

function closes(text: string, at: number, end: number, fence: { readonly size: number }): boolean {
  const size = runLength(text, at, end);
  if (size < fence.size) return false;
  for (let i = at + size; i < end; i++) if (text.charCodeAt(i) !== 32 && text.charCodeAt(i) !== 9) return false;
  return true;
}
