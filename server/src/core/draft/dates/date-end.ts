import { daysInMonth } from '../../calendar/civil-date';
import { isYearGap, isYearNumber } from './date-numbers';
import { Kind, Prep, Shift } from './lexicon';
import { gapAt, is, kindAt, type Phrase, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

/** What all full dates share once day and month are known: the year, an impossible day. */
export function finish(t: Tokens, p: Phrase): Phrase {
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
  const impossible =
    p.impossible || (p.day ?? 1) > most || (p.lastDay ?? 1) > most || (p.lastDay !== undefined && p.lastDay < (p.day ?? 1));
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
export function yearShift(t: Tokens, i: number): number | undefined {
  const g = gapAt(t, i);
  if (g !== Gap.space || kindAt(t, i) !== Kind.shift || !is(t, i + 1, Kind.unit, 5) || gapAt(t, i + 1) !== Gap.space) return undefined;
  const s = valueAt(t, i);
  return s === Shift.last ? -1 : s === Shift.this ? 0 : s === Shift.next ? 1 : undefined;
}
