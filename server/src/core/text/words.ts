/**
 * The words of a text, as offsets: two numbers a word, start and end (UTF-16). A word is a run of letters, marks and digits,
 * with apostrophes and hyphens inside it, and with the periods of an abbreviation between single letters ("U.S." holds its last period).
 */
export interface Words {
  readonly count: number;
  readonly bounds: Uint32Array;
}

const LETTER = 1;
const UPPER = 2;
const DIGIT = 4;
const JOINER = 8;
const KNOWN = 64;

const classes = new Uint8Array(65536);
for (let c = 0; c < 128; c++) {
  const s = String.fromCharCode(c);
  if (/[a-z]/.test(s)) classes[c] = LETTER;
  else if (/[A-Z]/.test(s)) classes[c] = LETTER | UPPER;
  else if (/[0-9]/.test(s)) classes[c] = DIGIT;
}
// dashes, quotation marks and the like
for (let c = 0x2010; c <= 0x205e; c++) classes[c] = KNOWN;
classes[0x27] = JOINER;
classes[0x2d] = JOINER;
classes[0x2019] = JOINER;
classes[0x2010] = JOINER;
classes[0x2011] = JOINER;
classes[0xad] = JOINER;

/** Character class of a code unit: letter, upper case, digit, joiner bits. Beyond ASCII it is found once and kept. */
function classOf(c: number): number {
  let k = classes[c]!;
  if (c < 128 || k !== 0) return k & 63;
  const s = String.fromCharCode(c);
  if (c >= 0xd800 && c <= 0xdfff) k = LETTER;
  else if (/\p{Lu}|\p{Lt}/u.test(s)) k = LETTER | UPPER;
  else if (/\p{L}|\p{M}/u.test(s)) k = LETTER;
  else if (/\p{Nd}/u.test(s)) k = DIGIT;
  classes[c] = k | KNOWN;
  return k;
}

export const isUpper = (c: number): boolean => (classOf(c) & UPPER) !== 0;
export const isLetter = (c: number): boolean => (classOf(c) & LETTER) !== 0;
export const isDigit = (c: number): boolean => (classOf(c) & DIGIT) !== 0;
export const isWordUnit = (c: number): boolean => (classOf(c) & (LETTER | DIGIT)) !== 0;

/** Splits in one pass. Surrogate pairs count as letters, so no word ends inside one. */
export function wordsOf(text: string): Words {
  const bounds = new Uint32Array(2 * (text.length >> 1) + 4);
  let n = 0;
  let i = 0;
  const length = text.length;
  while (i < length) {
    if ((classOf(text.charCodeAt(i)) & (LETTER | DIGIT)) === 0) {
      i++;
      continue;
    }
    const start = i;
    i++;
    for (; i < length; i++) {
      const k = classOf(text.charCodeAt(i));
      if (k & (LETTER | DIGIT)) continue;
      if (k & JOINER && i + 1 < length && classOf(text.charCodeAt(i + 1)) & (LETTER | DIGIT)) continue;
      if (text.charCodeAt(i) === 46 && isInitial(text, start, i)) {
        // "U.S." and "J.D.": a period after a single letter joins another single letter
        if (
          i + 1 < length &&
          classOf(text.charCodeAt(i + 1)) & LETTER &&
          !(i + 2 < length && classOf(text.charCodeAt(i + 2)) & (LETTER | DIGIT))
        )
          continue;
        if (i - start >= 3) i++;
      }
      break;
    }
    bounds[2 * n] = start;
    bounds[2 * n + 1] = i;
    n++;
  }
  return { count: n, bounds: bounds.subarray(0, 2 * n) };
}

/** True where the letter before `at` stands alone or after another initial's period. */
function isInitial(text: string, start: number, at: number): boolean {
  if (at - 1 === start) return (classOf(text.charCodeAt(start)) & LETTER) !== 0;
  return at - 2 > start && (text.charCodeAt(at - 2) === 46 || text.charCodeAt(at - 2) === 45);
}
