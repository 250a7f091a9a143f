/** Words that a title keeps small unless they stand first or last: articles, conjunctions and prepositions of three letters or fewer. */
const small = new Set('a an and as at but by en for if in nor of on or per the v v. via vs vs.'.split(' '));
/** What the Chicago manual keeps small besides: prepositions of any length. */
const prepositions = new Set(
  'about above across after against along among around before between beyond concerning despite down during following from including into near over since through throughout towards under until upon with within without'.split(
    ' ',
  ),
);
/** Words that are a preposition here and an adverb or the sign of an infinitive there: they stand either way. */
const either = new Set('to off out up so yet onto past amid below behind inside outside'.split(' '));

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A term that the rule lets stand in its own case. */
  readonly excepted: boolean;
}

export interface Judged {
  readonly expected: string;
  readonly holds: boolean;
}

export const capitalized = (text: string): string => text.replace(/^\P{L}*\p{L}/u, (c) => c.toUpperCase());
const shouted = (text: string): boolean => text === text.toUpperCase();

/** Whether a title is in title case, by words; a share of them is enough. Words such as "to" stand either way: what they are is for people to see. */
export function inTitleCase(text: string, words: readonly Word[], chicago: boolean, threshold: number): Judged {
  let right = 0;
  let expected = text;
  for (const [i, word] of [...words.entries()].reverse()) {
    const want = titled(word, text, i === 0 || i === words.length - 1, chicago);
    if (word.excepted || word.text === want || shouted(word.text) || either.has(word.text.toLowerCase())) right++;
    else expected = expected.slice(0, word.start) + want + expected.slice(word.end);
  }
  return { expected, holds: words.length === 0 || right / words.length >= threshold };
}

function titled(word: Word, text: string, outer: boolean, chicago: boolean): string {
  const plain = word.text.toLowerCase().replace(/[^\p{L}.]+$/u, '');
  const opens = /[:—–!?.] *["“‘'(]*$/.test(text.slice(Math.max(0, word.start - 4), word.start));
  if (!outer && !opens && (small.has(plain) || (chicago && prepositions.has(plain)))) return word.text.toLowerCase();
  return word.text.replace(/(^|[-/–])(\p{L})(\p{L}*)/gu, (whole, before: string, first: string, rest: string) =>
    before && small.has(first.toLowerCase() + rest) ? whole : before + first.toUpperCase() + rest,
  );
}

/** Whether a text is in sentence case: a capital at its beginning and after an indicator, and no more than a share of others. */
export function inSentenceCase(text: string, words: readonly Word[], indicators: readonly string[], threshold: number): Judged {
  let right = 0;
  let expected = text;
  let opensWrong = false;
  for (const [i, word] of [...words.entries()].reverse()) {
    const before = words[i - 1]?.text ?? '';
    const afterIndicator = i > 0 && (indicators.some((s) => s !== '' && before.endsWith(s)) || (i === 1 && /^\d+\.$/.test(before)));
    const part = word.text.split(/[-'’]/)[0]!;
    const want = i === 0 || afterIndicator ? capitalized(word.text.toLowerCase()) : word.text.toLowerCase();
    if (word.excepted || shouted(part) || afterIndicator) right++;
    else if (i === 0 && part !== capitalized(part.toLowerCase())) opensWrong = true;
    else if (i === 0 || part === part.toLowerCase()) right++;
    if (!word.excepted && !shouted(part) && word.text !== want && !(afterIndicator && word.text === word.text.toLowerCase()))
      expected = expected.slice(0, word.start) + want + expected.slice(word.end);
  }
  return { expected, holds: !opensWrong && (words.length === 0 || right / words.length >= threshold) };
}
