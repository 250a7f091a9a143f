import { type CivilDate, civilDate, daysBetween, yearOf } from '../../calendar/civil-date';
import type { Paragraph, TimeMention } from '../../draft/draft';

/** A day that a date without a year can mean. */
export interface Reading {
  readonly date: CivilDate;
  /** Days from the dateline; negative before it. */
  readonly away: number;
}

/**
 * The days that a month and day without a year can mean in a draft dated `on`, likeliest first: the nearest; the one of the dateline's own
 * year where the verb asks for it; in a listing (a line without a sentence, "Open day - Monday, 7 October") the one to come.
 */
export function plausibleDays(paragraph: Paragraph, m: TimeMention, on: CivilDate): readonly Reading[] {
  const { month, day } = m.parts;
  if (month === undefined || day === undefined) return [];
  const y = yearOf(on);
  const days = [y - 1, y, y + 1].flatMap((year): Reading[] => {
    const date = civilDate(year, month, day);
    return date ? [{ date, away: daysBetween(on, date) }] : [];
  });
  if (days.length === 0) return [];
  const nearest = days.reduce((a, b) => (Math.abs(b.away) < Math.abs(a.away) ? b : a));
  const coming = days.find((d) => d.away >= 0);
  if (isListing(paragraph, m) && coming && nearest.away < -60) return [coming];
  const own = days.find((d) => d.date === m.from && yearOf(d.date) === y);
  return own && own !== nearest ? [nearest, own] : [nearest];
}

/** The days of the month that "the 12th" can mean: of the dateline's month, and of a neighbour where that is within a fortnight. */
export function plausibleDaysOfMonth(day: number, on: CivilDate): readonly Reading[] {
  const y = yearOf(on);
  const month = Number(on.slice(5, 7));
  return [0, -1, 1].flatMap((step): Reading[] => {
    const index = y * 12 + month - 1 + step;
    const date = civilDate(Math.floor(index / 12), (index % 12) + 1, day);
    const away = date ? daysBetween(on, date) : 0;
    return date && (step === 0 || Math.abs(away) <= 7) ? [{ date, away }] : [];
  });
}

const stop = /[.!?…][”"’')\]]*\s*$/;
/** A line that is no sentence and ends, or all but ends, with the date. */
function isListing(paragraph: Paragraph, m: TimeMention): boolean {
  const { text } = paragraph;
  return text.length <= 80 && !stop.test(text) && text.length - m.span.end <= 12;
}
