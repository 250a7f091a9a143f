import type { Span } from '../text/span';
import { isLetter, isWordUnit } from '../text/words';

const openers: Record<string, string> = { '“': '”', '„': '“', '«': '»', '‘': '’', '"': '"', "'": "'" };

/**
 * Direct speech and scare quotes in a paragraph's plain text: the outermost spans, marks included. A quotation that opens and does
 * not close runs to the end (the next paragraph opens again, as newspapers set it); one that closes without opening began before
 * the paragraph and starts at 0. Apostrophes, primes and 'tis are not quotations.
 */
export function quotesOf(text: string): Span[] {
  const out: Span[] = [];
  let start = -1;
  let close = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (start >= 0) {
      if (c === close && closes(text, i)) {
        out.push({ start, end: i + 1 });
        start = -1;
      } else if (close === '“' && c === '”') {
        out.push({ start, end: i + 1 });
        start = -1;
      }
      continue;
    }
    if (c === '”' && out.length === 0 && closes(text, i)) {
      out.push({ start: 0, end: i + 1 });
      continue;
    }
    const mate = openers[c];
    if (mate === undefined || !opens(text, i)) continue;
    if ((c === '‘' || c === "'") && !hasCloser(text, i + 1, mate)) continue;
    start = i;
    close = mate;
  }
  if (start >= 0) out.push({ start, end: text.length });
  return out;
}

function opens(text: string, i: number): boolean {
  const before = i === 0 ? 32 : text.charCodeAt(i - 1);
  const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 32;
  if (text[i] === '“' || text[i] === '«' || text[i] === '„') return true;
  if ((text[i] === '‘' || text[i] === "'") && /^(?:\d|n['’] |tis\b|twas\b|em\b)/.test(text.slice(i + 1, i + 5))) return false;
  return !isWordUnit(before) && !/\s/.test(String.fromCharCode(after)) && !(isStraight(text[i]!) && /[.,;:!?)]/.test(text[i - 1] ?? ' '));
}

function closes(text: string, i: number): boolean {
  const c = text[i];
  if (c !== '’' && c !== "'" && c !== '"') return true;
  const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 32;
  if (c === '"') return i > 0 && !/\s/.test(text[i - 1]!);
  return !isWordUnit(after) && i > 0 && !/\s/.test(text[i - 1]!) && !(isLetter(text.charCodeAt(i - 1)) && possessive(text, i));
}

/** "the leaders’ summit": an apostrophe after s before a lower-case word is a possessive, unless nothing else could close. */
function possessive(text: string, i: number): boolean {
  return /s/i.test(text[i - 1]!) && /^ [a-z]/.test(text.slice(i + 1, i + 3)) && hasCloser(text, i + 1, text[i]!);
}

const isStraight = (c: string): boolean => c === '"' || c === "'";

/** A single mark opens a quotation only where something closes it within a few hundred units. */
function hasCloser(text: string, from: number, mate: string): boolean {
  const stop = Math.min(text.length, from + 600);
  for (let i = from; i < stop; i++) {
    if (text[i] !== mate) continue;
    const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 32;
    if (!isWordUnit(after) && !/\s/.test(text[i - 1] ?? ' ')) return true;
  }
  return false;
}
