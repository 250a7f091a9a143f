import { readDate } from './calendar-dates';
import { withClock } from './clock-times';
import { Kind, Prep, Shift } from './lexicon';
import { isYear } from './named-times';
import { after, digitsAt, gapAt, is, isCapitalised, kindAt, type Phrase, valueAt } from './phrase';
import { Gap, type Tokens } from './tokens';

const March = 3;
const May = 5;
const maybeName = new Set([March, 4, May, 6, 8]);

/** A weekday at token i, with the date that belongs to it: "Thursday, Aug. 7", "Thurs 7 Aug", "Monday evening", "Friday at 3 p.m.". */
export function readWeekday(t: Tokens, i: number): Phrase | undefined {
  const weekday = valueAt(t, i);
  const short = kindAt(t, i) === Kind.weekdayShort;
  let j = i + 1;
  let part: Phrase = { kind: 'weekday', from: i, to: j, weekday, weekdayAt: i };
  if (!short) part = withClock(t, part);
  j = part.to;
  const g = gapAt(t, j);
  // "Friday on Aug. 7" is nobody's form; "Monday, the 7th" is
  // a listing sets them apart: "Monday - October 7, 2014"
  const listed = (g === Gap.dash || g === Gap.colon) && (i === 0 || gapAt(t, i) === Gap.other);
  if (listed || g === Gap.space || g === Gap.comma || g === Gap.open || g === Gap.dot || g === Gap.dotComma || g === Gap.tightComma) {
    if (!(g === Gap.dot && !short)) {
      const date = readDate(t, j, weekday);
      if (date && (date.day !== undefined || date.either) && date.weekdayAt === undefined) {
        const closed = g === Gap.open && after(t, date.to - 1) === 41;
        if (g !== Gap.open || closed)
          return withClock(t, { ...date, from: i, weekday, weekdayAt: i, ...(part.clock ? { clock: part.clock } : {}) });
      }
    }
  }
  if (short || kindAt(t, i - 1) === Kind.each) return undefined;
  if (isInName(t, i)) return undefined;
  return part;
}

/** "The Sunday Times", "Sheffield Wednesday", "Saturday Night Live": a weekday that is part of a name. */
function isInName(t: Tokens, i: number): boolean {
  if (gapAt(t, i + 1) === Gap.space && isCapitalised(t, i + 1) && (kindAt(t, i + 1) === Kind.press || kindAt(t, i + 1) === Kind.dayPart))
    return true;
  if (valueAt(t, i) === 3 && gapAt(t, i) === Gap.space && t.text.startsWith('Sheffield', t.start[i - 1])) return true;
  return gapAt(t, i) === Gap.hyphen && isCapitalised(t, i - 1) && kindAt(t, i - 1) === Kind.none;
}

/** A month without a day: "in October", "May 2012" is read elsewhere. Names of people and verbs are left alone. */
export function readMonth(t: Tokens, i: number): Phrase | undefined {
  const month = valueAt(t, i);
  const g = gapAt(t, i);
  const k = kindAt(t, i - 1);
  const prep = k === Kind.prep && g === Gap.space ? valueAt(t, i - 1) : 0;
  const phrase: Phrase = { kind: 'month', from: i, to: i + 1, month, monthAt: i, ...yearBeyond(t, i + 1) };
  const strong =
    prep === Prep.in ||
    prep === Prep.since ||
    prep === Prep.by ||
    prep === Prep.until ||
    prep === Prep.during ||
    prep === Prep.through ||
    k === Kind.edge;
  if (kindAt(t, i) === Kind.monthShort) return strong && after(t, i) === 46 ? phrase : undefined;
  if (phrase.to > i + 1) return phrase;
  if (strong && k !== Kind.edge)
    return isCapitalised(t, i + 1) && gapAt(t, i + 1) === Gap.space && maybeName.has(month) && kindAt(t, i + 1) === Kind.none
      ? undefined
      : phrase;
  if (k === Kind.edge && (g === Gap.hyphen || g === Gap.space)) return phrase;
  const beside =
    (isCapitalised(t, i - 1) && g === Gap.space && k === Kind.none) ||
    (isCapitalised(t, i + 1) && gapAt(t, i + 1) === Gap.space && kindAt(t, i + 1) === Kind.none);
  if (beside && maybeName.has(month)) return undefined;
  // beside another month: "March and April", "June to August"
  if ((kindAt(t, i - 1) === Kind.and || prep === Prep.to) && kindAt(t, i - 2) === Kind.month) return phrase;
  if ((kindAt(t, i + 1) === Kind.and || is(t, i + 1, Kind.prep, Prep.to)) && kindAt(t, i + 2) === Kind.month) return phrase;
  if (!maybeName.has(month)) return phrase;
  if (prep !== 0 && month !== May && month !== March) return phrase;
  if (prep === Prep.from || prep === Prep.between) return phrase;
  if (month === March)
    return is(t, i - 1, Kind.article, 1) && kindAt(t, i + 1) === Kind.none && !isCapitalised(t, i + 1) && gapAt(t, i + 1) === Gap.space
      ? phrase
      : undefined;
  return month === May || (g !== Gap.space && i > 0 && g !== Gap.hyphen) ? undefined : phrase;
}

/** "October this year", "April next year". */
function yearBeyond(t: Tokens, i: number): Partial<Phrase> {
  if (kindAt(t, i) !== Kind.shift || !is(t, i + 1, Kind.unit, 5) || gapAt(t, i) !== Gap.space) return {};
  const s = valueAt(t, i);
  const steps = s === Shift.last ? -1 : s === Shift.this ? 0 : s === Shift.next ? 1 : undefined;
  return steps === undefined ? {} : { to: i + 2, unit: 5, steps };
}

/** A year alone: "in 2010", "the 1987 crash", "post-1959", "1957-58". */
export function readYear(t: Tokens, i: number): Phrase | undefined {
  const v = valueAt(t, i);
  const g = gapAt(t, i);
  const phrase: Phrase = { kind: 'year', from: i, to: i + 1, year: v, yearAt: i };
  if (digitsAt(t, i) === 2) {
    // the end of "1957-58"
    if ((g !== Gap.hyphen && g !== Gap.slash) || !isYear(t, i - 1) || v !== (valueAt(t, i - 1) + 1) % 100) return undefined;
    return { ...phrase, year: valueAt(t, i - 1) - (valueAt(t, i - 1) % 100) + v };
  }
  if (digitsAt(t, i) !== 4 || v < 1500 || v > 2100) return undefined;
  const before = t.text.charCodeAt(t.start[i]! - 1);
  // $ # £ ¥ € . / : @ + = and a comma without a space: figures, paths, versions
  if (
    before === 36 ||
    before === 35 ||
    before === 0xa3 ||
    before === 0xa5 ||
    before === 0x20ac ||
    before === 46 ||
    before === 47 ||
    before === 58 ||
    before === 64 ||
    before === 43 ||
    before === 61 ||
    before === 44 ||
    before === 95
  )
    return undefined;
  const c = after(t, i);
  const next = t.text.charCodeAt(t.end[i]! + 1);
  const digitNext = next >= 48 && next <= 57;
  if (c === 37 || c === 0xb0 || c === 95 || ((c === 46 || c === 44 || c === 58) && digitNext)) return undefined;
  if (
    g === Gap.hyphen &&
    !isYear(t, i - 1) &&
    kindAt(t, i - 1) !== Kind.edge &&
    (kindAt(t, i - 1) === Kind.number || isCapitalised(t, i - 1))
  )
    return undefined;
  if (c === 45 && kindAt(t, i + 1) === Kind.number && !isYear(t, i + 1) && digitsAt(t, i + 1) !== 2) return undefined;
  const k1 = kindAt(t, i + 1);
  if (
    gapAt(t, i + 1) === Gap.space &&
    (k1 === Kind.measure || k1 === Kind.zone || (k1 === Kind.unit && valueAt(t, i + 1) > 32) || k1 === Kind.amPm)
  )
    return undefined;
  if (gapAt(t, i + 1) === Gap.hyphen && (k1 === Kind.measure || (k1 === Kind.unit && valueAt(t, i + 1) !== 4) || isMeasurePart(t, i + 1)))
    return undefined;
  const k = kindAt(t, i - 1);
  const prep = k === Kind.prep && g === Gap.space;
  const placed = (prep && valueAt(t, i - 1) !== Prep.over && valueAt(t, i - 1) !== Prep.at) || is(t, i - 1, Kind.unit, 5);
  if (placed)
    return v % 100 === 0 &&
      v !== 2000 &&
      gapAt(t, i + 1) === Gap.space &&
      k1 === Kind.none &&
      !isCapitalised(t, i + 1) &&
      t.text.charCodeAt(t.end[i + 1]! - 1) === 115
      ? undefined
      : phrase;
  if (v < 1900 || v > 2060 || (v % 100 === 0 && v !== 2000))
    return g === Gap.open || (g === Gap.hyphen && isYear(t, i - 1)) || (k === Kind.article && g === Gap.space && v > 1600 && v < 2060)
      ? phrase
      : undefined;
  if (k === Kind.edge && g === Gap.space && valueAt(t, i - 1) === 6) return undefined;
  return phrase;
}

const isMeasurePart = (t: Tokens, i: number): boolean =>
  /^(?:foot|mile|meter|metre|pound|ton|square|acre|seat|kilometer|kilometre|year|man|word|page|strong)$/.test(
    t.text.slice(t.start[i], t.end[i]),
  );

/** "the 1990s", "the '90s", "the nineties". */
export function readDecade(t: Tokens, i: number): Phrase | undefined {
  const v = valueAt(t, i);
  const phrase = (decade: number): Phrase => ({ kind: 'decade', from: i, to: i + 1, decade });
  const c = t.text.charCodeAt(t.start[i]!);
  if (c > 57) return is(t, i - 1, Kind.article, 1) || kindAt(t, i - 1) === Kind.edge ? phrase(v / 10) : undefined;
  if (v >= 1000) return v <= 2090 ? phrase(v / 10) : undefined;
  const before = t.text.charCodeAt(t.start[i]! - 1);
  return before === 0x27 || before === 0x2019 || before === 0x2018 ? phrase(v >= 30 ? 190 + v / 10 : 200 + v / 10) : undefined;
}
