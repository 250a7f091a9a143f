import { Kind } from './lexicon';
import { after, digitsAt, gapAt, isCapitalised, kindAt, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

export const isMonth = (t: Tokens, i: number): boolean => kindAt(t, i) === Kind.month || kindAt(t, i) === Kind.monthShort;

/** True where a number at i goes on a figure: ".5", ",000". */
export const isFigure = (t: Tokens, i: number): boolean =>
  kindAt(t, i) === Kind.number && (gapAt(t, i) === Gap.tightDot || (gapAt(t, i) === Gap.tightComma && digitsAt(t, i) === 3));

/** A day of a month: one or two digits from 1 to 31, "7" or "7th", that are not part of a figure, a clock or a share. */
export function isDayNumber(t: Tokens, i: number): boolean {
  const k = kindAt(t, i);
  if (k !== Kind.number && k !== Kind.ordinal) return false;
  const v = valueAt(t, i);
  if (v < 1 || v > 31 || t.text.charCodeAt(t.start[i]!) > 57) return false;
  if (k === Kind.number && digitsAt(t, i) > 2) return false;
  const c = after(t, i);
  return (
    c !== 37 &&
    c !== 0xb0 &&
    !(isFigure(t, i + 1) || (gapAt(t, i + 1) === Gap.colon && kindAt(t, i + 1) === Kind.number && after(t, i) === 58))
  );
}

/** A year of four digits with a date before it. */
export function isYearNumber(t: Tokens, i: number): boolean {
  return (
    kindAt(t, i) === Kind.number &&
    digitsAt(t, i) === 4 &&
    valueAt(t, i) >= 1000 &&
    valueAt(t, i) <= 2999 &&
    after(t, i) !== 37 &&
    !isFigure(t, i + 1) &&
    !(gapAt(t, i + 1) === Gap.space && kindAt(t, i + 1) === Kind.measure)
  );
}

export const isYearGap = (g: number): boolean => g === Gap.space || g === Gap.comma || g === Gap.tightComma || g === Gap.dotComma;

/** True where the number at i counts what follows it ("12 people"), so it is no second day of a range. */
export function counts(t: Tokens, i: number): boolean {
  if (gapAt(t, i + 1) !== Gap.space) return false;
  const k = kindAt(t, i + 1);
  if (k === Kind.number || k === Kind.prep || k === Kind.and || isMonth(t, i + 1)) return false;
  return k === Kind.none
    ? !isCapitalised(t, i + 1) && valueAt(t, i + 1) === 0
    : k === Kind.measure || k === Kind.unit || k === Kind.count || k === Kind.amPm;
}
