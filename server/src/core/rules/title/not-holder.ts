import { daysBetween, longDate } from '../../calendar/civil-date';
import { type JudgedTitle, judgedTitles } from '../../draft/mentions/verdict';
import type { Tenure } from '../../knowledge/knowledge';
import type { DraftRule, Fix } from '../../lint/rule';
import { addFormer, asWritten, replaceTitle, report } from './wording';

export const notHolder: DraftRule = {
  id: 'title/not-holder',
  scope: 'draft',
  summary: 'A bare title for somebody who has left the office or has not started in it; "-elect" after taking office.',
  rationale:
    'A title without "former" says that its bearer holds the office on the day of the story. When they do not, tomorrow there is a correction.',
  severity: 'error',
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: 'The order was criticised by ⟦Prime Minister Rishi Sunak⟧ on Monday.',
        becomes: 'The order was criticised by former Prime Minister Rishi Sunak on Monday.',
      },
      { marked: '⟦President-elect Donald Trump⟧ met the ministers.', becomes: 'President Donald Trump met the ministers.' },
      {
        marked: '⟦Angela Merkel, the chancellor of Germany⟧, was there.',
        becomes: 'Angela Merkel, the former chancellor of Germany, was there.',
      },
    ],
    stands: [
      'In 2022, President Joe Biden signed the law.',
      'The judge was appointed by President Barack Obama.',
      'Former Prime Minister Rishi Sunak was there. “I came early,” he said.',
      { text: 'President Joe Biden signed the law.', asOf: '2022-08-16' },
    ],
  },
  *check(draft, { knowledge, dateline }) {
    for (const j of judgedTitles(draft, knowledge)) {
      const { fit, person, tenures, on, present } = j.verdict;
      if (fit === 'left') {
        const last = tenures.filter((t) => t.until !== undefined && t.until < on).at(-1)!;
        yield report(
          j,
          dateline,
          `"${asWritten(j)}": ${person!.name} left that office on ${longDate(last.until!)}. ${nearest(j)[0] ? `Now ${nearest(j)[0]!.office.titles[0]}: write that, or "former".` : 'Write "former".'}`,
          [...addFormer(j), ...nearest(j).flatMap((t) => replaceTitle(j, t))],
        );
      } else if (fit === 'not yet') {
        const next = tenures[0]!;
        yield report(
          j,
          dateline,
          `"${asWritten(j)}": ${person!.name} takes that office only on ${longDate(next.from)}. ${present[0] ? `Now ${present[0].office.titles[0]}.` : 'Write the title of the day.'}`,
          [...present.slice(0, 2).flatMap((t) => replaceTitle(j, t)), ...elect(j, daysBetween(on, next.from))],
        );
      } else if (fit === 'acting only') {
        const now = tenures.filter((t) => t.from < on).at(-1)!;
        const at = j.title.office.start;
        const lower =
          /^[A-Z]/.test(j.placed.paragraph.text[j.title.span.start]!) &&
          j.placed.paragraph.sentences.some((s) => s.start === j.title.span.start);
        const fix: Fix = {
          title: 'Add "acting"',
          confidence: 'judgement',
          edits: [{ span: { start: at, end: at }, text: lower && at === j.title.span.start ? 'Acting ' : 'acting ' }],
        };
        yield {
          ...report(
            j,
            dateline,
            `"${asWritten(j)}": ${person!.name} has held that office only as acting, since ${longDate(now.from)}. Write "acting".`,
            [fix],
          ),
          severity: 'info',
        };
      } else if (fit === 'coming in office') {
        const now = tenures.filter((t) => t.from < on).at(-1)!;
        yield report(
          j,
          dateline,
          `"${asWritten(j)}": ${person!.name} has been in office since ${longDate(now.from)}. Drop "${j.title.modifiers.at(-1)?.word ?? 'elect'}".`,
          dropped(j),
        );
      }
    }
  },
};

/** Up to two present posts: one of the body that the title names first, then the highest. */
const nearest = (j: JudgedTitle): readonly Tenure[] => {
  const { present } = j.verdict;
  const same = present.filter((t) => j.title.offices.some((o) => o.of === t.office.of && o.of.type === 'organisation'));
  return [...same, ...present.filter((t) => !same.includes(t))].slice(0, 2);
};

/** "President-elect" for somebody who takes the office within months. */
function elect(j: JudgedTitle, days: number): Fix[] {
  const { text } = j.placed.paragraph;
  const office = text.slice(j.title.office.start, j.title.office.end);
  if (days > 120 || !/president$|governor$|mayor$/i.test(office)) return [];
  return [
    {
      title: `Change "${office}" to "${office}-elect"`,
      confidence: 'judgement',
      edits: [{ span: { start: j.title.office.end, end: j.title.office.end }, text: '-elect' }],
    },
  ];
}

/** Takes "-elect" or "incoming" away. */
function dropped(j: JudgedTitle): Fix[] {
  const { text } = j.placed.paragraph;
  const m = j.title.modifiers.find((x) => /^(?:elect|designate|incoming|future|nominee|in-waiting)$/.test(x.word));
  if (!m) return [];
  const suffix = m.span.start === j.title.office.end;
  let { start, end } = m.span;
  if (!suffix) while (/\s/.test(text[end] ?? '')) end++;
  const opens = !suffix && /[A-Z]/.test(text[start]!) && /[a-z]/.test(text[end] ?? '');
  if (opens)
    return [
      {
        title: `Drop "${text.slice(start, m.span.end)}"`,
        confidence: 'judgement',
        edits: [{ span: { start, end: end + 1 }, text: text[end]!.toUpperCase() }],
      },
    ];
  return [{ title: `Drop "${text.slice(start, m.span.end)}"`, confidence: 'judgement', edits: [{ span: { start, end }, text: '' }] }];
}
