import type { Span } from '../../text/span';
import { isWhite } from './lines';

/** Endings of host names. Those in BARE make one of any "word.ending"; the others could be two words without a space, and ask for two dots or a path. */
const BARE = new Set('com org net gov edu mil'.split(' '));
const HOSTS = new Set([...BARE, ...'int info biz io co uk us eu de fr ru ua ca au in news tv me ai app dev'.split(' ')]);
/** Endings of file names. */
const FILES = new Set(
  'pdf doc docx xls xlsx ppt pptx txt rtf md csv tsv json xml yaml yml toml htm html css js ts py sh exe zip gz tar jpg jpeg png gif webp svg heic tif tiff mp3 mp4 mov avi wav m4a log ini cfg'.split(
    ' ',
  ),
);

const OPENING = '([{<"\'“‘«*_';
const CLOSING = ')]}>"\'”’»*_.,;:!?…';

/** What every such thing holds somewhere: a sign, or a period between letters or digits. */
const ANCHOR = /[@/\\]|[a-z0-9]\.[a-z]/gi;
const URL_START = /https?:\/\/|ftp:\/\/|www\.[a-z0-9]|mailto:/i;

/** Spans of URLs, e-mail addresses, handles, bare host names, file names and paths in plain text, in order. Linear: only words with an anchor are looked at. */
export function verbatimSpans(text: string): readonly Span[] {
  ANCHOR.lastIndex = 0;
  if (!ANCHOR.test(text)) return NONE;
  const out: Span[] = [];
  let done = 0;
  ANCHOR.lastIndex = 0;
  for (let m = ANCHOR.exec(text); m; m = ANCHOR.exec(text)) {
    let start = m.index;
    let end = m.index + m[0].length;
    while (start > done && !isWhite(text.charCodeAt(start - 1))) start--;
    while (end < text.length && !isWhite(text.charCodeAt(end))) end++;
    const found = verbatimIn(text.slice(start, end));
    if (found) out.push({ start: start + found.start, end: start + found.end });
    done = end;
    ANCHOR.lastIndex = end;
  }
  return out;
}

const NONE: readonly Span[] = [];

/** The part of a word between white space that is verbatim: without the punctuation and the brackets around it. */
function verbatimIn(word: string): Span | undefined {
  let start = 0;
  while (start < word.length && OPENING.includes(word[start]!)) start++;
  const url = word.slice(start).search(URL_START);
  if (url > 0 && /[\p{L}\p{N}]/u.test(word[start + url - 1]!)) return undefined;
  if (url > 0) start += url;
  const end = start + bareLength(word.slice(start));
  return end - start >= 3 && isVerbatim(word.slice(start, end), url >= 0) ? { start, end } : undefined;
}

/** Length of the piece without closing punctuation; a closing bracket stays where its opening one is in the piece. */
function bareLength(piece: string): number {
  let end = piece.length;
  let depth = 0;
  for (const c of piece) depth += c === '(' ? 1 : c === ')' ? -1 : 0;
  while (end > 0 && CLOSING.includes(piece[end - 1]!)) {
    if (piece[end - 1] === ')') {
      if (depth >= 0) break;
      depth++;
    }
    end--;
  }
  if (/['’]s$/.test(piece.slice(0, end))) end -= 2;
  return end;
}

function isVerbatim(core: string, url: boolean): boolean {
  if (url) return true;
  if (core.includes('@')) return isAddress(core);
  if (core.includes('/') || core.includes('\\')) return isPath(core);
  const dot = core.lastIndexOf('.');
  if (dot <= 0 || core.includes('..')) return false;
  const ending = core.slice(dot + 1);
  const lower = ending.toLowerCase();
  if (FILES.has(lower) && (ending === lower || ending === ending.toUpperCase())) return /^[\w.~-]+$/.test(core);
  return HOSTS.has(ending) && /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(core) && (BARE.has(ending) || core.indexOf('.') !== dot);
}

/** "@handle", "name@host.org", "@name@host.social". */
function isAddress(core: string): boolean {
  if (core[0] === '@') return /^@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\w.-]+)?$/u.test(core);
  const at = core.indexOf('@');
  const host = core.slice(at + 1);
  return !host.includes('@') && host.indexOf('.') > 0 && /^[\p{L}\p{N}.-]+$/u.test(host) && /^[^\s@/\\]+$/.test(core.slice(0, at));
}

/** Absolute and relative paths, Windows paths, and host or folder names with a slash; not "and/or", "24/7" or "Washington/New". */
function isPath(core: string): boolean {
  if (/^(?:[A-Za-z]:[\\/]|\\\\\w|~\/|\.{1,2}\/)/.test(core)) return true;
  if (core.startsWith('/')) return /^\/[\p{L}\p{N}_.-]/u.test(core) && core.indexOf('/', 1) > 1;
  const slash = core.indexOf('/');
  if (slash < 0) return core.includes('\\') && /\.\w+$/.test(core);
  const host = core.slice(0, slash);
  const dot = host.lastIndexOf('.');
  if (dot > 0 && HOSTS.has(host.slice(dot + 1)) && /^[A-Za-z0-9.-]+$/.test(host)) return true;
  return FILES.has(core.slice(core.lastIndexOf('.') + 1).toLowerCase());
}
