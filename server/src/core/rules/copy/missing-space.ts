import type { Paragraph } from '../../draft/draft';
import type { Fix, ParagraphRule, Report } from '../../lint/rule';
import { isDigit, isLetter, isUpper } from '../../text/words';

/** Small words that begin a sentence more often than a file name ends with them. */
const OPENERS = new Set(
  'the and but this that these those they there when while she her his with from after before however meanwhile'.split(' '),
);
/** What runs together with a period on purpose. */
const JOINED = /^(?:com|net|org|gov|js|ts|py|io|ai|tv|fm|me|co|us|uk|app|dev|exe|pdf|jpg|png|html?|php|asp|Net|Js|Com|NET)$/;
const UNITS = /^(?:million|billion|trillion|percent|per)\b/;

export const missingSpace: ParagraphRule = {
  id: 'copy/missing-space',
  scope: 'paragraph',
  summary: 'Two words run together at a comma, a period or a quotation mark.',
  rationale:
    'Text that lost its spaces on the way from one system to another reads as careless, and a sentence that begins inside a word is easily missed.',
  severity: 'warning',
  quotes: 'same',
  defaults: { commas: true },
  examples: {
    wrong: [
      { marked: 'The talks ended late⟦,⟧and nothing was signed.', becomes: 'The talks ended late, and nothing was signed.' },
      { marked: 'The ship sailed at noon⟦.⟧The crew waved.', becomes: 'The ship sailed at noon. The crew waved.' },
      { marked: 'The U.S⟦.⟧and British teams shook hands.', becomes: 'The U.S. and British teams shook hands.' },
      { marked: '“We are ready,⟦”⟧he said.', becomes: '“We are ready,” he said.' },
    ],
    stands: [
      'The U.S.-Russia talks cost 1,000 euros and 3.5 hours, from 10:30 to 2 p.m. at Booking.com and on Node.js.',
      'John F. Kennedy Jr. wrote to J.R.R. Tolkien (then in Oxford).',
      'He said “yes”—and left.',
    ],
  },
  *check(paragraph, { options }) {
    const { text } = paragraph;
    const commas = (options as { commas?: boolean } | undefined)?.commas !== false;
    const low = text.indexOf('„');
    const straight = straightMarks(paragraph);
    for (let i = 1; i + 1 < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 44 || c === 59) {
        if (
          commas &&
          isLetter(text.charCodeAt(i + 1)) &&
          (isLetter(text.charCodeAt(i - 1)) || isDigit(text.charCodeAt(i - 1)) || '”"’)%'.includes(text[i - 1]!)) &&
          !inCode(text, i)
        )
          yield gap(paragraph, i, i + 1, 'certain');
      } else if (c === 46) {
        const sure = afterPeriod(text, i);
        if (sure) yield gap(paragraph, i, i + 1, sure);
      } else if (c === 63 || c === 33) {
        if (isLow(text, i - 1) && isLow(text, i - 2) && isUpper(text.charCodeAt(i + 1)) && isLow(text, i + 2))
          yield gap(paragraph, i, i + 1, c === 63 ? 'certain' : 'judgement');
      } else if (c === 0x201d) {
        if (isLetter(text.charCodeAt(i + 1)) && /[.,!?\p{L}]/u.test(text[i - 1]!) && !/^s\b/.test(text.slice(i + 1, i + 3)))
          yield gap(paragraph, i, i + 1, 'certain');
      } else if (c === 0x201c) {
        if ((isLow(text, i - 1) || text[i - 1] === ',') && (low < 0 || low > i)) yield gap(paragraph, i - 1, i, 'certain');
      } else if (c === 41) {
        if (isLow(text, i + 1) && isLow(text, i + 2) && bracketHolds(text, i)) yield gap(paragraph, i, i + 1, 'judgement');
      } else if (c === 34 && text[i - 1] !== ' ' && isLetter(text.charCodeAt(i + 1)) && isTight(text, i, straight.get(i))) {
        const opens = straight.get(i) === 'opens';
        yield gap(paragraph, opens ? i - 1 : i, opens ? i : i + 1, 'judgement');
      } else if (isDigit(c) && isLow(text, i + 1) && UNITS.test(text.slice(i + 1, i + 10))) {
        yield gap(paragraph, i, i + 1, 'certain');
      }
    }
  },
};

/** Inserts a space before `at`; the mark covers the character before it. */
function gap({ text }: Paragraph, from: number, at: number, confidence: Fix['confidence']): Report {
  const start = wordStart(text, from);
  const end = wordEnd(text, at);
  const was = text.slice(start, end);
  const better = `${text.slice(start, at)} ${text.slice(at, end)}`;
  return {
    span: { start: from, end: at },
    message: `"${was}": the space is missing. Write "${better}".`,
    fixes: [{ title: `Change "${was}" to "${better}"`, edits: [{ span: { start: at, end: at }, text: ' ' }], confidence }],
  };
}

const isLow = (text: string, i: number): boolean =>
  i >= 0 && i < text.length && isLetter(text.charCodeAt(i)) && !isUpper(text.charCodeAt(i));

/** "end.The", "U.S.and", "end.the" (only before words that begin sentences). */
function afterPeriod(text: string, i: number): Fix['confidence'] | undefined {
  if (!isLetter(text.charCodeAt(i + 1)) || text[i - 1] === '.') return undefined;
  const next = text.slice(i + 1, wordEnd(text, i + 1));
  const start = wordStart(text, i - 1);
  const before = text.slice(start, i);
  if (JOINED.test(next)) return undefined;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before))
    return next.length > 2 && isLow(text, i + 1) && isLow(text, i + 2) && before.length >= 3 ? 'certain' : undefined;
  if (/[.@/\\_]/.test(before) || /[@/\\_]/.test(next)) return undefined;
  const closes = isLow(text, i - 1) ? before.length >= 2 : /\d$|[)”"]$/.test(text[i - 1]!) && start < i;
  if (isUpper(text.charCodeAt(i + 1)))
    return closes &&
      (isLow(text, i + 2) || (next.length === 1 && /[AI]/.test(next) && text[i + 2] === ' ')) &&
      !isUpper(text.charCodeAt(i - before.length))
      ? 'certain'
      : closes && isLow(text, i + 2) && before.length > 3 && next.length > 1
        ? 'judgement'
        : undefined;
  return isLow(text, i - 1) && before.length >= 3 && OPENERS.has(next) ? 'judgement' : undefined;
}

/** The straight marks of a paragraph that open a quotation, or close one. */
function straightMarks({ text, quotes }: Paragraph): ReadonlyMap<number, 'opens' | 'closes'> {
  const marks = new Map<number, 'opens' | 'closes'>();
  for (const { start, end } of quotes) {
    if (text[end - 1] === '"') marks.set(end - 1, 'closes');
    if (text[start] === '"') marks.set(start, 'opens');
  }
  return marks;
}

/** A straight mark that opens a quotation right after a word, or closes one right before a word. */
function isTight(text: string, i: number, mark: 'opens' | 'closes' | undefined): boolean {
  if (mark === 'opens') return isLow(text, i - 1) && isLow(text, i - 2);
  return mark === 'closes' && /[.,!?\p{L}]/u.test(text[i - 1]!) && !/^s\b/.test(text.slice(i + 1, i + 3));
}

/** "f(a,b)" and "{x,y}" are code or notation. */
const inCode = (text: string, i: number): boolean =>
  /[([{]\w{1,3}$/.test(text.slice(Math.max(0, i - 4), i)) ||
  (i > 1 && !isLetter(text.charCodeAt(i - 2)) && !isLetter(text.charCodeAt(i + 2)));

/** A bracket with more than a syllable in it: "(born 1950)and", not "(re)elected". */
function bracketHolds(text: string, close: number): boolean {
  const open = text.lastIndexOf('(', close);
  return open >= 0 && close - open > 6 && /[\s\d]/.test(text.slice(open + 1, close)) && !/\p{L}/u.test(text[open - 1] ?? ' ');
}

function wordStart(text: string, i: number): number {
  let start = i;
  while (start > 0 && i - start < 30 && !/\s/.test(text[start - 1]!)) start--;
  return start;
}

function wordEnd(text: string, i: number): number {
  let end = i;
  while (end < text.length && end - i < 30 && /[\p{L}\p{N}’'-]/u.test(text[end]!)) end++;
  return end;
}
