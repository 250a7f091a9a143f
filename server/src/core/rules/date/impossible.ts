import { daysInMonth, monthNames } from '../../calendar/civil-date';
import type { TimeMention } from '../../draft/draft';
import type { Fix, ParagraphRule } from '../../lint/rule';
import { slice } from '../../text/span';

const otherCalendar = /\b(?:Julian|Old Style|O\.S\.|Hijri|Swedish calendar|Revolutionary calendar)\b/;

export const impossible: ParagraphRule = {
  id: 'date/impossible',
  scope: 'paragraph',
  summary: 'A date or a time of day that no calendar and no clock has.',
  rationale: 'Feb. 30 is a slip of the key that no reader can mend.',
  severity: 'error',
  quotes: 'soften',
  examples: {
    wrong: [
      { marked: 'The hearing is set for ⟦Feb. 30, 2026⟧.', becomes: 'The hearing is set for Feb. 28, 2026.' },
      { marked: 'The court sat on ⟦31 June⟧.', becomes: 'The court sat on 30 June.' },
      { marked: 'She was born on ⟦29 February 2023⟧.', becomes: 'She was born on 28 February 2023.' },
      { marked: 'Doors open at ⟦25:00 on Friday⟧.' },
      { marked: 'The fair runs ⟦January 10-1⟧, 2026.', becomes: 'The fair runs January 1-10, 2026.' },
    ],
    stands: [
      'The hearing is set for Feb. 28, 2026.',
      'He was born on Feb. 29, 2024.',
      '“On the 31st,” she said.',
      'The game ended 31-30 in June.',
    ],
  },
  *check(paragraph) {
    for (const m of paragraph.dates) {
      const { parts } = m;
      if (
        !parts.impossible ||
        (m.kind === 'date' && parts.month !== undefined && parts.day === undefined) ||
        otherCalendar.test(paragraph.text)
      )
        continue;
      if (isEndOfRange(paragraph.dates, m)) continue;
      const last = parts.lastDay === undefined ? undefined : paragraph.dates[paragraph.dates.indexOf(m) + 1];
      const span =
        last?.parts.daySpan && last.parts.daySpan.start > m.span.end ? { start: m.span.start, end: last.parts.daySpan.end } : m.span;
      yield { span, message: `"${slice(paragraph.text, span)}": ${reason(m)}`, fixes: fixesOf(paragraph.text, m, last) };
    }
  },
};

/** The second of the two mentions of a range: the first speaks for both. */
function isEndOfRange(dates: readonly TimeMention[], m: TimeMention): boolean {
  const before = dates[dates.indexOf(m) - 1];
  return before?.parts.lastDay !== undefined && before.parts.lastDay === m.parts.day && before.parts.monthSpan === m.parts.monthSpan;
}

function reason(m: TimeMention): string {
  const { month, day, year, lastDay } = m.parts;
  if (month === undefined || day === undefined) return 'no clock shows that. Check the time.';
  const most = year === undefined && month === 2 ? 29 : daysInMonth(year ?? 2000, month);
  const name = monthNames[month - 1]!;
  if (day <= most && lastDay !== undefined && lastDay <= most && lastDay < day) return 'the range ends before it begins. Check the days.';
  if (month === 2 && Math.max(day, lastDay ?? 0) === 29)
    return `${year} is no leap year; its February has 28 days. Check the day or the year.`;
  return `${name} has ${most} days. Check the day.`;
}

function fixesOf(text: string, m: TimeMention, last: TimeMention | undefined): Fix[] {
  const { month, day, year, daySpan, lastDay, monthSpan } = m.parts;
  if (month === undefined || day === undefined || !daySpan) return [];
  const most = daysInMonth(year ?? 2001, month);
  const change = (from: string, to: string, edits: Fix['edits']): Fix => ({
    title: `Change "${from}" to "${to}"`,
    edits,
    confidence: 'judgement',
  });
  if (lastDay !== undefined && last?.parts.daySpan) {
    if (day > most || lastDay > most) return [];
    const [a, b] = [slice(text, daySpan), slice(text, last.parts.daySpan)];
    return [
      change(`${a}…${b}`, `${b}…${a}`, [
        { span: daySpan, text: b },
        { span: last.parts.daySpan, text: a },
      ]),
    ];
  }
  const fixes = [change(slice(text, daySpan), String(most), [{ span: daySpan, text: String(most) }])];
  const name = monthSpan ? slice(text, monthSpan) : '';
  const next = monthNames[month % 12]!;
  if (monthSpan && daySpan && day === most + 1 && name === monthNames[month - 1])
    fixes.push(
      change(`${name} ${day}`, `${next} 1`, [
        { span: daySpan, text: '1' },
        { span: monthSpan, text: next },
      ]),
    );
  return fixes;
}
