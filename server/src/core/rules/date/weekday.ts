import {
  addDays,
  type CivilDate,
  civilDate,
  dayOf,
  longDate,
  monthOf,
  type Weekday,
  weekdayName,
  weekdayOf,
  yearOf,
} from '../../calendar/civil-date';
import type { Paragraph, TimeMention } from '../../draft/draft';
import type { Fix, ParagraphRule, Report } from '../../lint/rule';
import { slice } from '../../text/span';
import { plausibleDays, plausibleDaysOfMonth, type Reading } from './years';

/** The Gregorian calendar came to Britain and its colonies in 1752; a weekday of an earlier year may be the Julian one. */
const FIRST_YEAR = 1753;
const otherCalendar = /\b(?:Julian|Old Style|O\.S\.|Hijri|Hebrew calendar|Coptic)\b/;

export const weekday: ParagraphRule = {
  id: 'date/weekday',
  scope: 'paragraph',
  summary: 'A weekday and a date that do not belong together.',
  rationale: 'Readers plan by weekdays. When the day and the date disagree one of them is wrong, and nobody can tell which from the page.',
  severity: 'error',
  quotes: 'soften',
  examples: {
    wrong: [
      { marked: 'The council meets on ⟦Monday, Aug. 12, 2025⟧.', becomes: 'The council meets on Tuesday, Aug. 12, 2025.' },
      { marked: 'The strike began on ⟦3 August (Monday)⟧.', becomes: 'The strike began on 3 August (Sunday).' },
      { marked: 'Voting ends on ⟦Friday the 9th⟧.', becomes: 'Voting ends on Saturday the 9th.' },
    ],
    stands: [
      'The council meets on Tuesday, Aug. 12, 2025.',
      'The attack on Pearl Harbor came on Sunday, Dec. 7, 1941.',
      'The bridge is closed from Monday, June 2, to Friday, June 6.',
    ],
  },
  *check(paragraph, { dateline }) {
    for (const m of paragraph.dates) {
      const { weekday: written, year } = m.parts;
      if (written === undefined || m.parts.impossible || (year !== undefined && year < FIRST_YEAR)) continue;
      const days = readings(paragraph, m, dateline.on);
      if (days.length === 0 || days.some((d) => weekdayOf(d.date) === written) || otherCalendar.test(paragraph.text)) continue;
      const undated = year === undefined && dateline.from === 'today';
      if (undated && fitsLately(m, written as Weekday, dateline.on)) continue;
      yield report(paragraph, m, days, dateline.on, undated);
    }
  },
};

/** A draft without a date may be of any year not long past: true where one of them, or the next, makes the two agree. */
function fitsLately({ parts: { month, day } }: TimeMention, written: Weekday, on: CivilDate): boolean {
  if (month === undefined || day === undefined) return true;
  for (let y = yearOf(on) - 4; y <= yearOf(on) + 1; y++) {
    const date = civilDate(y, month, day);
    if (date && weekdayOf(date) === written) return true;
  }
  return false;
}

/** The days that the date can be. */
function readings(paragraph: Paragraph, m: TimeMention, on: CivilDate): readonly Reading[] {
  const { year, month, day, either } = m.parts;
  if (either && year !== undefined)
    return [civilDate(year, either[0], either[1]), civilDate(year, either[1], either[0])].flatMap((date) =>
      date ? [{ date, away: 0 }] : [],
    );
  if (day === undefined) return [];
  if (month === undefined) return plausibleDaysOfMonth(day, on);
  if (m.parts.yearAssumed) return plausibleDays(paragraph, m, on);
  return m.from ? [{ date: m.from, away: 0 }] : [];
}

function report(paragraph: Paragraph, m: TimeMention, days: readonly Reading[], on: CivilDate, undated: boolean): Report {
  const date = days[0]!.date;
  const right = weekdayName(weekdayOf(date));
  const said = weekdayName(m.parts.weekday as Weekday);
  const starts = [m.parts.weekdaySpan, m.parts.daySpan, m.parts.monthSpan, m.parts.yearSpan].flatMap((s) =>
    s && s.start >= m.span.start ? [s.start] : [],
  );
  // a time of day before it is not in question
  const span = { start: Math.min(...starts), end: m.span.end };
  const assumed = m.parts.year === undefined ? ' (the year that the dateline suggests)' : '';
  return {
    span,
    message: `"${slice(paragraph.text, span)}": ${longDate(date)}${assumed} ${date < on ? 'was' : 'is'} a ${right}, not a ${said}. Check which is right, the day or the date.`,
    evidence: days.map((d) => ({ text: `${longDate(d.date)}: ${weekdayName(weekdayOf(d.date))}`, source: 'Gregorian calendar' })),
    fixes: fixesOf(paragraph, m, date, on),
    ...(undated ? { severity: 'info' as const } : {}),
  };
}

/** The weekday changed, the day, the year; the year first where it is the dateline's that fits, as in the copy of every January. */
function fixesOf(paragraph: Paragraph, m: TimeMention, date: CivilDate, on: CivilDate): Fix[] {
  const { text } = paragraph;
  const { weekdaySpan, daySpan, yearSpan, year } = m.parts;
  const written = m.parts.weekday as Weekday;
  const fixes: Fix[] = [];
  if (weekdaySpan) fixes.push(change(text, weekdaySpan, inFormOf(slice(text, weekdaySpan), weekdayOf(date))));
  const back = (weekdayOf(date) - written + 7) % 7;
  const near = addDays(date, back <= 3 ? -back : 7 - back);
  if (daySpan && monthOf(near) === monthOf(date) && m.parts.lastDay === undefined)
    fixes.push(change(text, daySpan, dayInFormOf(slice(text, daySpan), dayOf(near))));
  if (yearSpan && year !== undefined) {
    const fits = yearThatFits(date, written, yearOf(on));
    if (fits !== undefined) {
      const fix = change(text, yearSpan, String(fits));
      if (fits === yearOf(on)) fixes.unshift(fix);
      else fixes.push(fix);
    }
  }
  return fixes;
}

/** The dateline's year or a neighbour of the one written, where the date fell on that weekday then. */
function yearThatFits(date: CivilDate, written: Weekday, own: number): number | undefined {
  const y = yearOf(date);
  return [own, y + 1, y - 1].find((year) => {
    const other = civilDate(year, monthOf(date), dayOf(date));
    return year !== y && Math.abs(year - y) <= 2 && other !== undefined && weekdayOf(other) === written;
  });
}

const change = (text: string, span: { start: number; end: number }, to: string): Fix => ({
  title: `Change "${slice(text, span)}" to "${to}"`,
  edits: [{ span, text: to }],
  confidence: 'judgement',
});

const shorter = ['Mon', 'Tues', 'Wed', 'Thurs', 'Fri', 'Sat', 'Sun'];
/** Another weekday as short and as loud as the one written. */
function inFormOf(written: string, day: Weekday): string {
  const name = weekdayName(day);
  const form = written.length === 3 ? name.slice(0, 3) : written.length <= 5 ? shorter[day - 1]! : name;
  return written === written.toUpperCase() && written.length > 1
    ? form.toUpperCase()
    : written === written.toLowerCase()
      ? form.toLowerCase()
      : form;
}

function dayInFormOf(written: string, day: number): string {
  if (!/\D/.test(written)) return written.length === 2 && written.startsWith('0') ? String(day).padStart(2, '0') : String(day);
  const tail = day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th';
  return `${day}${tail}`;
}
