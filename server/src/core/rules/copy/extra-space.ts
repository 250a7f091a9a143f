import type { Paragraph } from '../../draft/draft';
import type { ParagraphRule, Report } from '../../lint/rule';
import { isEnglish } from './english';

export const extraSpace: ParagraphRule = {
  id: 'copy/extra-space',
  scope: 'paragraph',
  summary: 'A space too many: before a comma or a stop, inside brackets, or two between words.',
  rationale: 'Stray spaces open holes in the line and break it at the wrong place.',
  severity: 'info',
  quotes: 'same',
  examples: {
    wrong: [
      { marked: 'The vote was close⟦ ⟧, the clerk said.', becomes: 'The vote was close, the clerk said.' },
      { marked: 'The vote⟦  ⟧was close.', becomes: 'The vote was close.' },
      { marked: 'The vote (⟦ ⟧on Monday) was close.', becomes: 'The vote (on Monday) was close.' },
    ],
    stands: ['The rate rose by .5 points and the .NET team moved on … to other things.', 'Paris    12   4   3'],
  },
  *check(paragraph) {
    const { text } = paragraph;
    if (!text.includes(' ') || isTable(text)) return;
    for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      let end = i + 1;
      while (text[end] === ' ') end++;
      const before = text[i - 1] ?? '\n';
      const after = text[end] ?? '\n';
      if (before === '\n' || after === '\n') {
        i = end - 1;
        continue;
      }
      if (/[,;.!?)]/.test(after) && /[\p{L}\p{N}”"’)%]/u.test(before) && isMark(text, end) && (/[,.)]/.test(after) || isEnglish(paragraph)))
        yield cut(paragraph, i, end, '', `a space before "${after}"`);
      else if (before === '(' && !/[:;=-]/.test(text[i - 2] ?? ' ') && /[\p{L}\p{N}“"]/u.test(after))
        yield cut(paragraph, i, end, '', 'a space after the bracket');
      else if (end - i === 2 && !/[.!?:”"’)]/.test(before) && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}“"(]/u.test(after))
        yield cut(paragraph, i, end, ' ', 'two spaces');
      i = end - 1;
    }
  },
};

/** A mark that closes what stands before it, not ".5", ".NET", "..." or ":)". */
function isMark(text: string, at: number): boolean {
  const c = text[at]!;
  const next = text[at + 1] ?? ' ';
  if (c === '.') return /[\s”"’)]/.test(next) && !/^\.\s\./.test(text.slice(at, at + 3)) && text[at - 2] !== '.';
  if (c === ')') {
    const open = text.lastIndexOf('(', at);
    return open >= 0 && text.indexOf(')', open) === at;
  }
  return /[\s”"’\p{L}]/u.test(next) && c !== ';' ? true : /\s/.test(next);
}

/** Columns set with spaces. */
function isTable(text: string): boolean {
  if (/ {3}/.test(text)) return true;
  const gaps = text.match(/\S {2}\S/g)?.length ?? 0;
  return gaps > 4 || ((gaps > 1 || / {2}[-+]?[\d$£€]/.test(text)) && !/[.!?:]["”’)]{0,2}$/.test(text));
}

function cut({ text }: Paragraph, start: number, end: number, put: string, what: string): Report {
  const from = Math.max(text.lastIndexOf(' ', start - 1) + 1, start - 20);
  const near = text
    .slice(from, Math.min(text.length, end + 12))
    .split(' ')
    .slice(0, 4)
    .join(' ')
    .trim();
  return {
    span: { start, end },
    message: `"${near}": ${what} too many. Close it up.`,
    fixes: [{ title: put ? 'Leave one space' : 'Delete the space', edits: [{ span: { start, end }, text: put }], confidence: 'certain' }],
  };
}
