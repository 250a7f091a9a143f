import { daysInMonth, isDay, weekdayOf, civilDate } from '../../calendar/civil-date';
import { Kind, Prep, Shift } from './lexicon';
import { after, digitsAt, gapAt, is, isCapitalised, kindAt, type Phrase, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

const isMonth = (t: Tokens, i: number): boolean => kindAt(t, i) === Kind.month || kindAt(t, i) === Kind.monthShort;

/** A day of a month: one or two digits from 1 to 31, "7" or "7th", that are not part of a figure, a clock or a share. */
function isDayNumber(t: Tokens, i: number): boolean {
  const k = kindAt(t, i);
  if (k !== Kind.number && k !== Kind.ordinal) return false;
  const v = valueAt(t, i);
  if (v < 1 || v > 31 || t.text.charCodeAt(t.start[i]!) > 57) return false;
  if (k === Kind.number && digitsAt(t, i) > 2) return false;
  const c = after(t, i);
  return c !== 37 && c !== 0xb0 && !(isFigure(t, i + 1) || (gapAt(t, i + 1) === Gap.colon && kindAt(t, i + 1) === Kind.number && after(t, i) === 58));
}

/** True where a number at i goes on a figure: ".5", ",000". */
const isFigure = (t: Tokens, i: number): boolean =>
  kindAt(t, i) === Kind.number && (gapAt(t, i) === Gap.tightDot || (gapAt(t, i) === Gap.tightComma && digitsAt(t, i) === 3));

/** A year of four digits with a date before it. */
function isYearNumber(t: Tokens, i: number): boolean {
  return kindAt(t, i) === Kind.number && digitsAt(t, i) === 4 && valueAt(t, i) >= 1000 && valueAt(t, i) <= 2999 && after(t, i) !== 37 && !isFigure(t, i + 1) && kindAt(t, i + 1) !== Kind.measure;
}

const isYearGap = (g: number): boolean => g === Gap.space || g === Gap.comma || g === Gap.tightComma || g === Gap.dotComma;

/** True where the number at i counts what follows it ("12 people"), so it is no second day of a range. */
function counts(t: Tokens, i: number): boolean {
  if (gapAt(t, i + 1) !== Gap.space) return false;
  const k = kindAt(t, i + 1);
  if (k === Kind.number || k === Kind.prep || k === Kind.and || isMonth(t, i + 1)) return false;
  return k === Kind.none ? !isCapitalised(t, i + 1) && valueAt(t, i + 1) === 0 : k === Kind.measure || k === Kind.unit || k === Kind.count || k === Kind.amPm;
}

/** The second day of "27-28", "27 and 28", "27 to 28", "27 through 28" after the day at i; -1 where there is none. */
function lastDay(t: Tokens, i: number): number {
  const g = gapAt(t, i + 1);
  if ((g === Gap.hyphen || g === Gap.dash) && isDayNumber(t, i + 1)) return g === Gap.dash && counts(t, i + 1) ? -1 : i + 1;
  if (g !== Gap.space || gapAt(t, i + 2) !== Gap.space || !isDayNumber(t, i + 2) || counts(t, i + 2)) return -1;
  const joins = kindAt(t, i + 1) === Kind.and || is(t, i + 1, Kind.prep, Prep.to) || is(t, i + 1, Kind.prep, Prep.through) || is(t, i + 1, Kind.prep, Prep.until);
  return joins && !isMonth(t, i + 3) && !(gapAt(t, i + 3) === Gap.colon) && kindAt(t, i + 3) !== Kind.amPm ? i + 2 : -1;
}

/** What all full dates share once day and month are known: the year, an impossible day. */
function finish(t: Tokens, p: Phrase): Phrase {
  let year = p.year;
  let to = p.to;
  let yearAt = p.yearAt;
  if (year === undefined) {
    if (isYearGap(gapAt(t, to)) && isYearNumber(t, to)) yearAt = to;
    else if (is(t, to, Kind.prep, Prep.of) && gapAt(t, to + 1) === Gap.space && isYearNumber(t, to + 1)) yearAt = to + 1;
    if (yearAt !== undefined) {
      year = valueAt(t, yearAt);
      to = yearAt + 1;
    }
  }
  const shift = year === undefined ? yearShift(t, to) : undefined;
  const most = p.month === undefined ? 31 : p.month === 2 && year === undefined ? 29 : daysInMonth(year ?? 2000, p.month);
  const impossible = p.impossible || (p.day ?? 1) > most || (p.lastDay ?? 1) > most || (p.lastDay !== undefined && p.lastDay < (p.day ?? 1));
  return {
    ...p,
    to: shift === undefined ? to : to + 2,
    ...(year === undefined ? {} : { year }),
    ...(yearAt === undefined ? {} : { yearAt }),
    ...(shift === undefined ? {} : { unit: 5, steps: shift }),
    ...(impossible ? { impossible } : {}),
  };
}

/** "October this year", "April next year". */
function yearShift(t: Tokens, i: number): number | undefined {
  const g = gapAt(t, i);
  if (g !== Gap.space || kindAt(t, i) !== Kind.shift || !is(t, i + 1, Kind.unit, 5) || gapAt(t, i + 1) !== Gap.space) return undefined;
  const s = valueAt(t, i);
  return s === Shift.last ? -1 : s === Shift.this ? 0 : s === Shift.next ? 1 : undefined;
}

/** "Aug. 7", "August 7th, 2025", "April 27-28", "Aug 2025". The month stands at i. */
function monthFirst(t: Tokens, i: number): Phrase | undefined {
  const month = valueAt(t, i);
  const g = gapAt(t, i + 1);
  if ((g === Gap.space || g === Gap.dot || g === Gap.hyphen) && isDayNumber(t, i + 1) && !(g === Gap.dot && kindAt(t, i) === Kind.month)) {
    const last = lastDay(t, i + 1);
    return finish(t, {
      kind: last < 0 ? 'date' : 'range',
      from: i,
      to: (last < 0 ? i + 1 : last) + 1,
      month,
      monthAt: i,
      day: valueAt(t, i + 1),
      dayAt: i + 1,
      ...(last < 0 ? {} : { lastDay: valueAt(t, last), lastDayAt: last }),
    });
  }
  let year = -1;
  if ((isYearGap(g) || g === Gap.dot || g === Gap.hyphen) && isYearNumber(t, i + 1)) year = i + 1;
  else if (is(t, i + 1, Kind.prep, Prep.of) && isYearNumber(t, i + 2)) year = i + 2;
  if (year > 0) return { kind: 'month', from: i, to: year + 1, month, monthAt: i, year: valueAt(t, year), yearAt: year };
  return undefined;
}

/** "7 August 2025", "7th of August", "7-8 August", "7-Aug-2025". The day stands at i. */
function dayFirst(t: Tokens, i: number): Phrase | undefined {
  const last = isMonth(t, i + 1) ? -1 : lastDayBeforeMonth(t, i);
  let m = (last < 0 ? i : last) + 1;
  if (is(t, m, Kind.prep, Prep.of)) m++;
  const g = gapAt(t, m);
  if (!isMonth(t, m) || (g !== Gap.space && g !== Gap.hyphen)) return undefined;
  // "May 7 August" belongs to the month before; so does "Aug. 7"
  if (isMonth(t, i - 1) && (gapAt(t, i) === Gap.space || gapAt(t, i) === Gap.dot)) return undefined;
  const p: Phrase = { kind: last < 0 ? 'date' : 'range', from: i, to: m + 1, month: valueAt(t, m), monthAt: m, day: valueAt(t, i), dayAt: i, ...(last < 0 ? {} : { lastDay: valueAt(t, last), lastDayAt: last }) };
  if (gapAt(t, m + 1) === Gap.hyphen && isYearNumber(t, m + 1)) return finish(t, { ...p, year: valueAt(t, m + 1), yearAt: m + 1, to: m + 2 });
  return finish(t, p);
}

function lastDayBeforeMonth(t: Tokens, i: number): number {
  const g = gapAt(t, i + 1);
  if ((g === Gap.hyphen || g === Gap.dash) && isDayNumber(t, i + 1) && (isMonth(t, i + 2) || is(t, i + 2, Kind.prep, Prep.of))) return i + 1;
  const joins = kindAt(t, i + 1) === Kind.and || is(t, i + 1, Kind.prep, Prep.to) || is(t, i + 1, Kind.prep, Prep.through);
  return joins && g === Gap.space && gapAt(t, i + 2) === Gap.space && isDayNumber(t, i + 2) && isMonth(t, i + 3) ? i + 2 : -1;
}

/** 2025-08-07, 7/8/2025, 31.10.2014, and with a weekday before it 10/31. */
function numeric(t: Tokens, i: number, weekday: number): Phrase | undefined {
  const g = gapAt(t, i + 1);
  if (kindAt(t, i + 1) !== Kind.number || (g !== Gap.hyphen && g !== Gap.slash && g !== Gap.tightDot) || t.start[i + 1]! - t.end[i]! !== 1) return undefined;
  const three = kindAt(t, i + 2) === Kind.number && gapAt(t, i + 2) === g && t.start[i + 2]! - t.end[i + 1]! === 1;
  const more = three && kindAt(t, i + 3) === Kind.number && gapAt(t, i + 3) === g;
  // what is glued to a longer run of digits, dots or slashes is a version, a phone number, a path
  if (more || isGlued(t, i, three ? i + 2 : i + 1)) return undefined;
  const [a, b] = [valueAt(t, i), valueAt(t, i + 1)];
  if (three && digitsAt(t, i) === 4 && g !== Gap.tightDot) {
    if (digitsAt(t, i + 1) !== 2 || digitsAt(t, i + 2) !== 2 || a < 1000 || a > 2999 || b < 1 || b > 12 || valueAt(t, i + 2) > 31 || valueAt(t, i + 2) < 1) return undefined;
    return finish(t, { kind: 'date', from: i, to: i + 3, year: a, yearAt: i, month: b, monthAt: i + 1, day: valueAt(t, i + 2), dayAt: i + 2 });
  }
  if (digitsAt(t, i) > 2 || digitsAt(t, i + 1) > 2 || a < 1 || b < 1 || g === Gap.hyphen || (a > 12 && b > 12) || a > 31 || b > 31) return undefined;
  const year = three ? i + 2 : -1;
  if (three ? digitsAt(t, year) !== 4 || valueAt(t, year) < 1000 || valueAt(t, year) > 2999 : weekday === 0 || g !== Gap.slash) return undefined;
  const p = { kind: 'date' as const, from: i, to: i + (three ? 3 : 2), ...(three ? { year: valueAt(t, year), yearAt: year } : {}) };
  if (a > 12 || g === Gap.tightDot) return b > 12 ? undefined : finish(t, { ...p, day: a, dayAt: i, month: b, monthAt: i + 1 });
  if (b > 12 || a === b) return finish(t, { ...p, day: b, dayAt: i + 1, month: a, monthAt: i });
  // both orders can be read; a weekday that fits one of them decides
  if (three && weekday > 0) {
    const us = isDay(p.year!, a, b) && weekdayOf(civilDate(p.year!, a, b)!) === weekday;
    const eu = isDay(p.year!, b, a) && weekdayOf(civilDate(p.year!, b, a)!) === weekday;
    if (us !== eu) return us ? finish(t, { ...p, day: b, dayAt: i + 1, month: a, monthAt: i }) : finish(t, { ...p, day: a, dayAt: i, month: b, monthAt: i + 1 });
  }
  return { ...p, either: [a, b] };
}

function isGlued(t: Tokens, first: number, last: number): boolean {
  const before = t.text.charCodeAt(t.start[first]! - 1);
  const c = after(t, last);
  const next = t.text.charCodeAt(t.end[last]! + 1);
  const nextIsWord = (next >= 48 && next <= 57) || (next >= 65 && next <= 90) || (next >= 97 && next <= 122);
  return before === 47 || before === 45 || before === 46 || before === 35 || before === 36 || before === 95 || before === 61 || c === 37 || ((c === 47 || c === 45 || c === 46 || c === 95) && nextIsWord);
}

/** "the 12th", "the 17th of August": after a weekday, or where `bare` allows the day alone. */
function ordinalDay(t: Tokens, i: number, bare: boolean): Phrase | undefined {
  const at = is(t, i, Kind.article, 1) && gapAt(t, i + 1) === Gap.space ? i + 1 : i;
  if (kindAt(t, at) !== Kind.ordinal || !isDayNumber(t, at)) return undefined;
  const full = dayFirst(t, at);
  if (full) return { ...full, from: i };
  if (!bare || at === i || countsNoun(t, at + 1)) return undefined;
  return { kind: 'date', from: i, to: at + 1, day: valueAt(t, at), dayAt: at };
}

/** True where the word at i is what an ordinal counts ("the 12th man"). */
function countsNoun(t: Tokens, i: number): boolean {
  const k = kindAt(t, i);
  if (gapAt(t, i) === Gap.hyphen) return true;
  return gapAt(t, i) === Gap.space && (k === Kind.none || k === Kind.unit || k === Kind.measure || k === Kind.shift || k === Kind.number || k === Kind.count) && !isVerbLike(t, i);
}

/** A lower-case word that can follow a complete date: "the 12th at", "was", "will". */
const isVerbLike = (t: Tokens, i: number): boolean => kindAt(t, i) >= Kind.future || (kindAt(t, i) === Kind.none && t.end[i]! - t.start[i]! > 4 && t.text.startsWith('ed', t.end[i]! - 2));

/** The weekday in "7 August 2025 (Thursday)" and "March 8, 2026, a Monday". */
function weekdayAfter(t: Tokens, p: Phrase): Phrase {
  if (p.weekdayAt !== undefined) return p;
  const i = p.to;
  const g = gapAt(t, i);
  const isDayName = (j: number) => kindAt(t, j) === Kind.weekday || kindAt(t, j) === Kind.weekdayShort;
  let at = -1;
  if (g === Gap.open && isDayName(i)) {
    const c = after(t, i);
    if (c === 41 || c === 93 || (c === 46 && t.text.charCodeAt(t.end[i]! + 1) === 41)) at = i;
  } else if (g === Gap.open && is(t, i, Kind.article, 2) && isDayName(i + 1) && after(t, i + 1) === 41) at = i + 1;
  else if ((g === Gap.comma || g === Gap.dotComma) && is(t, i, Kind.article, 2) && kindAt(t, i + 1) === Kind.weekday && gapAt(t, i + 1) === Gap.space) {
    const c = after(t, i + 1);
    const next = kindAt(t, i + 2);
    // "June 3, a Monday morning" has one too; "June 3, a Monday Night Football game" has not
    if (c !== 32 || next === Kind.dayPart || !isCapitalised(t, i + 2)) at = i + 1;
  }
  return at < 0 ? p : { ...p, weekday: valueAt(t, at), weekdayAt: at, to: at + 1 };
}

/** A date that names its day of the month, beginning at token i; `weekday` is the one that stands before it, 0 for none. */
export function readDate(t: Tokens, i: number, weekday: number): Phrase | undefined {
  const k = kindAt(t, i);
  let p: Phrase | undefined;
  if (k === Kind.month || k === Kind.monthShort) p = monthFirst(t, i);
  else if (k === Kind.number) p = isDayNumber(t, i) ? (dayFirst(t, i) ?? numeric(t, i, weekday)) : numeric(t, i, weekday);
  else if (k === Kind.ordinal) p = ordinalDay(t, i, false);
  else if (k === Kind.article) p = ordinalDay(t, i, true);
  return p && (p.day !== undefined || p.either) ? weekdayAfter(t, p) : p;
}
