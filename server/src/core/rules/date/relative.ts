import { addDays, addMonths, type CivilDate, daysInMonth, longDate, monthOf, weekdayOf, yearOf } from '../../calendar/civil-date';
import type { TimeMention } from '../../draft/draft';
import type { Fix, ParagraphRule } from '../../lint/rule';
import { slice } from '../../text/span';

interface Days {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

type Reach = (on: CivilDate) => Days;

const month =
  (step: number): Reach =>
  (on) => {
    const day = addMonths(on, step);
    const first = `${day.slice(0, 8)}01` as CivilDate;
    return { from: first, until: addDays(first, daysInMonth(yearOf(day), monthOf(day)) - 1) };
  };
const year =
  (step: number): Reach =>
  (on) => {
    const y = String(yearOf(on) + step).padStart(4, '0');
    return { from: `${y}-01-01` as CivilDate, until: `${y}-12-31` as CivilDate };
  };
const day =
  (step: number): Reach =>
  (on) => ({ from: addDays(on, step), until: addDays(on, step) });
/** Weeks begin on Sunday for some and on Monday for others: a day is allowed at either end. "Last week" may be the last seven days. */
const week =
  (step: number): Reach =>
  (on) => {
    const monday = addDays(on, 1 - weekdayOf(on) + 7 * step);
    return { from: addDays(monday, -1), until: step < 0 ? addDays(on, -1) : addDays(monday, 7) };
  };
const cut =
  (reach: Reach, earlier: boolean): Reach =>
  (on) => {
    const r = reach(on);
    return earlier ? { from: r.from, until: [r.until, on].sort()[0]! } : { from: [r.from, on].sort()[1]!, until: r.until };
  };

/** The words, and the days that they can mean in a draft dated on that day. */
const reaches: readonly (readonly [RegExp, Reach])[] = [
  [/^(?:earlier )?today$|^tonight$|^this (?:morning|afternoon|evening)$/, day(0)],
  [/^yesterday$|^last night$/, day(-1)],
  [/^tomorrow$/, day(1)],
  [/^last week$/, week(-1)],
  [/^next week$/, week(1)],
  [/^earlier this week$/, cut(week(0), true)],
  [/^later this week$/, cut(week(0), false)],
  [/^this week$/, week(0)],
  [/^last month$/, month(-1)],
  [/^next month$/, month(1)],
  [/^earlier this month$/, cut(month(0), true)],
  [/^later this month$/, cut(month(0), false)],
  [/^this month$/, month(0)],
  [/^last year$/, year(-1)],
  [/^next year$/, year(1)],
  [/^earlier this year$/, cut(year(0), true)],
  [/^later this year$/, cut(year(0), false)],
  [/^this year$/, year(0)],
];

/** What may stand between the two where one explains the other: "last month, on 3 March", "tomorrow (Feb. 3)", "next year, in 2027". */
const joint = /^(?:, (?:on |in |i\.e\. )?(?:the )?| \((?:on |in )?| (?:on|in) )$/;

export const relative: ParagraphRule = {
  id: 'date/relative',
  scope: 'paragraph',
  summary: '"Last month", "tomorrow", "next year" beside a date that is not.',
  rationale: 'The word was right on the day it was written. A reader who trusts it turns up on the wrong day.',
  severity: 'error',
  quotes: 'soften',
  examples: {
    wrong: [
      { marked: 'The bridge closed ⟦last month, on 3 March⟧.', asOf: '2025-05-20' },
      {
        marked: 'The mayor will announce her decision ⟦tomorrow, Feb. 3⟧.',
        becomes: 'The mayor will announce her decision tomorrow, Feb. 6.',
        asOf: '2025-02-05',
      },
      { marked: 'The law takes effect ⟦next year, in 2027⟧.', asOf: '2025-05-20' },
    ],
    stands: [
      'The bridge closed last month, on 3 July.',
      'The talks are next week, on Aug. 12.',
      'The fair opened yesterday, Aug. 6, and ends next month.',
      'It rained last year, March 3 excepted, on every Sunday.',
    ],
  },
  *check(paragraph, { dateline }) {
    const { text, dates } = paragraph;
    for (let i = 0; i + 1 < dates.length; i++) {
      const [a, b] = [dates[i]!, dates[i + 1]!];
      if (!joint.test(text.slice(a.span.end, b.span.start))) continue;
      const words = isWritten(b) || isMonthIn(text, a, b) ? a : b;
      const date = words === a ? b : a;
      if (!(isWritten(date) || words === a) || isWritten(words) || !date.from || !date.until) continue;
      const said = slice(text, words.span).toLowerCase();
      const reach = reaches.find(([form]) => form.test(said))?.[1](dateline.on);
      if (!reach || yearly(date, reach)) continue;
      const span = {
        start: a.span.start,
        end: text[b.span.end] === ')' && text.slice(a.span.end, b.span.start).includes('(') ? b.span.end + 1 : b.span.end,
      };
      const means = reach.from === reach.until ? longDate(reach.from) : `${longDate(reach.from)} to ${longDate(reach.until)}`;
      yield {
        span,
        message: `"${slice(text, span)}": on ${longDate(dateline.on)} "${said}" means ${means}. Change the word or the date.`,
        evidence: [{ text: `The draft is dated ${longDate(dateline.on)}` }],
        fixes: fixesOf(text, words, date, reach),
        ...(dateline.from === 'today' ? { severity: 'info' as const } : {}),
      };
    }
  },
};

/** A date with its day, or a month or year in figures: not "last month". */
const isWritten = (m: TimeMention): boolean =>
  (m.parts.day !== undefined && m.parts.month !== undefined) || (m.parts.year !== undefined && (m.kind === 'year' || m.kind === 'month'));

/** "last month, in May": a month by its name, where the words before it say which month that is. */
const isMonthIn = (text: string, { span: { start, end } }: TimeMention, { parts, kind, span }: TimeMention): boolean =>
  kind === 'month' &&
  parts.month !== undefined &&
  /^(?:last|next|this) month$/i.test(text.slice(start, end)) &&
  /(?:\bin |\()$/.test(text.slice(end, span.start)) &&
  !/^ \p{Lu}/u.test(text.slice(span.end, span.end + 2));

/** True where the date can lie within reach: one without a year in any year. */
function yearly(date: TimeMention, reach: Days): boolean {
  const meets = (from: string, until: string) => from <= reach.until && reach.from <= until;
  if (meets(date.from!, date.until!)) return true;
  if (!date.parts.yearAssumed) return false;
  return [reach.from, reach.until].some((day) => meets(day.slice(0, 4) + date.from!.slice(4), day.slice(0, 4) + date.until!.slice(4)));
}

function fixesOf(text: string, words: TimeMention, date: TimeMention, reach: Days): Fix[] {
  const { daySpan, day: written } = date.parts;
  if (reach.from !== reach.until || !daySpan || written === undefined || monthOf(reach.from) !== date.parts.month) return [];
  const to = String(Number(reach.from.slice(8)));
  return [
    { title: `Change "${slice(text, daySpan)}" to "${to}"`, edits: [{ span: daySpan, text: to }], confidence: 'judgement' },
    remove(text, words),
  ];
}

/** Without the word the date stands by itself. */
function remove(text: string, words: TimeMention): Fix {
  const rest = /^,? /.exec(text.slice(words.span.end))?.[0] ?? '';
  return {
    title: `Drop "${slice(text, words.span)}"`,
    edits: [{ span: { start: words.span.start, end: words.span.end + rest.length }, text: '' }],
    confidence: 'judgement',
  };
}
