import { finish } from './date-end';
import { counts, isDayNumber, isMonth, isYearGap, isYearNumber } from './date-numbers';
import { Kind, Prep } from './lexicon';
import { numeric } from './numeric-dates';
import { after, gapAt, is, isCapitalised, kindAt, type Phrase, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

/** The second day of "27-28", "27 and 28", "27 to 28", "27 through 28" after the day at i; -1 where there is none. */
function lastDay(t: Tokens, i: number): number {
  const g = gapAt(t, i + 1);
  if ((g === Gap.hyphen || g === Gap.dash) && isDayNumber(t, i + 1)) return g === Gap.dash && counts(t, i + 1) ? -1 : i + 1;
  if (g !== Gap.space || gapAt(t, i + 2) !== Gap.space || !isDayNumber(t, i + 2) || counts(t, i + 2)) return -1;
  const joins =
    kindAt(t, i + 1) === Kind.and ||
    is(t, i + 1, Kind.prep, Prep.to) ||
    is(t, i + 1, Kind.prep, Prep.through) ||
    is(t, i + 1, Kind.prep, Prep.until);
  return joins && !isMonth(t, i + 3) && !(gapAt(t, i + 3) === Gap.colon) && kindAt(t, i + 3) !== Kind.amPm ? i + 2 : -1;
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
  if (g === Gap.space && is(t, i + 1, Kind.article, 1) && kindAt(t, i + 2) === Kind.ordinal && isDayNumber(t, i + 2))
    return finish(t, { kind: 'date', from: i, to: i + 3, month, monthAt: i, day: valueAt(t, i + 2), dayAt: i + 2 });
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
  const p: Phrase = {
    kind: last < 0 ? 'date' : 'range',
    from: i,
    to: m + 1,
    month: valueAt(t, m),
    monthAt: m,
    day: valueAt(t, i),
    dayAt: i,
    ...(last < 0 ? {} : { lastDay: valueAt(t, last), lastDayAt: last }),
  };
  if (gapAt(t, m + 1) === Gap.hyphen && isYearNumber(t, m + 1))
    return finish(t, { ...p, year: valueAt(t, m + 1), yearAt: m + 1, to: m + 2 });
  return finish(t, p);
}

function lastDayBeforeMonth(t: Tokens, i: number): number {
  const g = gapAt(t, i + 1);
  if ((g === Gap.hyphen || g === Gap.dash) && isDayNumber(t, i + 1) && (isMonth(t, i + 2) || is(t, i + 2, Kind.prep, Prep.of)))
    return i + 1;
  const joins = kindAt(t, i + 1) === Kind.and || is(t, i + 1, Kind.prep, Prep.to) || is(t, i + 1, Kind.prep, Prep.through);
  return joins && g === Gap.space && gapAt(t, i + 2) === Gap.space && isDayNumber(t, i + 2) && isMonth(t, i + 3) ? i + 2 : -1;
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
  return (
    gapAt(t, i) === Gap.space &&
    (k === Kind.none || k === Kind.unit || k === Kind.measure || k === Kind.shift || k === Kind.number || k === Kind.count) &&
    !isVerbLike(t, i)
  );
}

/** A lower-case word that can follow a complete date: "the 12th at", "was", "will". */
const isVerbLike = (t: Tokens, i: number): boolean =>
  kindAt(t, i) >= Kind.future || (kindAt(t, i) === Kind.none && t.end[i]! - t.start[i]! > 4 && t.text.startsWith('ed', t.end[i]! - 2));

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
  else if (
    (g === Gap.comma || g === Gap.dotComma) &&
    is(t, i, Kind.article, 2) &&
    kindAt(t, i + 1) === Kind.weekday &&
    gapAt(t, i + 1) === Gap.space
  ) {
    const c = after(t, i + 1);
    const next = kindAt(t, i + 2);
    // "June 3, a Monday morning" has one too; "June 3, a Monday Night Football game" has not
    if (c !== 32 || next === Kind.dayPart || !isCapitalised(t, i + 2)) at = i + 1;
  }
  if (at < 0) at = weekdayTold(t, p);
  return at < 0 ? p : { ...p, weekday: valueAt(t, at), weekdayAt: at, to: at + 1 };
}

/** The weekday in "October 7, 2014, Tuesday", "October 7, 2014, was a Tuesday" and "Oct. 7, which falls on a Tuesday"; -1 for none. */
function weekdayTold(t: Tokens, p: Phrase): number {
  const i = p.to;
  const g = gapAt(t, i);
  if (p.year !== undefined && (g === Gap.comma || g === Gap.dash) && kindAt(t, i) === Kind.weekday) {
    const next = gapAt(t, i + 1);
    return i + 1 >= t.count || (next !== Gap.space && next !== Gap.possessive && next !== Gap.dash && next !== Gap.hyphen) ? i : -1;
  }
  let j = g === Gap.comma && t.text.startsWith('which ', t.start[i]) ? i + 1 : i;
  if (gapAt(t, j) !== Gap.space && !(j === i && g === Gap.comma)) return -1;
  const verb = t.text.slice(t.start[j] ?? 0, t.end[j] ?? 0);
  if (!/^(?:is|was|falls|fell)$/.test(verb)) return -1;
  j += verb.startsWith('f') ? 2 : 1;
  if (!is(t, j, Kind.article, 2) || kindAt(t, j + 1) !== Kind.weekday || gapAt(t, j + 1) !== Gap.space) return -1;
  return gapAt(t, j + 2) === Gap.space && isCapitalised(t, j + 2) ? -1 : j + 1;
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
