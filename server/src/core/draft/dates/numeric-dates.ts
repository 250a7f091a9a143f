import { civilDate, isDay, weekdayOf } from '../../calendar/civil-date';
import { finish } from './date-end';
import { Kind } from './lexicon';
import { after, digitsAt, gapAt, kindAt, type Phrase, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

/** 2025-08-07, 7/8/2025, 31.10.2014, and with a weekday before it 10/31. */
export function numeric(t: Tokens, i: number, weekday: number): Phrase | undefined {
  const g = gapAt(t, i + 1);
  if (kindAt(t, i + 1) !== Kind.number || (g !== Gap.hyphen && g !== Gap.slash && g !== Gap.tightDot) || t.start[i + 1]! - t.end[i]! !== 1)
    return undefined;
  const three = kindAt(t, i + 2) === Kind.number && gapAt(t, i + 2) === g && t.start[i + 2]! - t.end[i + 1]! === 1;
  const more = three && kindAt(t, i + 3) === Kind.number && gapAt(t, i + 3) === g;
  // what is glued to a longer run of digits, dots or slashes is a version, a phone number, a path
  if (more || isGlued(t, i, three ? i + 2 : i + 1)) return undefined;
  const [a, b] = [valueAt(t, i), valueAt(t, i + 1)];
  if (three && digitsAt(t, i) === 4 && g !== Gap.tightDot) {
    if (
      digitsAt(t, i + 1) !== 2 ||
      digitsAt(t, i + 2) !== 2 ||
      a < 1000 ||
      a > 2999 ||
      b < 1 ||
      b > 12 ||
      valueAt(t, i + 2) > 31 ||
      valueAt(t, i + 2) < 1
    )
      return undefined;
    return finish(t, {
      kind: 'date',
      from: i,
      to: i + 3,
      year: a,
      yearAt: i,
      month: b,
      monthAt: i + 1,
      day: valueAt(t, i + 2),
      dayAt: i + 2,
    });
  }
  if (
    digitsAt(t, i) > 2 ||
    digitsAt(t, i + 1) > 2 ||
    a < 1 ||
    b < 1 ||
    (g === Gap.hyphen && !three) ||
    (a > 12 && b > 12) ||
    a > 31 ||
    b > 31
  )
    return undefined;
  const year = three ? i + 2 : -1;
  const full = three ? yearOf(t, year, weekday) : 0;
  if (three ? full === 0 : weekday === 0 || g !== Gap.slash) return undefined;
  const p = { kind: 'date' as const, from: i, to: i + (three ? 3 : 2), ...(three ? { year: full, yearAt: year } : {}) };
  if (a > 12 || g === Gap.tightDot) return b > 12 ? undefined : finish(t, { ...p, day: a, dayAt: i, month: b, monthAt: i + 1 });
  if (b > 12 || a === b) return finish(t, { ...p, day: b, dayAt: i + 1, month: a, monthAt: i });
  // both orders can be read; a weekday that fits one of them decides
  if (three && weekday > 0) {
    const us = isDay(p.year!, a, b) && weekdayOf(civilDate(p.year!, a, b)!) === weekday;
    const eu = isDay(p.year!, b, a) && weekdayOf(civilDate(p.year!, b, a)!) === weekday;
    if (us !== eu)
      return us
        ? finish(t, { ...p, day: b, dayAt: i + 1, month: a, monthAt: i })
        : finish(t, { ...p, day: a, dayAt: i, month: b, monthAt: i + 1 });
  }
  return { ...p, either: [a, b] };
}

/** Four digits; two only after a weekday, 00 to 69 of this century and the rest of the last (POSIX strptime). 0 for no year. */
function yearOf(t: Tokens, i: number, weekday: number): number {
  const v = valueAt(t, i);
  if (digitsAt(t, i) === 4) return v >= 1000 && v <= 2999 ? v : 0;
  return digitsAt(t, i) === 2 && weekday > 0 ? (v < 69 ? 2000 + v : 1900 + v) : 0;
}

function isGlued(t: Tokens, first: number, last: number): boolean {
  const before = t.text.charCodeAt(t.start[first]! - 1);
  const c = after(t, last);
  const next = t.text.charCodeAt(t.end[last]! + 1);
  const nextIsWord = (next >= 48 && next <= 57) || (next >= 65 && next <= 90) || (next >= 97 && next <= 122);
  return (
    before === 47 ||
    before === 45 ||
    before === 46 ||
    before === 35 ||
    before === 36 ||
    before === 95 ||
    before === 61 ||
    c === 37 ||
    ((c === 47 || c === 45 || c === 46 || c === 95) && nextIsWord)
  );
}
