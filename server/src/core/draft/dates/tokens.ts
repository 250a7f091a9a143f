import type { Words } from '../../text/words';
import { Kind, lexemeAt, lexemeKind, lexemeValue } from './lexicon';

/** What stands between a token and the one before it. */
export const Gap = {
  none: 0,
  space: 1,
  comma: 2,
  hyphen: 3,
  slash: 4,
  colon: 5,
  dot: 6,
  tightDot: 7,
  open: 8,
  close: 9,
  dash: 10,
  quote: 11,
  tightComma: 12,
  possessive: 13,
  other: 14,
  dotComma: 15,
  closeOther: 16,
} as const;

/**
 * A paragraph as the date grammar sees it: words cut at their hyphens, without what follows an apostrophe, each with its kind and value
 * (lexicon.ts). Numbers carry their value, ordinals ("12th") theirs. Offsets are UTF-16 in the paragraph.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly value: Int32Array;
  /** Gap before the token. */
  readonly gap: Uint8Array;
  /** True where a token is there that can begin or carry a time expression. */
  readonly any: boolean;
}

const isHyphen = (c: number): boolean => c === 0x2d || c === 0x2010 || c === 0x2011;
const isApostrophe = (c: number): boolean => c === 0x27 || c === 0x2019;
const isDigitUnit = (c: number): boolean => c >= 48 && c <= 57;

/** Linear in the text. */
export function tokensOf(text: string, words: Words): Tokens {
  // a word of n units has at most n/2 + 1 parts; words are one unit apart at least
  const room = (text.length >> 1) + 2;
  const start = new Int32Array(room);
  const end = new Int32Array(room);
  const kind = new Uint8Array(room);
  const value = new Int32Array(room);
  const gap = new Uint8Array(room);
  const bounds = words.bounds;
  let n = 0;
  let any = false;
  for (let w = 0; w < words.count; w++) {
    const wordEnd = bounds[2 * w + 1]!;
    let s = bounds[2 * w]!;
    while (s < wordEnd) {
      let e = s;
      while (e < wordEnd && !isHyphen(text.charCodeAt(e)) && !isApostrophe(text.charCodeAt(e))) e++;
      if (e > s) {
        start[n] = s;
        end[n] = e;
        if (isDigitUnit(text.charCodeAt(s))) {
          number(text, s, e, kind, value, n);
        } else {
          const lexeme = lexemeAt(text, s, e);
          if (lexeme >= 0) {
            kind[n] = lexemeKind(lexeme);
            value[n] = lexemeValue(lexeme);
          } else if (e - s === 2) quarterCode(text, s, kind, value, n);
        }
        const k = kind[n]!;
        if (k !== 0 && k <= Kind.decade) any = true;
        gap[n] = n === 0 ? Gap.other : gapBetween(text, end[n - 1]!, s);
        n++;
      }
      if (e < wordEnd && isApostrophe(text.charCodeAt(e))) {
        if (n > 0 && isFutureEnding(text, e, wordEnd, start[n - 1]!)) kind[n - 1] = Kind.future;
        e = wordEnd;
      }
      s = e + 1;
    }
  }
  return { text, count: n, start, end, kind, value, gap, any };
}

/** "he'll" and "won't". */
function isFutureEnding(text: string, apostrophe: number, end: number, start: number): boolean {
  if (end - apostrophe === 3) return (text.charCodeAt(apostrophe + 1) | 32) === 108 && (text.charCodeAt(apostrophe + 2) | 32) === 108;
  return (
    end - apostrophe === 2 &&
    apostrophe - start === 3 &&
    (text.charCodeAt(start) | 32) === 119 &&
    (text.charCodeAt(start + 1) | 32) === 111 &&
    (text.charCodeAt(apostrophe + 1) | 32) === 116
  );
}

function quarterCode(text: string, s: number, kind: Uint8Array, value: Int32Array, n: number): void {
  const digit = text.charCodeAt(s + 1) - 48;
  if (text.charCodeAt(s) === 81 && digit >= 1 && digit <= 4) {
    kind[n] = Kind.quarterCode;
    value[n] = digit;
  }
}

/** "7", "2025", "12th", "1990s", "3pm". Numbers of more than eight digits say nothing of dates. */
function number(text: string, s: number, e: number, kind: Uint8Array, value: Int32Array, n: number): void {
  let v = 0;
  let i = s;
  for (; i < e && isDigitUnit(text.charCodeAt(i)); i++) {
    if (i - s >= 8) return;
    v = v * 10 + text.charCodeAt(i) - 48;
  }
  value[n] = v;
  if (i === e) {
    kind[n] = Kind.number;
    return;
  }
  const a = text.charCodeAt(i) | 32;
  const b = e - i >= 2 ? text.charCodeAt(i + 1) | 32 : 0;
  if (e - i === 2 && i - s <= 2) {
    // st nd rd th, whichever fits or not: "2rd" is a slip of spelling, not of the calendar
    if ((a === 115 && b === 116) || (a === 110 && b === 100) || (a === 114 && b === 100) || (a === 116 && b === 104))
      kind[n] = Kind.ordinal;
    else if ((a === 97 || a === 112) && b === 109 && v <= 59) kind[n] = Kind.clock;
    return;
  }
  if (e - i === 1 && a === 115 && v % 10 === 0 && (i - s === 4 || i - s === 2)) kind[n] = Kind.decade;
}

function gapBetween(text: string, from: number, to: number): number {
  let at = from;
  let c = text.charCodeAt(at);
  if (c === 32 && to - at === 1) return Gap.space;
  if (isApostrophe(c) && to - at > 1) {
    // the rest of a possessive: "'s " or "' "
    at++;
    while (at < to && (text.charCodeAt(at) | 32) >= 97 && (text.charCodeAt(at) | 32) <= 122) at++;
    if (at < to && isSpace(text.charCodeAt(at)) && trimmed(text, at, to) === 0) return Gap.possessive;
    if (at >= to) return Gap.other;
    c = text.charCodeAt(at);
  }
  const length = to - at;
  if (length === 1) {
    if (isSpace(c)) return Gap.space;
    if (isHyphen(c) || c === 0x2013) return Gap.hyphen;
    if (c === 47) return Gap.slash;
    if (c === 58) return Gap.colon;
    if (c === 46) return Gap.tightDot;
    if (c === 44) return Gap.tightComma;
    if (c === 0x2014) return Gap.dash;
    return c === 40 ? Gap.open : Gap.other;
  }
  const rest = trimmed(text, at, to);
  if (rest === 0) return Gap.space;
  if (rest === 1) {
    let i = at;
    while (isSpace(text.charCodeAt(i))) i++;
    const d = text.charCodeAt(i);
    const before = i > at;
    if (d === 44) return Gap.comma;
    if (d === 46) return before ? Gap.other : Gap.dot;
    if (d === 40 || d === 91) return Gap.open;
    if (d === 41 || d === 93) return Gap.close;
    if (isHyphen(d) || d === 0x2013) return Gap.dash;
    if (d === 58) return Gap.colon;
    if (d === 47) return Gap.slash;
    if (d === 0x2014) return Gap.dash;
    return d === 0x27 || d === 0x2018 || d === 0x2019 || d === 0x22 || d === 0x201c || d === 0x201d ? Gap.quote : Gap.other;
  }
  if (rest === 2) {
    const pair = text.slice(at, to).replace(/\s+/g, '');
    if (pair === '.,') return Gap.dotComma;
    if (pair === '.(') return Gap.open;
    if (pair.startsWith(')')) return Gap.closeOther;
  }
  return Gap.other;
}

const isSpace = (c: number): boolean => c === 32 || c === 0xa0 || c === 9 || c === 10 || c === 13 || c === 0x202f || c === 0x2009;

/** How many units of the gap are not space, counted up to three. */
function trimmed(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to && n < 3; i++) if (!isSpace(text.charCodeAt(i))) n++;
  return n;
}
