import { longDate } from '../../calendar/civil-date';
import { claimOf, prefixClaims } from '../../draft/mentions/modifiers';
import { type JudgedTitle, judgedTitles } from '../../draft/mentions/verdict';
import type { DraftRule, Fix } from '../../lint/rule';
import { asWritten, report, titleAsWritten } from './wording';

export const formerForHolder: DraftRule = {
  id: 'title/former-for-holder',
  scope: 'draft',
  summary: 'A sitting office-holder who is called former.',
  rationale:
    'It tells the reader that somebody has left an office which they hold. Copy that was written between two terms, or rewritten by a machine that knows only the first, carries it into print.',
  severity: 'error',
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: 'Talks between ⟦former U.S. President Donald Trump⟧ and the king took an hour.',
        becomes: 'Talks between U.S. President Donald Trump and the king took an hour.',
      },
      { marked: '⟦Ex-President Emmanuel Macron⟧ spoke first.', becomes: 'President Emmanuel Macron spoke first.', asOf: '2023-03-01' },
      {
        marked: '⟦Emmanuel Macron, the former president of France⟧, spoke first.',
        becomes: 'Emmanuel Macron, the president of France, spoke first.',
        asOf: '2023-03-01',
      },
    ],
    stands: [
      'Former Russian President Dmitry Medvedev answered him.',
      { text: 'Former U.S. President Donald Trump spoke in Ohio.', asOf: '2023-03-01' },
      'Then-President Donald Trump signed the order in 2018.',
      'In 2022, former President Donald Trump said he would run.',
    ],
  },
  *check(draft, { knowledge, dateline }) {
    for (const j of judgedTitles(draft, knowledge)) {
      if (j.verdict.fit !== 'former in office') continue;
      const now = j.verdict.tenures.filter((t) => t.from < j.verdict.on).at(-1)!;
      yield report(
        j,
        dateline,
        `"${asWritten(j)}": ${j.verdict.person!.name} is in office, ${now.acting ? 'acting ' : ''}since ${longDate(now.from)}. Drop "${word(j)}".`,
        fixes(j),
      );
    }
  },
};

const modifierOf = (j: JudgedTitle) => j.title.modifiers.find((m) => (claimOf(m.word) ?? prefixClaims[m.word]) === 'former');
const word = (j: JudgedTitle): string => {
  const m = modifierOf(j);
  return m ? j.placed.paragraph.text.slice(m.span.start, m.span.end).replace(/-$/, '') : 'former';
};

/** Takes the word out, and what joined it; "a former" before the one who holds it becomes "the". */
function fixes(j: JudgedTitle): Fix[] {
  const m = modifierOf(j);
  if (!m) return [];
  const { text } = j.placed.paragraph;
  let end = m.span.end;
  while (/[\s-]/.test(text[end] ?? '')) end++;
  let start = m.span.start;
  let insert = '';
  const article = /\ba $/.exec(text.slice(Math.max(0, start - 2), start));
  if (article) {
    start -= 2;
    insert = 'the ';
  }
  // a title before a name takes no article
  const definite = /\b[Tt]he $/.exec(text.slice(Math.max(0, start - 4), start));
  if (definite && j.title.position === 'before' && /[A-Z]/.test(text[j.title.office.start]!) && j.title.span.end < j.mention.name.start + 1)
    start -= 4;
  const opens = /[A-Z]/.test(text[start]!) && /[a-z]/.test(text[end] ?? '');
  const edit = opens ? { span: { start, end: end + 1 }, text: insert + text[end]!.toUpperCase() } : { span: { start, end }, text: insert };
  const was = titleAsWritten(j);
  const from = Math.max(0, Math.min(start, m.span.start) - j.title.span.start);
  const becomes = was.slice(0, from) + (opens ? text[end]!.toUpperCase() : '') + was.slice(end + (opens ? 1 : 0) - j.title.span.start);
  return [{ title: `Change "${was}" to "${becomes.trim()}"`, confidence: 'judgement', edits: [edit] }];
}
