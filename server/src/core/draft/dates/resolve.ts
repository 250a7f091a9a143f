import { addDays, addMonths, type CivilDate, civilDate, daysBetween, isDay, monthOf, weekdayOf, yearOf } from '../../calendar/civil-date';
import { holidayOn } from './holidays';
import { Unit } from './lexicon';
import type { Phrase } from './phrase';
import { UNCOUNTED } from './relative-times';
import type { Tense } from './tense';
import {
  dayValue,
  decadeValue,
  monthValue,
  nothing,
  quarterValue,
  type Resolved,
  seasonValue,
  steppedValue,
  two,
  yearValue,
} from './time-values';

/**
 * The year that a date without one is taken to have: by the tense of its clause where that gives a day within ten
 * months or in the year of the dateline, else the nearest. */
export function assumedYear(on: CivilDate, month: number, day: number, tense: Tense): number {
  const y = yearOf(on);
  const candidates = [y - 1, y, y + 1]
    .filter((year) => isDay(year, month, day))
    .map((year) => ({ year, away: daysBetween(on, civilDate(year, month, day)!) }));
  if (candidates.length === 0) return y;
  const fitting = candidates.filter(
    (c) => (Math.abs(c.away) <= 300 || c.year === y) && ((tense === 'past' && c.away <= 0) || (tense === 'future' && c.away >= 0)),
  );
  return (fitting.length > 0 ? fitting : candidates).reduce((a, b) => (Math.abs(b.away) < Math.abs(a.away) ? b : a)).year;
}

function weekdayDate(on: CivilDate, weekday: number, shift: number | undefined, tense: Tense): CivilDate {
  const back = (weekdayOf(on) - weekday + 7) % 7;
  if (shift === -1) return addDays(on, -(back || 7));
  if (shift === 1) return addDays(on, 7 - back);
  if (back === 0) return on;
  return tense === 'future' ? addDays(on, 7 - back) : addDays(on, -back);
}

/** Which month "October" is: the last one or the next one, by tense, else the nearest. */
function monthDate(on: CivilDate, p: Phrase, tense: Tense): Resolved {
  const month = p.month!;
  const y = yearOf(on);
  if (p.unit === Unit.year) return monthValue(y + (p.steps ?? 0), month);
  const ahead = (month - monthOf(on) + 12) % 12;
  if (p.shift === -1) return monthValue(month < monthOf(on) ? y : y - 1, month);
  if (p.shift === 1) return monthValue(month > monthOf(on) ? y : y + 1, month);
  if (p.shift === 0) return monthValue(y, month);
  const future = tense === 'future' || (tense !== 'past' && ahead <= 6);
  if (ahead === 0) return monthValue(y, month);
  return future ? monthValue(month > monthOf(on) ? y : y + 1, month) : monthValue(month < monthOf(on) ? y : y - 1, month);
}

function seasonDate(on: CivilDate, p: Phrase, tense: Tense): Resolved {
  if (p.year !== undefined) return seasonValue(p.year, p.season!);
  const y = yearOf(on);
  const start = (year: number) => civilDate(year, p.season! * 3, 1)!;
  if (p.shift === 0) return seasonValue(y, p.season!);
  const future = p.shift === 1 || (p.shift === undefined && tense === 'future');
  if (future) return seasonValue(start(y) > on ? y : y + 1, p.season!);
  return seasonValue(start(y) <= on ? y : y - 1, p.season!);
}

/**
 * The day, week, month … that a phrase means in a draft dated `on`. `reference` is the day that was mentioned before, which "a year earlier"
 * counts from; `tense` is that of the clause. Nothing where it names no time that can be placed.
 */
export function resolve(p: Phrase, on: CivilDate, reference: CivilDate | undefined, tense: Tense): Resolved {
  if (p.day !== undefined) return dated(p, on, tense);
  if (p.either) return nothing;
  if (p.month !== undefined) return p.year === undefined ? monthDate(on, p, tense) : monthValue(p.year, p.month);
  if (p.weekday !== undefined) return dayValue(weekdayDate(on, p.weekday, p.shift, tense), p.clock);
  if (p.holiday !== undefined) return holidayDate(p, on, tense);
  if (p.quarter !== undefined) return quarterDate(p, on, tense);
  if (p.season !== undefined) return seasonDate(on, p, tense);
  if (p.century !== undefined) return { value: two(p.century - 1) };
  if (p.decade !== undefined) return decadeValue(p.decade);
  if (p.unit !== undefined && p.steps !== undefined) {
    const anchor = p.anaphoric ? (reference ?? (p.unit === Unit.day && p.steps <= 0 ? on : undefined)) : on;
    return anchor && p.anaphoric && p.steps !== 0 && p.unit === Unit.year && p.steps !== UNCOUNTED
      ? yearsFrom(anchor, p.steps)
      : anchor
        ? steppedValue(anchor, p.unit, weekendSteps(p, on, tense), p.clock)
        : nothing;
  }
  if (p.year !== undefined) return yearValue(p.year);
  if (p.clock !== undefined) return dayValue(reference ?? on, p.clock);
  return nothing;
}

/** "A year earlier" than a day: the value is that day, the days that it covers are the whole year. */
function yearsFrom(day: CivilDate, years: number): Resolved {
  const year = yearValue(yearOf(day) + years);
  return year.value === undefined ? year : { ...year, value: addMonths(day, 12 * years) };
}

/** "The weekend" told of on a weekday is the one before, or with a future verb the one to come. */
const weekendSteps = (p: Phrase, on: CivilDate, tense: Tense): number =>
  p.unit === Unit.weekend && p.steps === 0 && tense !== 'future' && weekdayOf(on) < 5 ? -1 : (p.steps ?? 0);

function dated(p: Phrase, on: CivilDate, tense: Tense): Resolved {
  const day = p.day!;
  if (p.impossible) return nothing;
  if (p.month === undefined) {
    // "the 12th": of the dateline's month
    const date = civilDate(yearOf(on), monthOf(on), day);
    return date ? { ...dayValue(date, p.clock), yearAssumed: true } : nothing;
  }
  const assumed = p.year === undefined;
  const year = p.year ?? (p.unit === Unit.year ? yearOf(on) + (p.steps ?? 0) : assumedYear(on, p.month, day, tense));
  const date = civilDate(year, p.month, day);
  if (!date) return nothing;
  const until = p.lastDay === undefined ? date : (civilDate(year, p.month, p.lastDay) ?? date);
  return { value: p.clock ? date + p.clock : date, from: date, until, ...(assumed ? { yearAssumed: true } : {}) };
}

function holidayDate(p: Phrase, on: CivilDate, tense: Tense): Resolved {
  const y = p.year ?? yearOf(on);
  const days = [y - 1, y, y + 1].map((year) => holidayOn(p.holiday!, year));
  const inYear = days[1];
  if (!inYear) return nothing;
  if (p.year !== undefined || p.shift === 0) return dayValue(inYear);
  const past = p.shift === -1 || (p.shift === undefined && tense !== 'future');
  if (past) return dayValue(inYear <= on ? inYear : (days[0] ?? inYear));
  return dayValue(inYear >= on ? inYear : (days[2] ?? inYear));
}

function quarterDate(p: Phrase, on: CivilDate, tense: Tense): Resolved {
  if (p.year !== undefined) return quarterValue(p.year, p.quarter!);
  const y = yearOf(on);
  if (p.shift !== undefined) return quarterValue(y + p.shift, p.quarter!);
  const now = Math.ceil(monthOf(on) / 3);
  return quarterValue(p.quarter! > now && tense !== 'future' && p.quarter! - now > 1 ? y - 1 : y, p.quarter!);
}
