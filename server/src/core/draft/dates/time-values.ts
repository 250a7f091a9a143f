import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  daysBetween,
  daysInMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../calendar/civil-date';
import { Unit } from './lexicon';
import { UNCOUNTED } from './relative-times';

/** What a phrase comes to: the ISO value and, where it resolves to days, the first and the last. */
export interface Resolved {
  readonly value?: string;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  readonly yearAssumed?: boolean;
}

export const nothing: Resolved = {};
export const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const four = (n: number): string => String(n).padStart(4, '0');

export const dayValue = (on: CivilDate, clock?: string): Resolved => ({ value: clock ? on + clock : on, from: on, until: on });
export const yearValue = (year: number): Resolved =>
  year >= 1 && year <= 9999 ? { value: four(year), from: civilDate(year, 1, 1)!, until: civilDate(year, 12, 31)! } : nothing;
export const monthValue = (year: number, month: number): Resolved =>
  year >= 1 && year <= 9999
    ? { value: `${four(year)}-${two(month)}`, from: civilDate(year, month, 1)!, until: civilDate(year, month, daysInMonth(year, month))! }
    : nothing;
export const quarterValue = (year: number, quarter: number): Resolved =>
  year >= 1 && year <= 9999
    ? {
        value: `${four(year)}-Q${quarter}`,
        from: civilDate(year, quarter * 3 - 2, 1)!,
        until: civilDate(year, quarter * 3, daysInMonth(year, quarter * 3))!,
      }
    : nothing;

/** The ISO week of a day: Monday to Sunday, numbered by its Thursday. */
function weekValue(day: CivilDate, weekend: boolean): Resolved {
  const monday = addDays(day, 1 - weekdayOf(day));
  const thursday = addDays(monday, 3);
  const week = Math.floor(daysBetween(civilDate(yearOf(thursday), 1, 1)!, thursday) / 7) + 1;
  const value = `${four(yearOf(thursday))}-W${two(week)}`;
  return weekend
    ? { value: `${value}-WE`, from: addDays(monday, 5), until: addDays(monday, 6) }
    : { value, from: monday, until: addDays(monday, 6) };
}

/** Seasons of the north, three whole months; winter begins in the December of its year. */
export function seasonValue(year: number, season: number): Resolved {
  const value = `${four(year)}-${['', 'SP', 'SU', 'FA', 'WI'][season]}`;
  const from = civilDate(year, season * 3, 1);
  return from ? { value, from, until: addDays(addMonths(from, 3), -1) } : nothing;
}

export function steppedValue(anchor: CivilDate, unit: number, steps: number, clock?: string): Resolved {
  if (steps === UNCOUNTED || Math.abs(steps) > 3000) return nothing;
  switch (unit) {
    case Unit.day:
      return dayValue(addDays(anchor, steps), clock);
    case Unit.week:
      return weekValue(addDays(anchor, 7 * steps), false);
    case Unit.fortnight:
      return weekValue(addDays(anchor, 14 * steps), false);
    case Unit.weekend:
      // before Wednesday "the weekend" is the one that was
      return weekValue(addDays(anchor, 7 * steps), true);
    case Unit.month: {
      const day = addMonths(anchor, steps);
      return monthValue(yearOf(day), monthOf(day));
    }
    case Unit.quarter: {
      const day = addMonths(anchor, 3 * steps);
      return quarterValue(yearOf(day), Math.ceil(monthOf(day) / 3));
    }
    case Unit.year:
      return yearValue(yearOf(anchor) + steps);
    case Unit.decade:
      return Math.abs(steps) > 1 || steps === 0
        ? yearValue(yearOf(anchor) + 10 * steps)
        : decadeValue(Math.floor(yearOf(anchor) / 10) + steps);
    default:
      return nothing;
  }
}

export function decadeValue(decade: number): Resolved {
  const from = civilDate(decade * 10, 1, 1);
  return from ? { value: String(decade), from, until: civilDate(decade * 10 + 9, 12, 31)! } : nothing;
}
